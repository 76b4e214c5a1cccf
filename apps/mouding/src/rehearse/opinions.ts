import type { Random } from '../random.ts';

export type Disposition = 'adopted' | 'partly' | 'rejected';

/** What a department says of the draft, and what becomes of it. `replacement` is null where nothing changes. */
export interface PlannedOpinion {
  /** Its place among the opinions: changes are made in this order. */
  readonly no: number;
  readonly quote: string;
  readonly wording: string;
  readonly disposition: Disposition;
  readonly reason: string;
  readonly replacement: string | null;
}

const ADDITIONS = [
  '，并按年度分解到责任科室',
  '，每年公布一次进展',
  '，纳入科室绩效考核',
  '，由牵头领导按季度调度',
] as const;
const PARTLY = [
  '表述已作调整，具体数值待年度计划明确',
  '采纳其中关于责任科室的意见，经费安排另行研究',
] as const;
const REJECTED = ['与上级规划口径不一致，保留原表述', '相关任务已列入其他篇章，此处不再重复'] as const;

/**
 * Plans up to `count` opinions on a text. Every quote occurs exactly once in the text that the changes before it leave,
 * so that each adopted one can be carried out as it stands.
 */
export function planOpinions(text: string, count: number, random: Random): readonly PlannedOpinion[] {
  const planned: PlannedOpinion[] = [];
  const candidates = sentences(text);
  let reached = text;
  while (planned.length < count && candidates.length > 0) {
    const [quote = ''] = candidates.splice(random.below(candidates.length), 1);
    if (!isOnce(reached, quote)) continue;
    const opinion = { no: planned.length + 1, ...opine(quote, random) };
    const after =
      opinion.replacement === null ? reached : reached.replace(quote, () => opinion.replacement ?? '');
    const left = planned.filter(({ replacement }) => replacement === null);
    if (opinion.replacement !== null && !left.every((earlier) => isOnce(after, earlier.quote))) continue;
    planned.push(opinion);
    reached = after;
  }
  return planned;
}

/** Runs of text between stops, long enough to name a place and short enough to read in a table. */
const sentences = (text: string): string[] => [...new Set(text.match(/[^。；，：！？\s[\]]{8,40}/gu) ?? [])];

const isOnce = (text: string, quote: string): boolean =>
  text.includes(quote) && text.indexOf(quote) === text.lastIndexOf(quote);

function opine(quote: string, random: Random): Omit<PlannedOpinion, 'no'> {
  const draw = random.below(10);
  const addition = random.pick(ADDITIONS);
  const wording = `建议在“${quote}”之后补充“${addition.slice(1)}”。`;
  if (draw < 5) return { quote, wording, disposition: 'adopted', reason: '', replacement: quote + addition };
  if (draw < 7)
    return {
      quote,
      wording,
      disposition: 'partly',
      reason: random.pick(PARTLY),
      replacement: `${quote}（责任科室另行明确）`,
    };
  return { quote, wording, disposition: 'rejected', reason: random.pick(REJECTED), replacement: null };
}
