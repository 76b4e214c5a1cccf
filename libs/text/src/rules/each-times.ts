import {
  before,
  figuresIn,
  isExact,
  sentencesOf,
  type Figure,
  type Sentence,
} from '../indicators/figures.ts';
import { shown } from '../indicators/value.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit } from '../checkup/rule.ts';

const EACH = /(?:平均)?每(?<thing>[人名位个家所项支台间])[^，。；\d]{0,14}$/u;
const SUM = /(?:合计|共计|总计|累计|共|总投资|总投入)[^，。；、\d]{0,6}$/u;
const PERSONS = '人名位';

/** So many things, so much for each, so much in all: 5名，每人50万元，共250万元. */
export function* eachTimes({ paragraphs }: Plan): Generator<Hit> {
  for (const paragraph of paragraphs) {
    if (!/每[人名位个家所项支台间]/u.test(paragraph.text) || paragraph.kind === 'aside') continue;
    for (const sentence of sentencesOf(paragraph.text)) {
      const hit = wrongProduct(sentence, paragraph);
      if (hit) yield hit;
    }
  }
}

/** The three numbers, where a sentence has each of them once. */
interface Product {
  readonly count: Figure;
  readonly each: Figure;
  readonly sum: Figure;
  /** 平均每所2场 may be rounded. */
  readonly isMean: boolean;
}

function wrongProduct({ text, at }: Sentence, paragraph: Paragraph): Hit | undefined {
  const product = productIn(text);
  if (!product || isRight(product, yearsIn(text))) return undefined;
  const { count, each, sum } = product;
  const [from, to] = [Math.min(count.start, each.start, sum.start), Math.max(count.end, each.end, sum.end)];
  const [n, one, all] = [shown(count.value), shown(each.value), shown(sum.value)];
  return {
    at: placeIn(paragraph, at + from, at + to),
    says: say(`${n}、每份${one}，与合计${all}不符。`, `${n} at ${one} each do not come to ${all}.`),
  };
}

function productIn(text: string): Product | undefined {
  const figures = figuresIn(text);
  const eachAt = figures.findIndex(({ start }) => EACH.test(before(text, start)));
  const each = figures[eachAt];
  return each && productOf(each, figures, text);
}

function productOf(each: Figure, figures: readonly Figure[], text: string): Product | undefined {
  const eachAt = figures.indexOf(each);
  if (['', '%'].includes(each.value.unit)) return undefined;
  const led = before(text, each.start);
  const isMean = /平均每/u.test(led.slice(-20));
  const isOfThese = countsOf(led);
  const count = only(figures.slice(0, eachAt).filter(({ value }) => isOfThese(value.unit)));
  const sum = only(figures.filter((figure, i) => isSum(figure, i, { text, eachAt, each, isMean })));
  if (!count || !sum || count === sum) return undefined;
  return [count, each, sum].every(isFirm) ? { count, each, sum, isMean } : undefined;
}

/** Of several candidates nobody can tell which is meant. */
const only = (figures: readonly Figure[]): Figure | undefined =>
  figures.length === 1 ? figures[0] : undefined;

/** Whether a unit counts what 每 speaks of: 5名 and 每人. */
function countsOf(led: string): (unit: string) => boolean {
  const thing = EACH.exec(led)?.groups?.['thing'] ?? '';
  const isPerson = PERSONS.includes(thing);
  return (unit) => unit !== '' && (unit === thing || (isPerson && PERSONS.includes(unit)));
}

interface Around {
  readonly text: string;
  readonly eachAt: number;
  readonly each: Figure;
  readonly isMean: boolean;
}

/** Behind 共; or, of a mean, in front of it. */
function isSum({ value, start }: Figure, i: number, { text, eachAt, each, isMean }: Around): boolean {
  if (value.unit !== each.value.unit || i === eachAt) return false;
  return isMean ? i === eachAt - 1 : i > eachAt && SUM.test(before(text, start));
}

/** 不少于 on both sides leaves the product what it is; 约 and 3—5 do not. */
const isFirm = (figure: Figure): boolean => isExact(figure) || figure.value.bound === 'at-least';

function isRight({ count, each, sum, isMean }: Product, years: readonly number[]): boolean {
  const slack = (isMean ? count.value.low * each.step : sum.step) / 2;
  return [1, ...years].some(
    (factor) => Math.abs(count.value.low * each.value.low * factor - sum.value.low) <= slack + 1e-6,
  );
}

const HAN_YEARS: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5 };

/** How many years the sentence speaks of: 五年共, or the five of a plan. */
function yearsIn(text: string): readonly number[] {
  const named = [...text.matchAll(/([两三四五2345])\s?年/gu)].map(
    ([, sign = '']) => HAN_YEARS[sign] ?? Number(sign),
  );
  return /每年|年均|规划期/u.test(text) ? [5, ...named] : named;
}
