import { keyOf } from '../indicators/compare.ts';
import { mentionsOf, type Mention } from '../indicators/mention.ts';
import { QUANTITY, quantityNamed, shown, valueFrom, valueNamed, type Value } from '../indicators/value.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit } from '../checkup/rule.ts';

const WHOLE = new RegExp(
  `(?<lead>^|[^均每\\d.])${quantityNamed('a_')}[，（]\\s?其中(?!包括?，)[^，。；、\\d]{1,14}?${quantityNamed('b_')}`,
  'gu',
);

/** What has parts: a time or a share of something may well be exceeded by another. */
const COUNTED = new Set('人 名 位 例 项 篇 台 张 个 家 元 次 人次 例次 台次 平方米'.split(' '));

/** X共A，其中Y为B, and B is more than A. */
export function* parts({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, WHOLE)) {
    const [whole, some] = [valueNamed(found, 'a_'), valueNamed(found, 'b_')];
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
