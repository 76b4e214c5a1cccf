import { withoutLead } from '../lead.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Phase, Plan } from '../plan.ts';
import { QUANTITY, quantityNamed, valueFrom, valueNamed, type Value } from './value.ts';

/** An indicator as a sentence states it. */
export interface Mention {
  /** Without what every name may have: 年, 全院, 达到. */
  readonly name: string;
  readonly value: Value;
  /** The value that it rose or fell from: 从80例上升至210例. */
  readonly from: Value | null;
  /** How it was said: reached or kept, a floor, a ceiling. */
  readonly verb: 'reach' | 'keep' | 'floor' | 'ceiling' | 'is';
  /** The year of the statement, where the clause or the one before names it. */
  readonly year: number | null;
  /** Whether it is counted per year: 年门诊量, 每年. */
  readonly yearly: boolean;
  readonly phase: Phase;
  readonly paragraph: Paragraph;
  /** Of the whole statement in the text of the paragraph. */
  readonly start: number;
  readonly end: number;
}

const ADVERB = '(?:始终|均|都|全部|力争|稳定|逐步|总体|基本|平均|最终能?|能够?|已经?|分别|保证|预计)*';
const REACH =
  '达到|达|提高(?:到|至)|提升(?:到|至)|上升(?:到|至)|增加(?:到|至)|增长(?:到|至)|增至|升至|扩大(?:到|至)|突破|实现';
const KEEP = '保持在?|稳定在|维持在|控制在';
const FALL = '降低(?:到|至)|下降(?:到|至)|降至|缩短(?:到|至)|减少(?:到|至)';
const FLOOR = '不低于|不少于|超过|大于|高于|≥|>|＞';
const CEILING = '不超过|不高于|低于|小于|少于|≤|<|＜';

/** What is said of an indicator; its name stands before it. Searched for first, because it is rare. */
const STATED = new RegExp(
  `(?:(?:从|由)\\s?(?:20\\d\\d\\s?年底?的?)?\\s?${quantityNamed('from_')}\\s?)?(?<verb>(?:${REACH}|${KEEP}|${FALL}|${FLOOR}|${CEILING}|为)(?:\\s?(?:${FLOOR}|${CEILING}|到|在))?)\\s?(?:20\\d\\d\\s?年底?的)?\\s?${QUANTITY}`,
  'gu',
);
/** A rate needs no verb: 满意度90%以上. */
const BARE = new RegExp(`(?<lead>率|度|比例|占比|比重)\\s?均?在?\\s?(?<verb>)${QUANTITY}`, 'gu');
/** So does what a hospital counts as a whole, where the unit says what it is: 门诊量186万人次. */
const COUNTED = new RegExp(
  `(?<lead>(?:^|[，。；：、\\s年院])(?:年|全年|总)?(?:门诊|门急诊|诊疗|出院|住院|手术|分娩|收治)(?:总)?(?:量|人次|人数|病人|患者)?)\\s?(?<verb>)(?=\\d)${QUANTITY}`,
  'gu',
);
/** The end of what stands before: a name, and words that belong to the verb. */
const NAMED = new RegExp(`([\\p{sc=Han}A-Za-z（）()、“”+/]{2,30}?)\\s*${ADVERB}\\s*$`, 'u');

/** The indicators that the sentences of a plan state. A first reading: what it is not sure of it leaves out. */
export function mentionsOf(plan: Plan): readonly Mention[] {
  const known = read.get(plan) ?? readMentions(plan);
  read.set(plan, known);
  return known;
}

/** Several rules ask the same plan. */
const read = new WeakMap<Plan, readonly Mention[]>();

function readMentions(plan: Plan): readonly Mention[] {
  return plan.paragraphs.flatMap((paragraph) => {
    if (paragraph.kind === 'aside' || paragraph.lines[0]?.shape === 'contents') return [];
    return clauses(paragraph.text).flatMap((clause) => stated(clause, paragraph, plan.phaseOf(paragraph)));
  });
}

interface Clause {
  readonly text: string;
  readonly at: number;
  readonly year: number | null;
}

/** Clauses between ，。；：and 、, with the year that was named last in the sentence. */
function clauses(text: string): readonly Clause[] {
  const found: Clause[] = [];
  let year: number | null = null;
  for (const part of text.matchAll(/[^，。；：！？]+[，。；：！？]?/gu)) {
    const named = [...part[0].matchAll(/(20[1-6]\d)\s*年/gu)].findLast(
      ({ index }) => !/[比较由从]$/u.test(part[0].slice(0, index)),
    );
    if (named) year = Number(named[1]);
    found.push({ text: part[0], at: part.index, year });
    if (/[。；]$/u.test(part[0])) year = null;
  }
  return found;
}

