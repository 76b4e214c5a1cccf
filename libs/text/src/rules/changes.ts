import {
  before,
  figuresIn,
  isExact,
  sentencesOf,
  type Figure,
  type Sentence,
} from '../indicators/figures.ts';
import { shown } from '../indicators/value.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit } from '../checkup/rule.ts';

const UP = '增加|增长|提高|上升|提升|扩大|增|升';
const DOWN = '减少|下降|降低|缩短|缩减|压缩|降|减';
const YEAR = '(?:20\\d\\d\\s*年(?:年?底|年?末)?(?:的)?)?';

const FROM = new RegExp(`(?:由|从)${YEAR}[^，。；、\\d]{0,8}$`, 'u');
const TO = new RegExp(
  `^[^，。；\\d]{0,10}?(?:(?<up>${UP})|(?<down>${DOWN}))(?:到|至|为)[^，。；\\d]{0,4}$`,
  'u',
);
const BY = new RegExp(
  `^[，、（]\\s?(?:共|净)?(?:(?<up>增加|增长|新增|净增|提高|提升|增幅|增长率|上升|增)|(?<down>下降|降低|减少|缩短|降幅|减幅|降))(?:率)?(?:了|为|达|达到)?$`,
  'u',
);
const THAN = new RegExp(`^[，（]\\s?(?:较|比)[^，。；\\d]{0,6}${YEAR}的?[^，。；\\d]{0,2}$`, 'u');
const THAN_BY = new RegExp(`^(?:(?<up>增加|增长|提高|上升)|(?<down>下降|减少|降低))(?:了|约)?$`, 'u');

type Way = 'up' | 'down';

/** What was, what is, and by how much it is said to have changed. */
interface Change {
  readonly from: Figure;
  readonly to: Figure;
  readonly way: Way;
  readonly by: Figure | null;
  readonly start: number;
  readonly end: number;
}

/** 由A增加到B，增加C, and A，较上年的B增长C: the numbers or the word do not fit. */
export function* changes({ paragraphs }: Plan): Generator<Hit> {
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'aside' || !/[增升提减降缩扩]/u.test(paragraph.text)) continue;
    for (const { start, end, says } of sentencesOf(paragraph.text).flatMap(faultsIn))
      yield { at: placeIn(paragraph, start, end), says };
  }
}

/** With its place in the paragraph. */
const faultsIn = (sentence: Sentence) =>
  changesIn(sentence).flatMap((change) => {
    const says = faultOf(change, sentence.text);
    return says ? [{ start: sentence.at + change.start, end: sentence.at + change.end, says }] : [];
  });

function changesIn({ text }: Sentence): readonly Change[] {
  const figures = figuresIn(text);
  return figures.flatMap((first, i) => {
    const [second, third] = [figures[i + 1], figures[i + 2]];
    return second
      ? (moved(text, [first, second, third]) ?? compared(text, [first, second, third]) ?? [])
      : [];
  });
}

type Three = readonly [Figure, Figure, Figure | undefined];

function moved(text: string, [from, to, third]: Three): Change | undefined {
  const led = FROM.exec(before(text, from.start));
  const way = wayOf(TO, undated(text.slice(from.end, to.start)));
  if (!led || !way) return undefined;
  const start = from.start - led[0].length;
  const isBy = third !== undefined && wayOf(BY, text.slice(to.end, third.start)) === way;
  return { from, to, way, by: isBy ? third : null, start, end: isBy ? endOf(third, text) : to.end };
}

function compared(text: string, [to, from, by]: Three): Change | undefined {
  if (!by || !THAN.test(text.slice(to.end, from.start))) return undefined;
  const way = wayOf(THAN_BY, text.slice(from.end, by.start));
  return way ? { from, to, way, by, start: to.start, end: endOf(by, text) } : undefined;
}

const POINTS = /^\s?[\d.]+\s?个?百分点/u;

/** With 百分点, which is no unit of a quantity. */
const endOf = ({ start, end }: Figure, text: string): number =>
  Math.max(end, start + (POINTS.exec(text.slice(start))?.[0].length ?? 0));

const undated = (text: string): string => text.replace(/20\d\d\s*年(?:年?底|年?末)?的?/gu, '');

function wayOf(pattern: RegExp, text: string): Way | null {
  const groups = pattern.exec(text)?.groups;
  if (!groups) return null;
  return groups['up'] ? 'up' : 'down';
}

/** Of grades and ranks a smaller number may be the higher, and of times nothing is known. */
const UNORDERED = new Set(['', '级', '位', '类', '期', '年', '月', '日', '分', '倍', '批', '部']);

