import { CITED_WORDS, wordsOf, type IndicatorPlaces } from '@mouding/contract';
import { aroundOf, type IndicatorPlace, type IndicatorRow } from '@mouding/core';
import { citedNow, keyOf, plainOf, type Stated, type Tree } from '@mouding/text';
import { agreement, statedIn } from './indicators.ts';

type Proposal = IndicatorPlaces['proposals'][number];

/** Characters around a value by which it is found again, as a link keeps them. */
const AROUND = 20;
/** Characters that a value of a link may have. */
const LONGEST = 24;

/**
 * 建议关联: places that state an indicator by its name and year and are not linked yet, so that linking is a yes. A place
 * is proposed only where its words and those around them occur once; what cannot be told apart is left to a person.
 */
export function proposedPlaces(source: string | Tree, rows: readonly IndicatorRow[]): readonly Proposal[] {
  const plain = typeof source === 'string' ? source : plainOf(source);
  const lines = plain.split('\n');
  const stated = statedIn(source);
  return rows.flatMap((row) =>
    (stated.get(keyOf(row.name)) ?? []).flatMap((one) => {
      const place = placeOf(one, lines[one.place.line - 1] ?? '', plain);
      return place && !isLinked(source, row, place) ? [proposal(row, one, place)] : [];
    }),
  );
}

/** The value with the words around it in its line, where they occur once in the text. */
function placeOf({ written, place, when }: Stated, line: string, plain: string): IndicatorPlace | null {
  const at = line.indexOf(written);
  const isOne = at >= 0 && !line.includes(written, at + 1);
  if (!isOne || written === '' || written.length > LONGEST) return null;
  const end = at + written.length;
  const before = line.slice(Math.max(0, at - AROUND), at);
  const after = line.slice(end, end + AROUND);
  const words = before + written + after;
  if (before + after === '' || plain.indexOf(words) !== plain.lastIndexOf(words)) return null;
  return { node: place.node, quote: written, before, after, cites: when === 'target' ? 'target' : 'current' };
}

/** Whether a place that is linked already stands at these words. */
function isLinked(source: string | Tree, row: IndicatorRow, place: IndicatorPlace): boolean {
  const around = aroundOf(row);
  const at = citedNow(textAt(source, place), place, '', around).at;
  return row.places.some(
    (one) => one.node === place.node && citedNow(textAt(source, one), one, '', around).at === at,
  );
}

/** The text of the node; where the text is no tree, all of it. Nothing for a node that is gone. */
export function textAt(source: string | Tree, { node }: IndicatorPlace): string {
  if (typeof source === 'string') return source;
  return source.nodes.find(({ id }) => id === node)?.text ?? '';
}

function proposal(row: IndicatorRow, stated: Stated, place: IndicatorPlace): Proposal {
  const figure = row.status === 'confirmed' ? row[place.cites] : null;
  const state = agreement(row, figure, stated);
  return { row: row.row, name: row.name, figure, place, state, words: wordsOf(CITED_WORDS, state) };
}
