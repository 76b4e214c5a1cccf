import { keyOf } from '../indicators/compare.ts';
import { mentionsOf, type Mention } from '../indicators/mention.ts';
import { QUANTITY, shown, valueFrom, type Value } from '../indicators/value.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit } from '../checkup/rule.ts';

const NAMED = (prefix: string): string => QUANTITY.replaceAll('(?<', `(?<${prefix}`);

function part(found: RegExpExecArray, prefix: string): Value | undefined {
  const groups = Object.entries(found.groups ?? {}).filter(([key]) => key.startsWith(prefix));
  return valueFrom(Object.fromEntries(groups.map(([key, value]) => [key.slice(prefix.length), value])));
}

const ROSE = new RegExp(
  `(?:从|由)[^，。；\\d]{0,8}${NAMED('a_')}[^，。；\\d]{0,10}?(?:增加|增长|提高|上升|提升|扩大|增|升)(?:到|至)[^，。；\\d]{0,4}${NAMED('b_')}[，、（]\\s?(?:共|净|年均)?(?<how>增加|增长|新增|净增|提高|提升|增幅|增长率|上升|增)(?:率)?(?:了|为|达|达到)?\\s?(?<c>\\d+(?:\\.\\d+)?)\\s?(?<cunit>个百分点|[%％]|万|亿)?(?<cmeasure>人次|[人名个项篇张台例家])?`,
  'gu',
);

/** 从A增至B，增长C: C is not what A and B give. */
export function* increases({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, ROSE)) {
    const says = found[0].includes('年均') ? undefined : wrongIncrease(found);
    if (says) yield { at, says };
  }
}

function wrongIncrease(found: RegExpExecArray): Hit['says'] | undefined {
  const [from, to] = [part(found, 'a_'), part(found, 'b_')];
  if (!from || !to) return undefined;
  const { c: stated = '', cunit: unit = '' } = found.groups ?? {};
  const real = increase(from, to, unit) ?? Number(stated);
  const slack = tolerance(numeralsIn(found), unit, from, to);
  if (Math.abs(real - Number(stated)) <= slack + 1e-9) return undefined;
  return increaseSays([from, to], Math.round(real * 100) / 100, stated + unit);
}

/** The increase as written, and both values. */
const numeralsIn = ({ groups }: RegExpExecArray): readonly string[] =>
  ['c', 'a_low', 'b_low'].map((name) => groups?.[name] ?? '');

function increaseSays([from, to]: readonly [Value, Value], real: number, stated: string): Hit['says'] {
  const [was, now] = [shown(from), shown(to)];
  return say(
    `由${was}到${now}，增加的是${real}，不是${stated}。`,
    `From ${was} to ${now} is an increase of ${real}, not ${stated}.`,
  );
}

/** What an increase in this unit comes to; undefined where the unit says something else. */
function increase(from: Value, to: Value, unit: string): number | undefined {
  if ([from, to].some(({ bound }) => bound === 'about') || from.low === 0) return undefined;
  const areShares = [from, to].some((each) => each.unit === '%');
  if (unit === '个百分点') return areShares ? to.low - from.low : undefined;
  if (areShares) return undefined;
  return /[%％]/u.test(unit) ? ((to.low - from.low) / from.low) * 100 : difference(from, to, unit);
}

const FACTORS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** In 万 or 亿 where the increase is; a bare number beside 万 may leave it out, and is not judged. */
function difference(from: Value, to: Value, unit: string): number | undefined {
  const factor = FACTORS[unit] ?? 1;
  const isSame = from.scaled === to.scaled && to.scaled === factor > 1;
  return isSame ? (to.low - from.low) / factor : undefined;
}

/** Whole numbers add up exactly; elsewhere the last digit given, and what rounding of all three may do. */
function tolerance(numerals: readonly string[], unit: string, from: Value, to: Value): number {
  const areWhole = [from, to].every(({ low, scaled }) => Number.isInteger(low) && !scaled);
  if (unit === '' && areWhole) return 0;
  const digits = numerals.map((numeral) => numeral.split('.')[1]?.length ?? 0);
  if (/[%％]/u.test(unit)) return Math.max(10 ** -(digits[0] ?? 0), from.scaled || to.scaled ? 1 : 0.1);
  return 10 ** -Math.min(...digits);
}

