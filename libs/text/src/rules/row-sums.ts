import { figuresIn, isExact, sentencesOf, type Figure, type Sentence } from '../indicators/figures.ts';
import { shown, type Value } from '../indicators/value.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit } from '../checkup/rule.ts';

const TOTAL =
  /^(?:[^，。；、\d]{0,8}?(?:合计|共计|总计)|(?:五年|全院|总|累计)?共(?:有|计|需|为)?)[^，。；、\d]{0,3}$/u;

/** A项、B项、C项，共D项: the row in front of a total does not come to it. */
export function* rowTotals({ paragraphs }: Plan): Generator<Hit> {
  for (const paragraph of paragraphs) {
    if (!/[合共总]/u.test(paragraph.text) || paragraph.kind === 'aside') continue;
    for (const sentence of sentencesOf(paragraph.text)) yield* totalsIn(sentence, paragraph);
  }
}

/** A clause between commas or brackets, with its quantities. */
interface Clause {
  readonly text: string;
  readonly start: number;
  readonly figures: readonly Figure[];
}

function clausesOf({ text }: Sentence): readonly Clause[] {
  const figures = figuresIn(text);
  return [...text.matchAll(/[^，：（）]+/gu)].map(({ 0: clause, index }) => ({
    text: clause,
    start: index,
    figures: figures.filter(({ start }) => start >= index && start < index + clause.length),
  }));
}

function* totalsIn(sentence: Sentence, paragraph: Paragraph): Generator<Hit> {
  const clauses = clausesOf(sentence);
  for (const [i, clause] of clauses.entries()) {
    const total = totalOf(clause);
    const before = clauses[i - 1];
    const row = total && before ? rowOf(before, total.value) : [];
    if (!total || !before || row.length < 2 || isReached(total, row, clauses.slice(0, i - 1))) continue;
    const at = placeIn(paragraph, sentence.at + before.start, sentence.at + total.end);
    yield { at, says: notTheSum(total.value, row) };
  }
}

function totalOf({ text, start, figures }: Clause): Figure | undefined {
  const [first] = figures;
  const isTotal = first && isExact(first) && first.value.unit !== '' && first.value.unit !== '%';
  return isTotal && TOTAL.test(text.slice(0, first.start - start)) ? first : undefined;
}

/** One quantity of the unit in every piece of the clause, or no row. */
function rowOf({ text, start, figures }: Clause, { unit }: Value): readonly Figure[] {
  const pieces = [...text.matchAll(/[^、]+/gu)].map(({ 0: piece, index }) =>
    figures.filter(
      (each) =>
        each.value.unit === unit && each.start >= start + index && each.start < start + index + piece.length,
    ),
  );
  const row = pieces.flat();
  return row.length === pieces.length && pieces.every(({ length }) => length === 1) && row.every(isExact)
    ? row
    : [];
}

/** The total may take in what the clauses before have; so it is wrong only if it is none of these sums. */
function isReached(total: Figure, row: readonly Figure[], before: readonly Clause[]): boolean {
  const { unit, low } = total.value;
  const slack = slackOf(total, row);
  const sums = [...before]
    .reverse()
    .map(({ figures }) => sumOf(figures.filter(({ value }) => value.unit === unit)))
    .reduce<readonly number[]>((all, more) => [...all, (all.at(-1) ?? 0) + more], [sumOf(row)]);
  return sums.some((sum) => Math.abs(sum - low) <= slack + 1e-6);
}

/** Counts are exact; values with a fraction and in 万 or 亿 are rounded. */
function slackOf(total: Figure, row: readonly Figure[]): number {
  const isCounted = [total, ...row].every(({ step, value }) => step === 1 && !value.scaled);
  return isCounted ? 0 : total.step / 2 + ((row[0]?.step ?? 0) * row.length) / 2;
}

const sumOf = (row: readonly Figure[]): number => row.reduce((sum, { value }) => sum + value.low, 0);

function notTheSum(total: Value, row: readonly Figure[]): Hit['says'] {
  const sum = Math.round(sumOf(row) * 1000) / 1000;
  const [real, stated] = [shown({ ...total, low: sum, high: sum }), shown(total)];
  return say(`各项合计${real}，不是${stated}。`, `The items come to ${real}, not to ${stated}.`);
}
