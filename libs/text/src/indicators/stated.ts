import type { OutlineNode } from '../outline.ts';
import { readPlan, type Phase, type Plan } from '../plan.ts';
import { plainOf, type Tree } from '../tree/tree.ts';
import { keyOf } from './compare.ts';
import type { IndicatorValue, Measured } from './indicator-value.ts';
import { baseOf, rounded } from './measure.ts';
import { mentionsOf, type Mention } from './mention.ts';
import { readValue } from './read-value.ts';
import { rowsOf, type Row } from './table.ts';
import { QUANTITY } from './value.ts';

/** Where something is stated. */
export interface Place {
  /** Of the plain reading, from 1. */
  readonly line: number;
  /** The node of the tree; null where the text is none. */
  readonly node: string | null;
}

/** One value of an indicator as a text states it. */
export interface Stated {
  readonly name: string;
  /** The name without what does not make it another: what is compared. */
  readonly key: string;
  readonly from: 'annex' | 'sentence';
  /** What the plan starts from, or what it wants to reach. */
  readonly when: 'baseline' | 'target';
  /** Null where no year stands by it. */
  readonly year: number | null;
  readonly yearly: boolean;
  readonly value: IndicatorValue;
  /** The value as it is written. */
  readonly written: string;
  /** The heading of the chapter in which it stands; null for none. */
  readonly chapter: string | null;
  readonly place: Place;
}

/** Every indicator that a text states with a value, in its annex table and in its sentences, in their order. */
export function extractIndicators(source: string | Tree): readonly Stated[] {
  const text = typeof source === 'string' ? source : plainOf(source);
  const nodes = typeof source === 'string' ? [] : nodesByLine(source);
  const plan = readPlan(text);
  const at = (line: number): Place => ({ line, node: nodes[line] ?? null });
  const tabled = rowsOf(plan).flatMap((row) => ofRow(row, plan, at(row.line.number)));
  const rows = new Set(tabled.map(({ place }) => place.line));
  const said = mentionsOf(plan)
    .flatMap((mention) => ofMention(mention, plan, at(lineOf(mention))))
    .filter(({ place }) => !rows.has(place.line));
  return [...tabled, ...said].toSorted((a, b) => a.place.line - b.place.line);
}

/** The node of each line, from 1: lines before a node are its own blank ones. */
function nodesByLine({ nodes }: Tree): readonly (string | undefined)[] {
  const lines: (string | undefined)[] = [undefined];
  for (const { id, before, text } of nodes) lines.push(...(before + (text ?? '')).split('\n').map(() => id));
  return lines;
}

function lineOf({ paragraph: { lines, starts }, start }: Mention): number {
  const at = starts.findLastIndex((line) => line.at <= start);
  return lines[Math.max(0, at)]?.number ?? 1;
}

function ofRow(row: Row, plan: Plan, place: Place): readonly Stated[] {
  const { name = '', unit = '' } = row.cells;
  const plain = name.replaceAll(/[\s\u3000*★#]|[（(][^（）()]{0,12}[）)]/gu, '');
  const years = { baseline: plan.period ? plan.period.from - 1 : null, target: plan.period?.to ?? null };
  return (['baseline', 'target'] as const).flatMap((when) => {
    const written = row.cells[when] ?? '';
    const value = readValue(written, { unit: unit || (/[（(]([^（）()]{1,6})[）)]/u.exec(name)?.[1] ?? '') });
    if (!value || plain.length < 2) return [];
    const yearly = /^年(?!末|底)|年度|每年|年均/u.test(plain);
    const of = { name: plain, key: keyOf(plain), from: 'annex' as const, when, year: years[when], yearly };
    return [{ ...of, value, written, chapter: null, place }];
  });
}

function ofMention(mention: Mention, plan: Plan, place: Place): readonly Stated[] {
  const { name, yearly, phase, paragraph, start, end } = mention;
  const year = mention.year;
  const when = whenOf(phase, year, plan.period?.from ?? null);
  if (when === null) return [];
  const written = lastQuantity(paragraph.text.slice(start, end));
  return [
    {
      name,
      key: keyOf(name),
      from: 'sentence',
      when,
      year,
      yearly,
      value: measuredFrom(mention, paragraph.text.slice(start, end)),
      written,
      chapter: chapterOf(plan.above(paragraph)),
      place,
    },
  ];
}

/** A year decides; without one, the part of the plan in which it stands. */
function whenOf(phase: Phase, year: number | null, from: number | null): Stated['when'] | null {
  if (year !== null && from !== null) return year >= from ? 'target' : 'baseline';
  if (phase === 'other') return null;
  return phase === 'done' ? 'baseline' : 'target';
}

const chapterOf = (above: readonly OutlineNode[]): string | null => above.at(0)?.title ?? null;

const lastQuantity = (said: string): string =>
  [...said.matchAll(new RegExp(QUANTITY, 'gu'))].at(-1)?.[0] ?? '';

/** A floor or a ceiling that is said as one: what falls to 26% is 26% then, and may fall further for all that. */
const BOUNDED = /不[低少]于|不超过|不高于|超过|[高大低小少]于|[≥≤><＞＜]|以[上下内]/u;

/** A sentence's value, in base units. */
function measuredFrom({ value, yearly }: Mention, said: string): Measured {
  const { unit, factor } = baseOf(value.unit);
  const { low, high } = value;
  const isExact = !BOUNDED.test(said) && (value.bound === 'at-least' || value.bound === 'at-most');
  const bound = isExact ? 'exact' : value.bound;
  return {
    kind: 'measured',
    measure: measureIn(unit, yearly),
    low: rounded(low * factor),
    high: rounded(high * factor),
    bound,
    unit,
  };
}

function measureIn(unit: string, yearly: boolean): Measured['measure'] {
  if (unit === '%') return 'ratio';
  return yearly ? 'per-year' : null;
}