const WHOLE = new RegExp(
  `(?<![均每])${NAMED('a_')}[，（]\\s?其中(?!包括?，)[^，。；、\\d]{1,14}?${NAMED('b_')}`,
  'gu',
);

/** What has parts: a time or a share of something may well be exceeded by another. */
const COUNTED = new Set('人 名 位 例 项 篇 台 张 个 家 元 次 人次 例次 台次 平方米'.split(' '));

/** X共A，其中Y为B, and B is more than A. */
export function* parts({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, WHOLE)) {
    const [whole, some] = [part(found, 'a_'), part(found, 'b_')];
    if (!whole || !some || whole.unit !== some.unit || !COUNTED.has(whole.unit)) continue;
    if (some.low <= whole.high) continue;
    yield {
      at,
      says: say(
        `其中数${shown(some)}大于总数${shown(whole)}。`,
        `The part ${shown(some)} is more than the whole ${shown(whole)}.`,
      ),
    };
  }
}

const TOTAL = new RegExp(
  `(?:完成|实现|接诊|服务|累计|共计?)*(?<name>[\\p{sc=Han}]{2,10}?)(?:人次|量|总量)?(?:达到?|为|共)?\\s?${QUANTITY}`,
  'gu',
);
const FIVE_YEARS = /“十[一二三四五六七八]五”(?:期间|时期|以来)|五年(?:来|间|累计|期间)/u;

/** A sum over five years that five yearly values cannot give. */
export function* totals(plan: Plan): Generator<Hit> {
  const rises = mentionsOf(plan).flatMap((each) =>
    each.phase === 'done' && each.yearly && each.from ? [{ ...each, from: each.from }] : [],
  );
  if (rises.length === 0) return;
  for (const paragraph of plan.paragraphs) {
    if (plan.phaseOf(paragraph) !== 'done') continue;
    for (const sentence of paragraph.text.matchAll(/[^。；]+/gu))
      if (FIVE_YEARS.test(sentence[0])) yield* sums(sentence[0], sentence.index, paragraph, rises);
  }
}

function* sums(
  sentence: string,
  start: number,
  paragraph: Paragraph,
  rises: readonly Rise[],
): Generator<Hit> {
  for (const found of sentence.matchAll(TOTAL)) {
    const value = valueFrom(found.groups ?? {});
    const rise = value && rises.find((each) => isOf(each, core(found.groups?.['name'] ?? ''), value));
    if (!rise) continue;
    const low = 5 * Math.min(rise.from.low, rise.value.low);
    const high = 5 * Math.max(rise.from.high, rise.value.high);
    if (value.low >= low * 0.95 && value.high <= high * 1.05) continue;
    const at = placeIn(paragraph, start + found.index, start + found.index + found[0].length);
    yield { at, ...sumSays(value, rise, { ...value, low, high }) };
  }
}

/** A yearly value that rose, 从A上升至B. */
interface Rise extends Mention {
  readonly from: Value;
}

const isOf = (rise: Rise, name: string, value: Value): boolean =>
  name.length >= 2 && core(rise.name) === name && fits(value, rise.value);

function sumSays(value: Value, rise: Rise, fitting: Value): Omit<Hit, 'at'> {
  const line = placeIn(rise.paragraph, rise.start, rise.end).line.number;
  const [sum, from, to] = [shown(value), shown(rise.from), shown(rise.value)];
  const says = say(
    `五年合计${sum}，与每年${from}至${to}（第${line}行）不符：五年应在${shown(fitting)}之间。`,
    `${sum} in five years does not agree with ${from} to ${to} a year (line ${line}).`,
  );
  return { says, also: [line] };
}

const core = (name: string): string =>
  keyOf(name.replace(/^.*(?:完成|实现|累计|接诊|共计?|期间|年间|年来|年(?=门|收|出|住|手))/u, '')).replace(
    /(?:总|人)?(?:量|人次|次|例)$/u,
    '',
  );

const fits = (a: Value, b: Value): boolean => a.unit === b.unit && a.unit !== '%' && a.unit !== '';