function faultOf(change: Change, text: string): Hit['says'] | undefined {
  const { from, to, way, by } = change;
  if (!areAlike(from, to)) return undefined;
  const grown = (to.value.low - from.value.low) * (way === 'up' ? 1 : -1);
  if (grown < 0) return isOrdered(from, to, before(text, from.start)) ? contrary(change) : undefined;
  return by && isExact(by) ? wrongBy({ ...change, by }, grown, text) : undefined;
}

const areAlike = (from: Figure, to: Figure): boolean =>
  isExact(from) && isExact(to) && from.value.unit === to.value.unit && from.value.low !== 0;

/** Whether a greater number is more. */
const isOrdered = (from: Figure, to: Figure, led: string): boolean =>
  !UNORDERED.has(from.value.unit) && !isMixed(from, to) && !/名次|排名|位次|位列|排位/u.test(led);

/** 9000增加到1.2万: one of them may lack its 万. */
const isMixed = (a: Figure, b: Figure): boolean => a.value.scaled !== b.value.scaled;

function contrary({ from, to, way }: Change): Hit['says'] {
  const [was, now] = [shown(from.value), shown(to.value)];
  return way === 'up'
    ? say(`由${was}到${now}是减少，不是增加。`, `From ${was} to ${now} is a decrease.`)
    : say(`由${was}到${now}是增加，不是减少。`, `From ${was} to ${now} is an increase.`);
}

interface Stated extends Change {
  readonly by: Figure;
}

function wrongBy({ from, to, by, way }: Stated, grown: number, text: string): Hit['says'] | undefined {
  const isPoints = POINTS.test(text.slice(by.start));
  const real = realOf({ from, to, by }, grown, isPoints);
  const stated = by.value.low;
  if (!real || Math.abs(real.by - stated) <= real.slack + 1e-9) return undefined;
  if (!isPoints && by.value.unit === '%' && from.value.unit === '%') return inPoints(stated, grown, to.step);
  const points = isPoints ? '百分点' : '';
  const low = Math.round(real.by * 100) / 100;
  const [was, now, right] = [shown(from.value), shown(to.value), shown({ ...by.value, low, high: low })];
  const word = way === 'up' ? say('增加', 'an increase') : say('减少', 'a decrease');
  return say(
    `由${was}到${now}，${word.zh}的是${right}${points}，不是${shown(by.value)}${points}。`,
    `From ${was} to ${now} is ${word.en} of ${right}, not ${shown(by.value)}.`,
  );
}

/** 由26.8%提高到36.5%，提高9.7%: percent where percentage points are meant; any other percent is left alone. */
function inPoints(stated: number, grown: number, step: number): Hit['says'] | undefined {
  if (Math.abs(stated - grown) > step + 1e-9) return undefined;
  return say(
    `两个百分数相差${stated}个百分点，不是${stated}%。`,
    `Two percentages are ${stated} percentage points apart, not ${stated} %.`,
  );
}

interface Real {
  readonly by: number;
  readonly slack: number;
}

/** What the change comes to in the unit it is stated in; undefined where that says something else. */
function realOf(
  { from, to, by }: Pick<Stated, 'from' | 'to' | 'by'>,
  grown: number,
  isPoints: boolean,
): Real | undefined {
  const isShare = from.value.unit === '%';
  if (isPoints) return isShare ? { by: grown, slack: Math.max(from.step, to.step, by.step) } : undefined;
  if (by.value.unit === '%') return { by: (100 * grown) / from.value.low, slack: percentSlack(from, to, by) };
  if (isShare) return undefined;
  return by.value.unit === '倍'
    ? { by: grown / from.value.low, slack: by.step }
    : amountOf({ from, to, by }, grown);
}

/** In the same unit, with 万 in all of them or in none. */
function amountOf({ from, to, by }: Pick<Stated, 'from' | 'to' | 'by'>, grown: number): Real | undefined {
  const isSame = by.value.unit === to.value.unit || by.value.unit === '';
  if (!isSame || isMixed(from, to) || isMixed(to, by)) return undefined;
  const areWhole = [from, to, by].every(({ step }) => step === 1);
  return { by: grown, slack: areWhole ? 0 : Math.max(from.step, to.step, by.step) };
}

/** Counts are exact; other values may be rounded or cut off at their last digit. */
function percentSlack(from: Figure, to: Figure, by: Figure): number {
  const off = ({ step, value }: Figure): number => (step === 1 && !value.scaled ? 0 : step);
  const ratio = to.value.low / from.value.low;
  return Math.max(by.step, 0.1) + (100 * (off(to) + ratio * off(from))) / from.value.low;
}