function stated(clause: Clause, paragraph: Paragraph, phase: Phase): Mention[] {
  if (!/[\d一二三四五六七八九十百千]/u.test(clause.text)) return [];
  const verbs = [...clause.text.matchAll(STATED)];
  const all = verbs.length > 0 ? verbs : bare(clause.text);
  return all.flatMap((match, i) => {
    const before = all[i - 1];
    const since = before ? before.index + before[0].length : 0;
    const name = nameBefore(clause.text.slice(since, match.index));
    const value = valueFrom(match.groups ?? {});
    if (name === undefined || !value) return [];
    return mentionFrom({ match, value, raw: name }, clause, { paragraph, phase });
  });
}

function bare(text: string): readonly RegExpExecArray[] {
  const rates = [...text.matchAll(BARE)].map(withoutLead);
  if (rates.length > 0) return rates;
  return [...text.matchAll(COUNTED)].map(withoutLead).filter(({ groups }) => (groups?.['unit'] ?? '') !== '');
}

/** The name at the end of what stands before; of 2025年门诊量 the year is none of it. */
function nameBefore(text: string): string | undefined {
  const name = NAMED.exec(text.slice(-40))?.[1];
  const isDated = name !== undefined && /\d\s*$/u.test(text.slice(0, text.lastIndexOf(name)));
  return isDated ? name.replace(/^年(?:底|末)?/u, '') : name;
}

interface Statement {
  readonly match: RegExpExecArray;
  readonly value: Value;
  readonly raw: string;
}

function mentionFrom(
  { match, value, raw }: Statement,
  clause: Clause,
  where: Pick<Mention, 'paragraph' | 'phase'>,
): Mention[] {
  const groups: Record<string, string | undefined> = match.groups ?? {};
  const verb = verbOf(groups['verb'] ?? '');
  const name = plainName(raw);
  if (name.length < 2 || isHanOnly(groups, value)) return [];
  const start = clause.at + clause.text.lastIndexOf(raw, match.index);
  return [
    {
      ...where,
      name,
      value: { ...value, bound: BOUNDS[verb] ?? value.bound },
      from: valueNamed(match, 'from_') ?? null,
      verb,
      year: clause.year,
      yearly: isYearly(raw, clause.text),
      start,
      end: clause.at + match.index + match[0].length,
    },
  ];
}

const BOUNDS: { readonly [verb in Mention['verb']]?: Value['bound'] } = {
  floor: 'at-least',
  ceiling: 'at-most',
};

const isYearly = (name: string, clause: string): boolean =>
  /每年|年均|年度|^年(?!末|底)|[，到至底]年(?!末|底)/u.test(name) ||
  /(?:^|\D)年(?:门|收|出|住|手)/u.test(clause);

/** 为三个 is no indicator unless its unit is one that is counted. */
function isHanOnly(groups: Readonly<Record<string, string | undefined>>, value: Value): boolean {
  return (
    !/^\d/.test(groups['low'] ?? '') && (value.unit === '' || value.unit === '级' || groups['verb'] === '为')
  );
}

function verbOf(verb: string): Mention['verb'] {
  if (new RegExp(`(?:${CEILING}|${FALL})|控制在`, 'u').test(verb) && !/不低于|不少于/u.test(verb))
    return 'ceiling';
  if (new RegExp(FLOOR, 'u').test(verb)) return 'floor';
  if (new RegExp(KEEP, 'u').test(verb)) return 'keep';
  return verb === '为' || verb === '' ? 'is' : 'reach';
}

/** What may stand before a name without belonging to it. */
const BEFORE =
  /^(?:\d+[.、]|[一二三四五六七八九十]+是|到|至|在|于|使|将|把|确保|力争|争取|保证|实现|做到|最终|逐步|努力|预计|其中|同时|并且?|全院|医院|我院|本院|全年|每年|年均|年末|期末|年底|末|底|年|的|基本|总计|共计|共|完成|开展|保持|维持|确定|达到|当年|累计|“十[一二三四五六七八]五”(?:期间|末|期末|时期)|期间|时期)+/u;

function plainName(raw: string): string {
  const text = raw
    .replace(/^[（(][\d一二三四五六七八九十]{1,3}[）)]/u, '')
    .replaceAll(/[\s\u3000（）()]/gu, '')
    .replace(/^.*?20\d\d年(?:底|末|前)?/u, '');
  return text.replace(BEFORE, '').replace(/(?:的|能|要|应|须|数量|平均|将|力争|争取)+$/u, '');
}
