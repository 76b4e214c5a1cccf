import { DISJOINT_SERIES } from '../dictionaries/disjoint-series.ts';
import { QUANTITY, shown, valueFrom, type Value } from '../indicators/value.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Match } from '../checkup/rule.ts';

const NAMED = (prefix: string): string => QUANTITY.replaceAll('(?<', `(?<${prefix}`);

const WHOLE = new RegExp(`${QUANTITY}[，（]\\s?其中[:：]?(?=\\p{sc=Han})(?<rest>[^。；，）]+)`, 'gu');
const PART = new RegExp(`(?<name>[\\p{sc=Han}A-Za-z（）()]{1,20}?)\\s?${QUANTITY}(?=、|和|$)`, 'gu');

/** One part of a row: 主任医师9人. */
interface Part {
  readonly name: string;
  readonly value: Value;
}

/** X共A，其中a项、b项: the parts are more than the whole, or with 其他 are not the whole. */
export function* partsOfWhole({ paragraphs }: Plan): Generator<Hit> {
  for (const match of matches(paragraphs, WHOLE)) {
    const whole = valueFrom(match.found.groups ?? {});
    const row = partsIn(match.found.groups?.['rest'] ?? '');
    const sum = whole ? wrongSum(whole, row) : undefined;
    if (whole && sum !== undefined) yield notTheSum(match, { ...whole, low: sum, high: sum }, whole);
  }
}

/** What the parts come to, where that cannot be. */
function wrongSum(whole: Value, row: readonly Part[]): number | undefined {
  if (row.length < 2 || !isExact([whole, ...row.map(({ value }) => value)])) return undefined;
  const sum = row.reduce((total, { value }) => total + value.low, 0);
  const over = sum - whole.low;
  if (isComplete(row)) return Math.abs(over) > slackOf(whole) ? sum : undefined;
  return over > slackOf(whole) && areDisjoint(row) ? sum : undefined;
}

function partsIn(rest: string): readonly Part[] {
  const parts = [...rest.matchAll(PART)];
  // Anything between the parts that is no part says something that is not known here.
  const read = parts.map(([text]) => text).join('、');
  if (read.length < rest.replace(/等$/u, '').length - 1) return [];
  return parts.flatMap(({ groups = {} }) => {
    const value = valueFrom(groups);
    return value ? [{ name: groups['name'] ?? '', value }] : [];
  });
}

const isExact = (values: readonly Value[]): boolean =>
  values.every(({ bound, unit }) => bound === 'exact' && unit !== '' && unit === values[0]?.unit);

/** 其他 at the end takes in whatever is left. */
const isComplete = (row: readonly Part[]): boolean => /其他|其余|其它/u.test(row.at(-1)?.name ?? '');

/** Every part is another member of one series: 主任医师9人、副主任医师13人. */
const areDisjoint = (row: readonly Part[]): boolean =>
  DISJOINT_SERIES.some((series) => {
    const members = row.map(({ name }) => series.find((member) => name.startsWith(member)));
    return !members.includes(undefined) && new Set(members).size === row.length;
  });

/** Values in 万 or 亿 are rounded. */
const slackOf = ({ scaled, low }: Value): number => (scaled ? 0.005 * low : 0);

function notTheSum({ at }: Match, sum: Value, whole: Value): Hit {
  return {
    at,
    says: say(
      `各分项合计${shown(sum)}，与总数${shown(whole)}不符。`,
      `The parts come to ${shown(sum)}, not to ${shown(whole)}.`,
    ),
  };
}

const SPLIT =
  /(?<whole>\d{1,5})(?<unit>[项个名件条家])[^，。；\d]{0,10}[，,]\s?(?:已)?(?<verb>完成|实现|达标|合格|落实)\s?(?<some>\d{1,5})\k<unit>[，、,]\s?未\k<verb>\s?(?<others>\d{1,5})\k<unit>/gu;

/** 22项，完成20项，未完成3项: a thing and its contrary are everything. */
export function* contraries({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, SPLIT)) {
    const { whole, some, others, unit = '' } = found.groups ?? {};
    const sum = Number(some) + Number(others);
    if (sum === Number(whole)) continue;
    const says = say(
      `两项合计${sum}${unit}，与总数${whole ?? ''}${unit}不符。`,
      `Both come to ${sum}, not to ${whole ?? ''}.`,
    );
    yield { at, says };
  }
}

const MEAN = new RegExp(
  `${NAMED('sum_')}[，（]\\s?(?:年均|平均每年|每年平均)(?!增|下降)[^，。；\\d]{0,4}${NAMED('mean_')}`,
  'gu',
);
const YEARLY = new RegExp(
  `每年[^，。；\\d]{0,12}${NAMED('mean_')}[，,]\\s?五年(?:间|内)?(?:累计|合计|共计|总计|共)[^，。；\\d]{0,6}${NAMED('sum_')}`,
  'gu',
);
const FIVE_YEARS = /“?十[一二三四五六七八]五”?(?:期间|时期|以来)|五年/u;

/** A sum over five years, and what it comes to a year: 1.86亿元，年均3720万元. */
export function* yearlyMeans({ paragraphs }: Plan): Generator<Hit> {
  for (const pattern of [MEAN, YEARLY])
    for (const match of matches(paragraphs, pattern)) {
      const [sum, mean] = [valueWith(match, 'sum_'), valueWith(match, 'mean_')];
      if (sum && mean && areOff(sum, mean) && isOverFiveYears(match)) yield notFiveTimes(match, sum, mean);
    }
}

/** Each may be rounded, and a year may be missing at one end. */
const areOff = (sum: Value, mean: Value): boolean =>
  sum.unit !== '' &&
  sum.unit === mean.unit &&
  [sum, mean].every((value) => isPlain(value)) &&
  Math.abs(sum.low / mean.low - 5) > 0.5;

const isPlain = ({ low, high, unit }: Value): boolean => low === high && low > 0 && unit !== '%';

function valueWith({ found }: Match, prefix: string): Value | undefined {
  const groups = Object.entries(found.groups ?? {}).filter(([key]) => key.startsWith(prefix));
  return valueFrom(Object.fromEntries(groups.map(([key, value]) => [key.slice(prefix.length), value])));
}

function isOverFiveYears({ found, paragraph }: Match): boolean {
  const before = paragraph.text.slice(0, found.index);
  const sentence = before.slice(before.lastIndexOf('。') + 1) + found[0];
  return FIVE_YEARS.test(sentence) && !/20\d\d\s*年/u.test(sentence);
}

function notFiveTimes({ found, paragraph }: Match, sum: Value, mean: Value): Hit {
  return {
    at: placeIn(paragraph, found.index, found.index + found[0].length),
    says: say(
      `五年合计${shown(sum)}，与每年${shown(mean)}不符。`,
      `${shown(sum)} in five years does not agree with ${shown(mean)} a year.`,
    ),
  };
}
