import { applyOperations, halvesOf } from './apply.ts';
import { indexAfter } from './bytes.ts';
import { compact } from './compact.ts';
import { guessLevel, markerIn } from './guess.ts';
import { freshIds, type Mint } from './mint.ts';
import { isMisfit, type Misfit } from './misfit.ts';
import { replacementsIn } from './replacements.ts';
import { ERASED, plainOf, type Operation, type Tree, type TreeNode } from './tree.ts';
import { windowOf, type Group, type Window } from './window.ts';

/** At byte `at` of the text reached so far, `cut` bytes of UTF-8 go and `put` comes. */
export interface ByteChange {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

/**
 * Changes of the plain reading, each of the text that the one before left, as operations: applied to the tree they
 * give exactly the text that the changes give. A node that keeps any of its words keeps its id: a line feed put in
 * splits it, one cut out joins it with the next (which goes), whole paragraphs are inserted and removed. A misfit comes
 * back where a change reaches into an erased clause.
 *
 * @throws RangeError when a change starts or ends outside the text or within a character
 */
export function operationsOf(
  tree: Tree,
  changes: readonly ByteChange[],
  mint: Mint,
): readonly Operation[] | Misfit {
  const fresh = freshIds(tree, mint);
  const operations: Operation[] = [];
  let reached = tree;
  for (const change of changes) {
    const plain = plainOf(reached);
    const from = indexAfter(plain, change.at, 0);
    const to = indexAfter(plain, change.cut, from);
    for (const each of replacementsIn(plain.slice(from, to), change.put).toReversed()) {
      const exact = { from: from + each.from, to: from + each.to, put: each.put };
      const made = replaced(reached, windowOf(reached, plainOf(reached), exact), fresh);
      if (isMisfit(made)) return made;
      const next = applyOperations(reached, made);
      if (isMisfit(next)) return next;
      operations.push(...made);
      reached = next;
    }
  }
  return compact(operations);
}

/** Nodes that become one text, and the groups of lines that this text is split into. */
interface Component {
  readonly nodes: number[];
  readonly groups: { readonly group: Group; readonly at: number }[];
}

function replaced(tree: Tree, window: Window, fresh: () => string): readonly Operation[] | Misfit {
  const ids = rewrittenIn(tree, window);
  const structure: Operation[] = [...removals(tree, window, new Set(ids.values()))];
  for (const component of componentsOf(tree, window)) {
    const [id = '', ...joins] = component.nodes.map((node) => idOf(tree, node));
    for (const next of joins) structure.push({ op: 'join', node: id, next });
    for (const { operations, group, node } of splitsOf(tree, component, id, fresh)) {
      structure.push(...operations);
      ids.set(group, node);
    }
  }
  const middle = applyOperations(tree, structure);
  if (isMisfit(middle)) return middle;
  return [...structure, ...filled({ tree, middle, window, ids }, fresh)];
}

const idOf = ({ nodes }: Tree, at: number): string => nodes[at]?.id ?? '';

function* removals(
  tree: Tree,
  { first, last, groups }: Window,
  rewritten: ReadonlySet<string>,
): Generator<Operation> {
  const kept = new Set(groups.flatMap(({ owners }) => owners.map(({ node }) => node)));
  for (let at = first; at <= last; at++) {
    const node = tree.nodes[at];
    if (node && !kept.has(at) && !rewritten.has(node.id)) yield { op: 'remove', node: node.id };
  }
}

/** As many paragraphs as were there, in their place, with none of their words: each was written anew. */
function rewrittenIn({ nodes }: Tree, { first, last, groups }: Window): Map<Group, string> {
  const rewritten = new Map<Group, string>();
  let [node, open]: [number, Group[]] = [first, []];
  const settle = (next: number, from: number): void => {
    const gone = nodes.slice(node, next);
    if (gone.length === open.length)
      open.forEach((group, at) => void rewritten.set(group, gone[at]?.id ?? ''));
    [node, open] = [from, []];
  };
  for (const group of groups) {
    const [start, end] = [group.owners[0], group.owners.at(-1)];
    if (start && end) settle(start.node, end.node + 1);
    else open.push(group);
  }
  settle(last + 1, last + 1);
  return rewritten;
}

/** Follows which node goes into which group: one in two groups is split, two in one group are joined. */
function componentsOf(tree: Tree, { groups }: Window): readonly Component[] {
  const components: Component[] = [];
  const owned = groups.flatMap((group) => group.owners.map((owner, i) => ({ group, owner, isNext: i > 0 })));
  let cut = 0;
  for (const { group, owner, isNext } of owned) {
    const last = components.at(-1);
    const open = isNext || last?.nodes.at(-1) === owner.node ? last : undefined;
    const component = open ?? { nodes: [owner.node], groups: [{ group, at: 0 }] };
    if (!open) components.push(component);
    else if (isNext) open.nodes.push(owner.node);
    else open.groups.push({ group, at: cut });
    cut = lengthsOf(tree, component.nodes.slice(0, -1)) + owner.kept;
  }
  return components;
}

const lengthsOf = ({ nodes }: Tree, places: readonly number[]): number =>
  places.reduce((sum, at) => sum + (nodes[at]?.text ?? ERASED).length, 0);

interface Split {
  readonly group: Group;
  /** The node that it is, and the split that makes it one; none for the first group. */
  readonly node: string;
  readonly operations: readonly Operation[];
}

function splitsOf(
  tree: Tree,
  { nodes, groups }: Component,
  id: string,
  fresh: () => string,
): readonly Split[] {
  let text = nodes.map((node) => tree.nodes[node]?.text ?? ERASED).join('');
  let [node, start] = [id, 0];
  return groups.map(({ group, at }, i) => {
    if (i === 0) return { group, node, operations: [] };
    const operation = { op: 'split' as const, node, at: at - start, into: fresh() };
    const halves = halvesOf(text, operation.at);
    const rest = typeof halves === 'string' ? '' : halves.rest.text;
    start += text.length - rest.length;
    text = rest;
    node = operation.into;
    return { group, node, operations: [operation] };
  });
}

interface Filling {
  readonly tree: Tree;
  /** After the removals, joins and splits. */
  readonly middle: Tree;
  readonly window: Window;
  readonly ids: ReadonlyMap<Group, string>;
}

/** Gives every group its words and blank lines, and puts the new ones in. */
function* filled(filling: Filling, fresh: () => string): Generator<Operation> {
  const { tree, middle, window, ids } = filling;
  const known = new Map(middle.nodes.map((node) => [node.id, node]));
  const old = new Set(tree.nodes.map(({ id }) => id));
  const before = tree.nodes.slice(0, window.first);
  let [at, after] = [0, before.at(-1)?.id ?? null];
  for (const group of window.groups) {
    const blank = window.text.slice(at, group.from);
    const text = window.text.slice(group.from, group.to);
    const node = known.get(ids.get(group) ?? '');
    if (node) {
      yield* edits(node, blank, text, old.has(node.id) ? null : before);
      before.push({ ...node, text });
      after = node.id;
    } else {
      const made = { node: fresh(), ...guessLevel(before, text) };
      yield { op: 'insert', ...made, after, before: blank, text };
      before.push({ id: made.node, kind: made.kind, depth: made.depth, before: blank, text });
      after = made.node;
    }
    at = group.to + 1;
  }
  yield* behind(filling, at);
}

function* edits(
  node: TreeNode,
  blank: string,
  text: string,
  before: readonly TreeNode[] | null,
): Generator<Operation> {
  if ((node.text ?? ERASED) !== text) yield { op: 'put', node: node.id, text };
  if (node.before !== blank) yield { op: 'space', node: node.id, blank };
  if (!before || !markerIn({ ...node, text })) return;
  const { kind, depth } = guessLevel(before, text);
  if (kind !== node.kind || depth !== node.depth) yield { op: 'level', node: node.id, kind, depth };
}

/** Blank lines that are left behind the last group belong to the next node or to the end. */
function* behind({ tree, window }: Filling, at: number): Generator<Operation> {
  const { text, groups, first, last, isToEnd } = window;
  const next = tree.nodes[last + 1];
  if (!isToEnd && next) {
    const blank = groups.length > 0 ? text.slice(at) : text;
    const isLine = groups.length === 0 || at <= text.length;
    if (isLine) yield { op: 'space', node: next.id, blank: `${blank}\n${next.before}` };
    return;
  }
  const end = endOf(text, groups, first);
  if (end !== tree.end) yield { op: 'space', node: null, blank: end };
}

function endOf(text: string, groups: readonly Group[], first: number): string {
  const last = groups.at(-1);
  if (last) return text.slice(last.to);
  return first > 0 ? `\n${text}` : text;
}
