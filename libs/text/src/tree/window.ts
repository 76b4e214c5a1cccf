import { readLines } from '../lines.ts';
import { shaped } from '../shape.ts';
import { isRow } from './read-tree.ts';
import { isBlank } from './sound.ts';
import { ERASED, type Tree } from './tree.ts';

/** A piece of the plain reading of a tree, in UTF-16 units; `to` not included. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** One replacement in the plain reading. */
export interface Replacement extends Extent {
  readonly put: string;
}

/** The nodes that a replacement touches, and how their lines read after it. */
export interface Window {
  /** Places of the first and the last node; `last` before `first` in a tree without nodes. */
  readonly first: number;
  readonly last: number;
  /** Whether it goes up to the end of the text. */
  readonly isToEnd: boolean;
  readonly text: string;
  readonly groups: readonly Group[];
}

/** Lines that are one node afterwards. */
export interface Group extends Extent {
  /** The nodes of which it keeps words, in their order, each with the place behind the last kept character in its text. */
  readonly owners: readonly Owner[];
}

export interface Owner {
  readonly node: number;
  readonly kept: number;
}

/** Where the text of each node stands in the plain reading. */
interface Place extends Extent {
  /** Where the blank lines in front of it begin. */
  readonly start: number;
  readonly isTable: boolean;
}

/** Reads the lines around a replacement anew. `plain` is the plain reading of the tree. */
export function windowOf(tree: Tree, plain: string, change: Replacement): Window {
  const places = placesOf(tree);
  const found = Math.max(
    0,
    places.findLastIndex(({ start }) => start <= change.from),
  );
  const reached = places.findIndex(({ to }) => to >= change.to);
  const last = reached < 0 ? places.length - 1 : Math.max(found, reached);
  const isToEnd = last === places.length - 1;
  const from = places[found]?.start ?? 0;
  const to = isToEnd ? plain.length : (places[last]?.to ?? plain.length);
  const text = plain.slice(from, change.from) + change.put + plain.slice(change.to, to);
  const view: View = { places, text, kept: { head: change.from - from, tail: to - change.to }, from, to };
  return { first: found, last, isToEnd, text, groups: grouped(view) };
}

function placesOf({ nodes }: Tree): readonly Place[] {
  let start = 0;
  return nodes.map(({ before, text, kind }) => {
    const from = start + before.length;
    const to = from + (text ?? ERASED).length;
    const place = { start, from, to, isTable: kind === 'table' };
    start = to + 1;
    return place;
  });
}

interface View extends Extent {
  readonly places: readonly Place[];
  readonly text: string;
  /** So many characters at the head and at the tail of `text` stood there before. */
  readonly kept: { readonly head: number; readonly tail: number };
}

/** A line that is not blank. */
interface Row extends Extent {
  readonly owners: readonly Owner[];
  readonly isRow: boolean;
}

function grouped(view: View): readonly Group[] {
  const groups: Group[] = [];
  let before: Row | null = null;
  let isTable = false;
  for (const row of rowsOf(view)) {
    const last = groups.at(-1);
    const ownsTable = row.owners.some(({ node }) => view.places[node]?.isTable);
    if (before && last && isInner(view, before, row, isTable || ownsTable)) {
      groups[groups.length - 1] = { from: last.from, to: row.to, owners: merged(last.owners, row.owners) };
      isTable ||= ownsTable;
    } else {
      groups.push(row);
      isTable = ownsTable;
    }
    before = row;
  }
  return groups;
}

function rowsOf(view: View): readonly Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (const line of view.text.split('\n')) {
    const to = from + line.length;
    if (!isBlank(line)) rows.push({ from, to, owners: ownersOf(view, from, to), isRow: looksLikeRow(line) });
    from = to + 1;
  }
  return rows;
}

function looksLikeRow(line: string): boolean {
  const [read] = readLines(line.replace(/[\r\uFEFF]/g, ' '));
  return read !== undefined && isRow(shaped(read));
}

/** A line keeps words of one node at its head, and at its tail of another or the same. */
function ownersOf(view: View, from: number, to: number): readonly Owner[] {
  const { text, kept } = view;
  const [head, tail] = [Math.min(to, kept.head), Math.max(from, text.length - kept.tail)];
  const pieces = [
    { from, to: head },
    { from: Math.max(tail, head), to },
  ];
  const owners = pieces.flatMap((piece) => ownerOf(view, piece));
  return merged([], owners);
}

function ownerOf(view: View, { from, to }: Extent): readonly Owner[] {
  const piece = view.text.slice(from, Math.max(from, to));
  if (isBlank(piece)) return [];
  const end = from + piece.trimEnd().length;
  const at = originOf(view, end - 1);
  const node = at === null ? -1 : view.places.findIndex((place) => place.from <= at && at < place.to);
  const place = view.places[node];
  return place && at !== null ? [{ node, kept: at - place.from + 1 }] : [];
}

/** Where a character of the text stood in the plain reading; null for a new one. */
function originOf({ from, to, text, kept }: View, at: number): number | null {
  if (at < kept.head) return from + at;
  return at >= text.length - kept.tail ? to - (text.length - at) : null;
}

const merged = (owners: readonly Owner[], more: readonly Owner[]): readonly Owner[] => [
  ...owners.filter(({ node }) => more.every((each) => each.node !== node)),
  ...more.filter(({ node }, at) => more.findLastIndex((each) => each.node === node) === at),
];

/** Whether two lines stay within one node: they did before, or both are rows of one table. */
function isInner(view: View, one: Row, other: Row, isTable: boolean): boolean {
  const feeds = feedsBetween(view, one.to, other.from);
  if (feeds.includes(BORDER)) return false;
  return isOneNode(feeds, one, other) || (isTable && one.isRow && other.isRow && feeds.length === 1);
}

/** Whether all line feeds between two lines stood inside of one node of which both keep words. */
function isOneNode(feeds: readonly (number | null)[], one: Row, other: Row): boolean {
  const [feed = null] = feeds;
  return feed !== null && feeds.every((each) => each === feed) && isOf(one, feed) && isOf(other, feed);
}

const isOf = ({ owners }: Row, node: number): boolean => owners.some((owner) => owner.node === node);

function feedsBetween(view: View, from: number, to: number): readonly (number | null)[] {
  const feeds: (number | null)[] = [];
  for (let at = from; at < to; at++) if (view.text[at] === '\n') feeds.push(nodeOfFeed(view, at));
  return feeds;
}

/** A line end between two nodes. */
const BORDER = -1;

/** The node inside of which a line feed stood, {@link BORDER}, or null for a new one. */
function nodeOfFeed(view: View, at: number): number | null {
  const origin = originOf(view, at);
  if (origin === null) return null;
  return view.places.findIndex((place) => place.from <= origin && origin < place.to);
}
