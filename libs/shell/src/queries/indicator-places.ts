import { CITED_WORDS, wordsOf, type IndicatorPlaces, type PlacesQuery } from '@mouding/contract';
import { aroundOf, type IndicatorPlace, type IndicatorRow } from '@mouding/core';
import { citedNow, type CitedNow, type Tree } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { proposedPlaces, textAt } from './indicator-proposals.ts';
import { sceneOfStream, type ManuscriptNow } from './indicator-scene.ts';
import type { Reader } from './reader.ts';

type PlaceView = IndicatorPlaces['places'][number];

/** A linked place, and what was found there. */
interface Looked {
  /** The text in which it was looked for. */
  readonly text: string;
  readonly row: IndicatorRow;
  readonly place: IndicatorPlace;
  /** The confirmed figure; null while it waits. */
  readonly figure: string | null;
  readonly found: CitedNow;
}

/**
 * 文中引用: where the text cites the figures and what it says there, with the operations that would make it say what
 * was confirmed; the office takes them with `manuscript.revise`, on the ground 数据更正.
 *
 * @throws ProblemError not-found, also for whoever does not read the text
 */
export async function indicatorPlaces(
  reader: Reader,
  id: string,
  { row: wanted }: PlacesQuery,
): Promise<IndicatorPlaces> {
  const { sheet, manuscript } = await sceneOfStream(reader, id);
  if (!manuscript) throw new ProblemError('not-found');
  const rows = (sheet?.context.rows ?? []).filter(({ row }) => wanted === undefined || row === wanted);
  const looked = rows.flatMap((row) => row.places.map((place) => look(manuscript, row, place)));
  const wrong = looked.filter(({ found, figure }) => figure !== null && found.state === 'other');
  const { source } = manuscript;
  return {
    text: manuscript.ref,
    places: looked.map(view),
    proposals: [...proposedPlaces(source, rows)],
    operations: typeof source === 'string' ? [] : operationsFor(source, wrong),
    edits: typeof source === 'string' ? wrong.map(editFor) : [],
  };
}

function look({ source }: ManuscriptNow, row: IndicatorRow, place: IndicatorPlace): Looked {
  const figure = row.status === 'confirmed' ? row[place.cites] : null;
  const text = textAt(source, place);
  return { text, row, place, figure, found: citedNow(text, place, figure ?? '', aroundOf(row)) };
}

const PENDING = { zh: '待核', en: 'to be confirmed' };

function view({ row, place, figure, found }: Looked): PlaceView {
  const state = figure === null && found.state !== 'lost' ? 'pending' : found.state;
  const words = state === 'pending' ? PENDING : wordsOf(CITED_WORDS, state);
  return { row: row.row, name: row.name, figure, place, says: found.says, state, words };
}

/** One operation for each node; of several places in one the last is changed first, so that the others stay put. */
function operationsFor({ nodes }: Tree, wrong: readonly Looked[]): IndicatorPlaces['operations'] {
  const at = Map.groupBy(wrong, ({ place }) => place.node);
  return nodes.flatMap(({ id, text }) => {
    const here = (at.get(id) ?? []).toSorted((a, b) => (b.found.at ?? 0) - (a.found.at ?? 0));
    if (here.length === 0 || text === null) return [];
    return [{ op: 'put', node: id, text: here.reduce(replaced, text) }];
  });
}

function replaced(text: string, { found: { at, says }, figure }: Looked): string {
  if (at === null || says === null || figure === null) return text;
  return text.slice(0, at) + figure + text.slice(at + says.length);
}

/** Characters around a value that make it the only one of its kind. */
const AROUND = 16;

function editFor({ text, figure, found }: Looked): IndicatorPlaces['edits'][number] {
  const { at, says } = found;
  const from = at ?? 0;
  const to = from + (says?.length ?? 0);
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  return { quote: before + text.slice(from, to) + after, replacement: before + (figure ?? '') + after };
}
