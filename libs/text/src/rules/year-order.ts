import { LESS_IS_BETTER } from '../dictionaries/indicator-names.ts';
import { QUANTITY, shown, valueFrom, type Value } from '../indicators/value.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit } from '../checkup/rule.ts';

const VERB = '(?<verb>达到?|不低于|不少于|提高到|提升到|增加到|降至|降到|控制在|不高于|不超过)';
const STONE = new RegExp(
  `(?<year>20\\d\\d)\\s*年(?:年?底|年?末)?(?:前)?(?:要|应|力争|争取)?${VERB}\\s?${QUANTITY}`,
  'gu',
);

/** One year and what is to be reached by then. */
interface Stone {
  readonly year: number;
  readonly isCeiling: boolean;
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** 2027年达到55%，2030年达到50%: what is to grow from year to year becomes less. */
export function* yearSteps({ paragraphs }: Plan): Generator<Hit> {
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'aside' || !/20\d\d[^]*20\d\d/u.test(paragraph.text)) continue;
    const stones = [...paragraph.text.matchAll(STONE)].flatMap((found) => stoneOf(found));
    for (const [i, later] of stones.entries()) {
      const earlier = stones[i - 1];
      const hit = earlier && backwards(earlier, later, paragraph);
      if (hit) yield hit;
    }
  }
}

function stoneOf(found: RegExpExecArray): readonly Stone[] {
  const groups: Readonly<Record<string, string | undefined>> = found.groups ?? {};
  const value = valueFrom(groups);
  if (!value || value.unit === '' || value.unit === '级') return [];
  const isCeiling = /^(?:降|控制|不高|不超)/u.test(groups['verb'] ?? '') || value.bound === 'at-most';
  const year = Number(groups['year']);
  return [{ year, isCeiling, value, start: found.index, end: found.index + found[0].length }];
}

function backwards(earlier: Stone, later: Stone, paragraph: Paragraph): Hit | undefined {
  const { text } = paragraph;
  // Only what stands side by side is said of one thing.
  if (!/^[，、]?(?:到)?$/u.test(text.slice(earlier.end, later.start))) return undefined;
  if (later.year <= earlier.year || earlier.isCeiling !== later.isCeiling) return undefined;
  if (earlier.value.unit !== later.value.unit || !isWorse(earlier, later)) return undefined;
  const clause = text.slice(Math.max(0, earlier.start - 30), earlier.start);
  if (LESS_IS_BETTER.test(clause) !== earlier.isCeiling) return undefined;
  const [was, now] = [shown(earlier.value), shown(later.value)];
  return {
    at: placeIn(paragraph, earlier.start, later.end),
    says: say(
      `${later.year}年的${now}差于${earlier.year}年的${was}。`,
      `${now} in ${later.year} is worse than ${was} in ${earlier.year}.`,
    ),
  };
}

const isWorse = (earlier: Stone, later: Stone): boolean =>
  earlier.isCeiling ? later.value.low > earlier.value.high : later.value.high < earlier.value.low;

const BUILT =
  /(20\d\d)\s*年(?:年?底|年?末)?(?:前)?(?:正式|全面)?(?:开工|动工|开建|启动建设|奠基)(?:建设)?[，、]?(20\d\d)\s*年(?:年?底|年?末)?(?:前)?(?:正式|全面|全部|基本)?(?:竣工|完工|建成|投入使用|投用|交付|启用|封顶)/gu;

/** 2028年开工，2027年竣工: finished before it is begun. */
export function* builtBackwards({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, BUILT))
    if (Number(found[2]) < Number(found[1]))
      yield {
        at,
        says: say(`“${found[0]}”：竣工早于开工。`, `“${found[0]}” is finished before it is begun.`),
      };
}
