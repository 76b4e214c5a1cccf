import { rawRange } from '../lines.ts';
import type { Marker, Style } from '../marker.ts';
import { valueOf } from '../numeral.ts';
import { linesIn, markerIn } from './guess.ts';
import { parentsOf } from './root.ts';
import { isBlank } from './sound.ts';
import type { TreeNode } from './tree.ts';

/** One number of a list: at the head of a node, or 一是 within it. */
export interface Item {
  /** The place of its node. */
  readonly node: number;
  readonly style: Style;
  readonly ordinal: number;
  readonly prefix: string;
  /** Characters of the text of its node. */
  readonly from: number;
  readonly to: number;
  /** Whether something unnumbered stands before it that may begin a list anew. */
  readonly fresh: boolean;
  /** How many erased nodes stand between it and the item before it: their numbers are not known. */
  readonly erased: number;
}

/** Numbers that run 1, 2, 3 together, in their order. */
export interface List {
  readonly style: Style;
  /** The place of the node under which it stands, null for none. */
  readonly parent: number | null;
  readonly items: readonly Item[];
}

interface Open extends List {
  readonly items: Item[];
}

/** The lists of a text, in the order in which they begin: headings and numbered clauses under one heading. */
export function listsOf(nodes: readonly TreeNode[]): readonly List[] {
  const parents = parentsOf(nodes);
  const lists: Open[] = [];
  const open = new Map<string, Open>();
  const numbers = nodes.map(numberedAs);
  for (const at of attachmentsIn(nodes, numbers)) numbers[at] = null;
  const heads = nodes.map((_, at) => headItem(nodes, numbers, parents, at));
  heads.forEach((item, at) => {
    if (!item) return;
    const parent = parents[at] ?? null;
    const key = `${parent} ${item.style} ${item.prefix}`;
    const list = open.get(key);
    if (list && !beginsAnew(list.items, item, nextAlike(heads, parents, at))) list.items.push(item);
    else {
      const made = { style: item.style, parent, items: [item] };
      open.set(key, made);
      lists.push(made);
    }
  });
  return [...lists, ...sequencesOf(nodes, parents)];
}

/** The number at the head of a node; 一是 is read with those within paragraphs. */
function numberedAs(node: TreeNode): Marker | null {
  const marker = markerIn(node);
  return marker?.style === 'han-shi' ? null : marker;
}

/** The numbers below `附件：1.…` go on from one that stands within a line: they are a list of their own. */
function* attachmentsIn(nodes: readonly TreeNode[], numbers: readonly (Marker | null)[]): Generator<number> {
  for (const [at, { text }] of nodes.entries()) {
    if (!/^\s*附件[：:]\s*1[.．、]/u.test(text ?? '')) continue;
    for (let next = at + 1; numbers[next]?.style === 'decimal'; next++) yield next;
  }
}

function headItem(
  nodes: readonly TreeNode[],
  numbers: readonly (Marker | null)[],
  parents: readonly (number | null)[],
  at: number,
): Item | null {
  const marker = numbers[at];
  if (!marker) return null;
  const { style, ordinal, prefix, from, to } = marker;
  let erased = 0;
  for (let place = at - 1; place > (parents[at] ?? -1); place--) {
    if (parents[place] !== parents[at]) continue;
    if (nodes[place]?.text !== null) break;
    erased++;
  }
  return {
    node: at,
    style,
    ordinal,
    prefix,
    from,
    to,
    fresh: isFresh(nodes[at - 1], numbers[at - 1]),
    erased,
  };
}

/** Behind a line that opens something or is no sentence, a list may begin anew. */
function isFresh(before: TreeNode | undefined, number: Marker | null | undefined): boolean {
  if (!before || number) return false;
  const text = before.text?.trimEnd() ?? '';
  return before.kind === 'table' || before.kind === 'figure' || /[：:]$/u.test(text) || !/[。；]/u.test(text);
}

function nextAlike(
  heads: readonly (Item | null)[],
  parents: readonly (number | null)[],
  at: number,
): Item | undefined {
  const item = heads[at];
  const found = heads.findIndex(
    (other, i) =>
      i > at && other?.style === item?.style && other?.prefix === item?.prefix && parents[i] === parents[at],
  );
  return heads[found] ?? undefined;
}

/** Whether a 1 begins a second list: the first one began with 1 too, and it is no item that was moved or put in. */
function beginsAnew(items: readonly Item[], { ordinal, fresh }: Item, next: Item | undefined): boolean {
  if (ordinal !== 1 || items[0]?.ordinal !== 1) return false;
  return fresh || (items.length > 1 && next?.ordinal === 2);
}

/** The page reads it too: no looking behind, which Safari knows only since 16.4. */
const SEQUENCE = /(^|[。；：，、\s])(([一二三四五六七八九十]{1,2})是)(?!非|否|指|因)/gu;

/** The sequences 一是 … 二是 …: within a paragraph, or each at the head of the next paragraph under one heading. */
function sequencesOf(nodes: readonly TreeNode[], parents: readonly (number | null)[]): readonly List[] {
  const lists: Open[] = [];
  nodes.forEach((node, at) => {
    const parent = parents[at] ?? null;
    stepsIn(node, at).forEach((item, i) => {
      const last = lists.at(-1);
      const isNext = i > 0 || (isAtHead(node, item) && last?.parent === parent && headsIn(nodes, last) >= 0);
      if (last && isNext && goesOn(last.items, item)) last.items.push(item);
      else lists.push({ style: 'han-shi', parent, items: [item] });
    });
  });
  return lists.filter(({ items }) => items.length > 1);
}

const isAtHead = ({ text }: TreeNode, { from }: Item): boolean => isBlank((text ?? '').slice(0, from));

/** The first paragraph of a sequence whose paragraphs begin with its numbers; -1 for one within a paragraph. */
function headsIn(nodes: readonly TreeNode[], { items: [first] }: List): number {
  const node = nodes[first?.node ?? -1];
  return first && node && isAtHead(node, first) ? first.node : -1;
}

function goesOn(items: readonly Item[], { ordinal, node }: Item): boolean {
  if (ordinal !== 1 || items[0]?.ordinal !== 1) return true;
  return items.length === 1 && items[0]?.node === node;
}

function stepsIn({ kind, text }: TreeNode, node: number): readonly Item[] {
  if (text === null || kind === 'table' || kind === 'figure') return [];
  let start = 0;
  return linesIn(text).flatMap((line) => {
    const begin = start;
    start += line.raw.length + 1;
    return [...line.text.matchAll(SEQUENCE)].flatMap(
      ({ index, 1: before = '', 2: label = '', 3: numeral = '' }) => {
        const ordinal = valueOf(numeral);
        const [from, to] = rawRange(line, index + before.length, index + before.length + label.length);
        if (ordinal === undefined || line.raw.slice(from, to) !== label || isQuoted(text, begin + from))
          return [];
        return [stepOf(node, ordinal, begin + from, begin + to)];
      },
    );
  });
}

const stepOf = (node: number, ordinal: number, from: number, to: number): Item => ({
  node,
  style: 'han-shi',
  ordinal,
  prefix: '',
  from,
  to,
  fresh: false,
  erased: 0,
});

function isQuoted(text: string, at: number): boolean {
  let depth = 0;
  for (const sign of text.slice(0, at)) {
    if (sign === '“') depth++;
    if (sign === '”') depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}
