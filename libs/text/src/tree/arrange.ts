import { heaviest } from '../diff/chain.ts';
import { blockLength } from './apply.ts';
import { DEEPEST } from './sound.ts';
import type { Operation, Tree, TreeNode } from './tree.ts';

/** A node as it is wanted. */
export interface Wanted extends Pick<TreeNode, 'id' | 'kind' | 'depth' | 'before'> {
  readonly text: string;
}

/**
 * The operations from a tree to exactly these nodes in this order. As few nodes as possible are moved; a heading whose
 * whole content goes with it is moved once.
 */
export function arrange(tree: Tree, wanted: readonly Wanted[], end: string): readonly Operation[] {
  const places = new Map(wanted.map(({ id }, at) => [id, at]));
  const operations: Operation[] = [];
  const nodes: TreeNode[] = [];
  for (const node of tree.nodes)
    if (places.has(node.id)) nodes.push(node);
    else operations.push({ op: 'remove', node: node.id });
  for (const operation of ordered(nodes, wanted, places)) operations.push(operation);
  const known = new Map(nodes.map((node) => [node.id, node]));
  wanted.forEach((node, at) => {
    const now = known.get(node.id);
    const after = wanted[at - 1]?.id ?? null;
    if (!now) operations.push(inserted(node, after));
    else for (const operation of mended(now, node)) operations.push(operation);
  });
  if (tree.end !== end) operations.push({ op: 'space', node: null, blank: end });
  return operations;
}

const inserted = ({ id, kind, depth, before, text }: Wanted, after: string | null): Operation => ({
  op: 'insert',
  node: id,
  after,
  kind,
  depth,
  before,
  text,
});

function* mended(now: TreeNode, wanted: Wanted): Generator<Operation> {
  const { id: node, kind, depth, before, text } = wanted;
  if (now.text !== null && now.text !== text) yield { op: 'put', node, text };
  if (now.kind !== kind || now.depth !== depth) yield { op: 'level', node, kind, depth };
  if (now.before !== before) yield { op: 'space', node, blank: before };
}

/** Moves nodes, in the list too, until they stand in the order that is wanted. */
function* ordered(
  nodes: TreeNode[],
  wanted: readonly Wanted[],
  places: ReadonlyMap<string, number>,
): Generator<Operation> {
  const stay = stayingOf(nodes, places);
  const present = new Set(nodes.map(({ id }) => id));
  let before: string | null = null;
  for (const { id, depth } of wanted) {
    if (!present.has(id)) continue;
    const from = nodes.findIndex((node) => node.id === id);
    const isInPlace = before === null ? from === 0 : nodes[from - 1]?.id === before;
    if (!stay.has(id) && !isInPlace) yield* moved(nodes, from, { after: before, depth, places, stay });
    before = id;
  }
}

function stayingOf(nodes: readonly TreeNode[], places: ReadonlyMap<string, number>): ReadonlySet<string> {
  const pairs = nodes.map(({ id, text }, i) => ({
    i,
    j: places.get(id) ?? 0,
    weight: (text?.length ?? 0) + 1,
  }));
  return new Set(heaviest(pairs).map(({ i }) => nodes[i]?.id ?? ''));
}

interface Goal {
  readonly after: string | null;
  readonly depth: number;
  readonly places: ReadonlyMap<string, number>;
  readonly stay: ReadonlySet<string>;
}

function* moved(nodes: TreeNode[], from: number, goal: Goal): Generator<Operation> {
  const block = nodes.slice(from, from + blockLength(nodes, from));
  const [node, below] = block;
  if (!node) return;
  const isWhole = goesWhole(block, goal);
  // What lies under it stays where it is: it is brought to their depth first, so that it leaves alone.
  if (below && !isWhole) yield { op: 'level', node: node.id, kind: node.kind, depth: below.depth };
  yield { op: 'move', node: node.id, after: goal.after, depth: goal.depth };
  const going = isWhole ? block : [node];
  nodes.splice(from, going.length);
  const to = goal.after === null ? 0 : nodes.findIndex(({ id }) => id === goal.after) + 1;
  const by = goal.depth - node.depth;
  nodes.splice(to, 0, ...going.map((each) => ({ ...each, depth: each.depth + by })));
}

/** Whether all that lies under a node is wanted right behind it, in the same order and as deep, and none of it stays. */
function goesWhole(block: readonly TreeNode[], { places, stay, depth }: Goal): boolean {
  const [first] = block;
  const start = places.get(first?.id ?? '') ?? 0;
  const by = depth - (first?.depth ?? depth);
  return block.every(
    ({ id, depth: own }, at) =>
      places.get(id) === start + at && !(at > 0 && stay.has(id)) && own + by <= DEEPEST,
  );
}
