import { utf8Length } from '@mouding/evidence';
import { numbersOf } from '../amend/numbers.ts';
import { applyChanges, indexAt, type ByteChange } from '../manuscript/text-changes.ts';
import type { Outside, Point, Row } from './facts.ts';

/**
 * 修改对照表: every change with the point that it is said to rest on, the paragraphs of the text decided on that it
 * touches, and the numbers that go and come in them. Changes apply one after another, as in {@link applyChanges}.
 */
export function tableOf(
  base: string,
  changes: readonly ByteChange[],
  points: readonly (number | null)[],
): readonly ByteRow[] {
  const rows: ByteRow[] = [];
  let reached = base;
  for (const [i, change] of changes.entries()) {
    const next = applyChanges(reached, [change]);
    const touched = paragraphs(base, changes.slice(0, i), change);
    rows.push({ ...change, point: points[i] ?? null, paragraphs: touched, ...moved(reached, next, change) });
    reached = next;
  }
  return rows;
}

/** A row of a text in bytes. */
export type ByteRow = Exclude<Row, { readonly operations: unknown }>;

/**
 * Rows that the mandate does not cover: assigned to no point of it, in a paragraph that its point does not name, or
 * changing a number that its point does not name. A new number needs no name of its own where it stands for one that
 * the point names.
 */
export const outsideOf = (points: readonly Point[], rows: readonly Row[]): readonly Outside[] =>
  rows.flatMap((row, i): readonly Outside[] => {
    const point = points.find(({ no }) => no === row.point);
    if (!point) return [{ row: i + 1, why: 'unassigned', numbers: [] }];
    if (elsewhere(point, row)) return [{ row: i + 1, why: 'paragraph', numbers: [] }];
    const numbers = unnamed(point, row);
    return numbers.length === 0 ? [] : [{ row: i + 1, why: 'number', numbers }];
  });

const elsewhere = ({ paragraphs: named }: Point, row: Row): boolean =>
  named.length > 0 && !row.paragraphs.every((no) => named.includes(no));

function unnamed({ numbers }: Point, { gone, come }: Row): readonly string[] {
  const lost = gone.filter((number) => !numbers.includes(number));
  const strange = come.filter((number) => !numbers.includes(number));
  return [...lost, ...strange.slice(gone.length - lost.length)];
}

/** The paragraph, from 1, in which a byte of the text lies. */
export const paragraphAt = (text: string, byte: number): number =>
  text.slice(0, indexAt(text, byte, 0)).split('\n').length;

/** The paragraph that ends at a byte, or in which it lies. */
function paragraphBefore(text: string, byte: number): number {
  const head = text.slice(0, indexAt(text, byte, 0));
  return head.split('\n').length - (head.endsWith('\n') ? 1 : 0);
}

function paragraphs(base: string, before: readonly ByteChange[], { at, cut }: ByteChange): readonly number[] {
  const first = paragraphAt(base, originOf(before, at, 'start'));
  const last = cut === 0 ? first : paragraphBefore(base, originOf(before, at + cut, 'end'));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
}

/** Where a byte of the text reached so far came from; within what a change has put, either end of what it cut. */
const originOf = (before: readonly ByteChange[], byte: number, side: 'start' | 'end'): number =>
  before.toReversed().reduce((place, { at, cut, put }) => {
    const end = at + utf8Length(put);
    if (place <= at) return place;
    if (place >= end) return place - (end - at) + cut;
    return side === 'start' ? at : at + cut;
  }, byte);

function moved(before: string, after: string, { at, cut, put }: ByteChange): Pick<Row, 'gone' | 'come'> {
  const old = numbersOf(lines(before, at, cut));
  const now = numbersOf(lines(after, at, utf8Length(put)));
  const [gone, come] = [minus(old, now), minus(now, old)];
  if (gone.length > 0 || come.length > 0) return { gone, come };
  return { gone: old.filter((number, i) => number !== now[i]), come: [] };
}

/** The whole lines in which a passage lies. */
function lines(text: string, at: number, length: number): string {
  const from = indexAt(text, at, 0);
  const to = indexAt(text, length, from);
  const end = text.indexOf('\n', to);
  const start = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  return text.slice(start, end < 0 ? text.length : end);
}

/** What is in the one list and not in the other, as often as it is there more. */
function minus(all: readonly string[], less: readonly string[]): readonly string[] {
  const left = [...less];
  return all.filter((one) => {
    const place = left.indexOf(one);
    if (place < 0) return true;
    left.splice(place, 1);
    return false;
  });
}
