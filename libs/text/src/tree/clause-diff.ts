import { heaviest } from '../diff/chain.ts';
import { editOf } from '../diff/edit.ts';
import type { Edit } from '../diff/part.ts';
import { pathsOf } from './clause-path.ts';
import { parentsOf } from './root.ts';
import { ERASED, type Tree, type TreeKind } from './tree.ts';

/** What happened to a node. `renumbered`: nothing but its number; `reworded` may include a new number. */
export type ClauseChange = 'added' | 'removed' | 'moved' | 'reworded' | 'renumbered' | 'relevelled';

/** A node as it is in one of the two texts. */
export interface ClauseState {
  readonly kind: TreeKind;
  readonly depth: number;
  /** `第三章 › 二、 › （一）`. */
  readonly path: string;
  readonly text: string;
}

/** One node that is not the same in both texts. */
export interface ChangedNode {
  readonly node: string;
  readonly changes: readonly ClauseChange[];
  /** Null where it was added. */
  readonly was: ClauseState | null;
  /** Null where it was removed. */
  readonly now: ClauseState | null;
  /** The words that changed; null where none did. */
  readonly edit: Edit | null;
}

interface Entry extends ClauseState {
  readonly node: string;
  readonly above: string | null;
  readonly at: number;
}

/**
 * The nodes that differ, in the order of the new text; a removed one stands where it was. A node that came along with
 * the heading above it is not listed as moved. Blank lines are not compared.
 */
export function changedNodes(before: Tree, after: Tree): readonly ChangedNode[] {
  const [was, now] = [entriesOf(before), entriesOf(after)];
  const there = new Map(was.map((entry) => [entry.node, entry]));
  const moved = movedOf(there, now);
  const here = new Set(now.map(({ node }) => node));
  const gone = was.filter(({ node }) => !here.has(node));
  const changed: ChangedNode[] = [];
  for (const entry of now) {
    const old = there.get(entry.node);
    const isMoved = moved.has(entry.node);
    if (old && !isMoved) changed.push(...takenBefore(gone, old.at).map(removed));
    const change = old ? compared(old, entry, isMoved) : added(entry);
    if (change) changed.push(change);
  }
  return [...changed, ...gone.map(removed)];
}

/** Takes out of the list, and gives, what stood before a place. */
function takenBefore(gone: Entry[], at: number): readonly Entry[] {
  const count = gone.findIndex((entry) => entry.at >= at);
  return gone.splice(0, count < 0 ? gone.length : count);
}

function entriesOf(tree: Tree): readonly Entry[] {
  const [paths, parents] = [pathsOf(tree), parentsOf(tree.nodes)];
  return tree.nodes.map(({ id, kind, depth, text }, at) => ({
    node: id,
    kind,
    depth,
    path: paths.get(id) ?? '',
    text: text ?? ERASED,
    above: tree.nodes[parents[at] ?? -1]?.id ?? null,
    at,
  }));
}

/** Nodes out of their old order, but those that only went with the node above them. */
function movedOf(there: ReadonlyMap<string, Entry>, now: readonly Entry[]): ReadonlySet<string> {
  const common = now.filter(({ node }) => there.has(node));
  const pairs = common.map(({ node, text }, i) => ({
    i,
    j: there.get(node)?.at ?? 0,
    weight: text.length + 1,
  }));
  const stayed = new Set(heaviest(pairs).map(({ i }) => common[i]?.node));
  const strayed = new Set(common.flatMap(({ node }) => (stayed.has(node) ? [] : [node])));
  return new Set(
    common.flatMap(({ node, above }) => {
      const isCarried = above !== null && strayed.has(above) && there.get(node)?.above === above;
      return strayed.has(node) && !isCarried ? [node] : [];
    }),
  );
}

const stateOf = ({ kind, depth, path, text }: Entry): ClauseState => ({ kind, depth, path, text });

const added = (entry: Entry): ChangedNode => ({
  node: entry.node,
  changes: ['added'],
  was: null,
  now: stateOf(entry),
  edit: null,
});

const removed = (entry: Entry): ChangedNode => ({
  node: entry.node,
  changes: ['removed'],
  was: stateOf(entry),
  now: null,
  edit: null,
});

function compared(was: Entry, now: Entry, isMoved: boolean): ChangedNode | null {
  const edit = was.text === now.text ? null : editOf(was.text, now.text, { a: 1, b: 1 });
  const changes: ClauseChange[] = [];
  if (isMoved) changes.push('moved');
  if (was.kind !== now.kind || was.depth !== now.depth) changes.push('relevelled');
  if (edit) changes.push(edit.nature === 'numbering' ? 'renumbered' : 'reworded');
  if (changes.length === 0) return null;
  return { node: now.node, changes, was: stateOf(was), now: stateOf(now), edit };
}
