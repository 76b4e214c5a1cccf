import type { Style } from '../marker.ts';
import { listsOf, type Item, type List } from './lists.ts';
import { relabelled, reprefixed } from './numeral-like.ts';
import { parentsOf } from './root.ts';
import type { Operation, Tree, TreeNode } from './tree.ts';

/** A number that was recognised, and the one that its list wants there. */
export interface Numbered {
  readonly node: string;
  readonly style: Style;
  /** As it stands in the text of its node, and from which character to which (UTF-16). */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** As it should be; the same where it is right. */
  readonly wanted: string;
  /** Whether its list begins with 1 or goes on from the one before it. */
  readonly list: 'restarts' | 'runs-on';
}

/**
 * Every number at the head of a heading or clause and every 一是 in a paragraph, in the order of the text. Numbers in
 * tables and in quotation marks are none of the text's own.
 */
export function numberingOf({ nodes }: Tree): readonly Numbered[] {
  const counted = listsOf(nodes).map((list, at, lists) => ({
    list,
    isOn: runsOn(list, lists.slice(0, at), lists),
  }));
  const ordinals = ordinalsOf(counted);
  const parents = parentsOf(nodes);
  const done = new Map<number, Relabelled>();
  return counted
    .flatMap(({ list, isOn }) => list.items.map((item) => ({ item, isOn })))
    .toSorted((x, y) => x.item.node - y.item.node || x.item.from - y.item.from)
    .map(({ item, isOn }) => {
      const label = labelIn(nodes, item);
      const prefixed = withPrefix(label, item, { parents, done });
      const right = relabelled(prefixed, ordinals.get(item) ?? item.ordinal) ?? label;
      if (!done.has(item.node)) done.set(item.node, { was: label, now: right });
      const { style, from, to } = item;
      const list = isOn ? ('runs-on' as const) : ('restarts' as const);
      return { node: nodes[item.node]?.id ?? '', style, label, from, to, wanted: right, list };
    });
}

/**
 * The operations after which every list runs 1, 2, 3 in its own style. A list begins anew under each heading, unless
 * the text counts on over its headings already. One number alone is left as it is. Mentions of a number elsewhere
 * (见第三章) are not touched.
 */
export function renumber(tree: Tree): readonly Operation[] {
  const wrong = new Map<string, Numbered[]>();
  for (const each of numberingOf(tree))
    if (each.wanted !== each.label) wrong.set(each.node, [...(wrong.get(each.node) ?? []), each]);
  return tree.nodes.flatMap(({ id, text }) => {
    const numbers = wrong.get(id);
    return numbers && text !== null ? [{ op: 'put' as const, node: id, text: mended(text, numbers) }] : [];
  });
}

const mended = (text: string, numbers: readonly Numbered[]): string =>
  numbers.reduceRight(
    (reached, { from, to, wanted }) => reached.slice(0, from) + wanted + reached.slice(to),
    text,
  );

const labelIn = (nodes: readonly TreeNode[], { node, from, to }: Item): string =>
  (nodes[node]?.text ?? '').slice(from, to);

interface Counted {
  readonly list: List;
  readonly isOn: boolean;
}

function ordinalsOf(counted: readonly Counted[]): ReadonlyMap<Item, number> {
  const ordinals = new Map<Item, number>();
  const lasts = new Map<string, number>();
  for (const { list, isOn } of counted) {
    const start = isOn ? (lasts.get(keyOf(list)) ?? 0) + 1 : 1;
    lasts.set(keyOf(list), isOn || list.items.length > 1 ? counting(list, start, ordinals) : firstOf(list));
  }
  return ordinals;
}

/** Counts a list from `start`, and gives its last number. */
function counting({ items }: List, start: number, ordinals: Map<Item, number>): number {
  let next = start;
  for (const item of items) {
    // An erased clause keeps its number, though nobody can read it.
    if (item.ordinal > next && item.ordinal <= next + item.erased) next = item.ordinal;
    ordinals.set(item, next);
    next++;
  }
  return next - 1;
}

const keyOf = ({ style, items }: List): string => `${style} ${items[0]?.prefix ?? ''}`;
const firstOf = ({ items }: List): number => items[0]?.ordinal ?? 1;
const lastOf = (list: List | undefined): number => list?.items.at(-1)?.ordinal ?? 0;

/** Whether a list goes on from the one of its style before it. */
function runsOn(list: List, earlier: readonly List[], all: readonly List[]): boolean {
  const isLike = (each: List): boolean => each !== list && keyOf(each) === keyOf(list);
  const before = earlier.findLast(isLike);
  if (!before || list.style === 'han-shi') return false;
  const { on, anew } = votesOf(all.filter(isLike));
  if (list.style === 'article') return on >= anew;
  if (firstOf(list) === 1) return false;
  // A list of one and a 2 behind it may also be two lists of which the second lost its 1.
  const isSure = lastOf(before) > 1 || anew < 2;
  return on > anew || (isSure && firstOf(list) === lastOf(before) + 1);
}

/** How often the lists of one style go on, and how often they begin anew. */
function votesOf(lists: readonly List[]): { readonly on: number; readonly anew: number } {
  let [on, anew] = [0, 0];
  lists.slice(1).forEach((list, at) => {
    if (firstOf(list) === 1) anew++;
    else if (firstOf(list) === lastOf(lists[at]) + 1) on++;
  });
  return { on, anew };
}

interface Relabelled {
  readonly was: string;
  readonly now: string;
}

interface Above {
  readonly parents: readonly (number | null)[];
  /** The first numbers of the nodes so far. */
  readonly done: ReadonlyMap<number, Relabelled>;
}

/** `2.3` under `2.` becomes `3.3` where that becomes `3.`. */
function withPrefix(label: string, { node, prefix }: Item, { parents, done }: Above): string {
  if (prefix === '') return label;
  const numbers = digitsOf(prefix).join('.');
  for (let at = parents[node] ?? null; at !== null; at = parents[at] ?? null) {
    const above = done.get(at);
    if (above && digitsOf(above.was).join('.') === numbers)
      return label.replace(prefix, () => reprefixed(prefix, digitsOf(above.now)));
  }
  return label;
}

const digitsOf = (text: string): readonly string[] => text.match(/\d+/g) ?? [];
