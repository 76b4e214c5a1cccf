import {
  CITED_WORDS,
  INDICATOR_DISPOSITION_WORDS,
  INDICATOR_STATUS_WORDS,
  INDICATOR_TYPE_WORDS,
  wordsOf,
  type IndicatorQuery,
  type IndicatorTable,
} from '@mouding/contract';
import { aroundOf, isPending, type IndicatorRow } from '@mouding/core';
import {
  compareValues,
  extractIndicators,
  keyOf,
  plainOf,
  readPlan,
  readValue,
  type Stated,
  type Tree,
} from '@mouding/text';
import { indicatorScene, type IndicatorScene } from './indicator-scene.ts';
import type { Reader } from './reader.ts';

type Row = IndicatorTable['rows'][number];
type InText = NonNullable<Row['inText']>;

/** 指标表 of a case, with what the text says of each for whoever reads the text. @throws ProblemError not-found */
export async function indicatorTable(
  reader: Reader,
  caseId: string,
  { department }: IndicatorQuery,
): Promise<IndicatorTable> {
  const scene = await indicatorScene(reader, caseId);
  const all = scene.sheet?.context.rows ?? [];
  const rows = department === undefined ? all : all.filter((row) => row.department === department);
  const stated = scene.manuscript && statedIn(scene.manuscript.source);
  return {
    case: scene.case,
    stream: scene.sheet ? scene.stream : null,
    pending: rows.filter(isPending).length,
    rows: rows.map((row) => rowView(scene, row, stated)),
  };
}

/** What a text states of the years that a plan starts from and ends with, by the key of the name. */
export function statedIn(source: string | Tree): ReadonlyMap<string, readonly Stated[]> {
  const { period } = readPlan(typeof source === 'string' ? source : plainOf(source));
  const years = { baseline: period ? period.from - 1 : null, target: period?.to ?? null };
  const of = extractIndicators(source).filter(({ year, when }) => year === null || year === years[when]);
  return Map.groupBy(of, ({ key }) => key);
}

function rowView(
  { org }: IndicatorScene,
  row: IndicatorRow,
  stated: ReadonlyMap<string, readonly Stated[]> | null,
): Row {
  return {
    ...row,
    words: wordsOf(INDICATOR_STATUS_WORDS, row.status),
    typeWords: wordsOf(INDICATOR_TYPE_WORDS, row.type),
    dispositionWords: row.disposition && wordsOf(INDICATOR_DISPOSITION_WORDS, row.disposition),
    departmentName: departmentName(org, row.department),
    inText: stated && (stated.get(keyOf(row.name)) ?? []).map((one) => inText(row, one)),
  };
}

export const departmentName = ({ context }: IndicatorScene['org'], id: string | null): string | null =>
  context.departments.find((one) => one.id === id)?.name ?? null;

function inText(row: IndicatorRow, stated: Stated): InText[number] {
  const when = stated.when === 'target' ? 'target' : 'current';
  const state = agreement(row, row[when], stated);
  return { ...statedAt(stated), when, state, words: wordsOf(CITED_WORDS, state) };
}

export const statedAt = ({ written, place, chapter, from }: Stated) => ({
  written,
  line: place.line,
  node: place.node,
  chapter,
  from,
});

/** Whether what a text states is the figure of the row: same, other, or unclear where nobody can tell. */
export function agreement(row: IndicatorRow, figure: string | null, stated: Stated): string {
  const own = figure === null ? null : readValue(figure, aroundOf(row));
  if (!own) return 'unclear';
  const found = compareValues(own, stated.value);
  if (found === 'unclear') return 'unclear';
  return found === 'equal' ? 'same' : 'other';
}
