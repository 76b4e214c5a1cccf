import type { Misfit, Why } from './misfit.ts';
import { textHash } from './root.ts';
import {
  blankHead,
  DEEPEST,
  isBefore,
  isDepth,
  isEnd,
  isHeading,
  isId,
  isText,
  isWritable,
  KINDS,
} from './sound.ts';
import type { Operation, Sha256, Tree, TreeNode } from './tree.ts';

/** A tree that operations are being done on. */
interface Draft {
  readonly nodes: TreeNode[];
  end: string;
}

type Of<Op extends Operation['op']> = Extract<Operation, { op: Op }>;

/** The tree after the operations, done one after the other; or the first that does not fit, and then none is done. */
export function applyOperations(tree: Tree, operations: readonly Operation[]): Tree | Misfit {
  const draft: Draft = { nodes: [...tree.nodes], end: tree.end };
  for (const [at, operation] of operations.entries()) {
    const why = done(draft, operation);
    if (why) return { misfit: why, at, operation };
  }
  const last = operations.at(-1);
  if (last && !isEnd(draft.end, draft.nodes.length === 0))
    return { misfit: 'not-blank', at: operations.length - 1, operation: last };
  return { ...tree, nodes: draft.nodes, end: draft.end };
}

/**
 * The tree after one operation of a list. In the middle of a list the end may not fit yet: only
 * {@link applyOperations} asks for that.
 */
export function applyOne(tree: Tree, operation: Operation): Tree | Misfit {
  const draft: Draft = { nodes: [...tree.nodes], end: tree.end };
  const why = done(draft, operation);
  return why ? { misfit: why, at: 0, operation } : { ...tree, nodes: draft.nodes, end: draft.end };
}

function done(draft: Draft, operation: Operation): Why | null {
  switch (operation.op) {
    case 'insert':
      return insert(draft, operation);
    case 'remove':
      return remove(draft, operation);
    case 'move':
      return move(draft, operation);
    case 'split':
      return split(draft, operation);
    case 'join':
      return join(draft, operation);
    default:
      return doneInPlace(draft, operation);
  }
}

function doneInPlace(draft: Draft, operation: Of<'put' | 'level' | 'space'>): Why | null {
  switch (operation.op) {
    case 'put':
      return put(draft, operation);
    case 'level':
      return level(draft, operation);
    case 'space':
      return space(draft, operation);
  }
}

const placeOf = ({ nodes }: Draft, id: string): number => nodes.findIndex((node) => node.id === id);

function textFault(text: string): Why | null {
  if (!isWritable(text)) return 'characters';
  return isText(text) ? null : 'blank-text';
}

function put(draft: Draft, { node: id, text }: Of<'put'>): Why | null {
  const at = placeOf(draft, id);
  const node = draft.nodes[at];
  if (!node) return 'unknown-node';
  if (node.text === null) return 'erased';
  const fault = textFault(text);
  if (!fault) draft.nodes[at] = { ...node, text };
  return fault;
}

function insert(draft: Draft, { node: id, after, kind, depth, before, text }: Of<'insert'>): Why | null {
  const at = after === null ? 0 : placeOf(draft, after) + 1;
  if (after !== null && at === 0) return 'unknown-node';
  const fault = idFault(draft, id) ?? levelFault({ kind, depth }) ?? spaceFault(before) ?? textFault(text);
  if (!fault) draft.nodes.splice(at, 0, { id, kind, depth, before, text });
  return fault;
}

function idFault(draft: Draft, id: string): Why | null {
  if (!isId(id)) return 'id-form';
  return placeOf(draft, id) < 0 ? null : 'id-taken';
}

function levelFault({ kind, depth }: Pick<TreeNode, 'kind' | 'depth'>): Why | null {
  if (!KINDS.includes(kind)) return 'kind';
  return isDepth(depth) ? null : 'depth';
}

const spaceFault = (before: string): Why | null => {
  if (!isWritable(before)) return 'characters';
  return isBefore(before) ? null : 'not-blank';
};

function remove(draft: Draft, { node }: Of<'remove'>): Why | null {
  const at = placeOf(draft, node);
  if (at < 0) return 'unknown-node';
  draft.nodes.splice(at, 1);
  return null;
}

/** How many nodes a move of this one takes along: itself and all that lies under it. */
export function blockLength(nodes: readonly TreeNode[], at: number): number {
  const depth = nodes[at]?.depth ?? 0;
  let to = at + 1;
  while ((nodes[to]?.depth ?? 0) > depth) to++;
  return to - at;
}

function move(draft: Draft, { node: id, after, depth }: Of<'move'>): Why | null {
  const from = placeOf(draft, id);
  const node = draft.nodes[from];
  if (!node || (after !== null && placeOf(draft, after) < 0)) return 'unknown-node';
  const block = draft.nodes.slice(from, from + blockLength(draft.nodes, from));
  if (block.some((each) => each.id === after)) return 'into-itself';
  const moved = block.map((each) => ({ ...each, depth: each.depth + depth - node.depth }));
  if (!moved.every((each) => isDepth(each.depth))) return 'depth';
  draft.nodes.splice(from, block.length);
  draft.nodes.splice(after === null ? 0 : placeOf(draft, after) + 1, 0, ...moved);
  return null;
}

function split(draft: Draft, { node: id, at, into }: Of<'split'>): Why | null {
  const place = placeOf(draft, id);
  const node = draft.nodes[place];
  if (!node) return 'unknown-node';
  if (node.text === null) return 'erased';
  const fault = idFault(draft, into);
  if (fault) return fault;
  const halves = halvesOf(node.text, at);
  if (typeof halves === 'string') return halves;
  draft.nodes.splice(place, 1, { ...node, text: halves.text }, { id: into, ...below(node), ...halves.rest });
  return null;
}

/** What is split off a heading is the text under it; anything else stays what it is. */
const below = ({ kind, depth }: TreeNode): Pick<TreeNode, 'kind' | 'depth'> =>
  isHeading(kind) ? { kind: 'clause', depth: Math.min(DEEPEST, depth + 1) } : { kind, depth };

interface Halves {
  readonly text: string;
  readonly rest: { readonly before: string; readonly text: string };
}

/**
 * A text in two. A line feed at the place becomes the border of the two, and blank lines behind it stand in front of
 * the second.
 */
export function halvesOf(text: string, at: number): Halves | Why {
  if (!Number.isInteger(at) || at < 1 || at >= text.length) return 'outside';
  if (isWithinSign(text, at)) return 'within-character';
  const rest = text.slice(text[at] === '\n' ? at + 1 : at);
  const before = blankHead(rest);
  const halves = { text: text.slice(0, at), rest: { before, text: rest.slice(before.length) } };
  return isText(halves.text) && isText(halves.rest.text) ? halves : 'outside';
}

const isWithinSign = (text: string, at: number): boolean =>
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function join(draft: Draft, { node: id, next }: Of<'join'>): Why | null {
  const at = placeOf(draft, id);
  const [node, other] = [draft.nodes[at], draft.nodes[at + 1]];
  if (!node || placeOf(draft, next) < 0) return 'unknown-node';
  if (other?.id !== next) return 'not-next';
  if (node.text === null || other.text === null) return 'erased';
  draft.nodes.splice(at, 2, { ...node, text: node.text + other.text });
  return null;
}

function level(draft: Draft, { node: id, kind, depth }: Of<'level'>): Why | null {
  const at = placeOf(draft, id);
  const node = draft.nodes[at];
  if (!node) return 'unknown-node';
  const fault = levelFault({ kind, depth });
  if (!fault) draft.nodes[at] = { ...node, kind, depth };
  return fault;
}

function space(draft: Draft, { node: id, blank }: Of<'space'>): Why | null {
  if (id === null) {
    if (!isWritable(blank)) return 'characters';
    draft.end = blank;
    return null;
  }
  const at = placeOf(draft, id);
  const node = draft.nodes[at];
  if (!node) return 'unknown-node';
  const fault = spaceFault(blank);
  if (!fault) draft.nodes[at] = { ...node, before: blank };
  return fault;
}

/**
 * The tree with the text of one node erased: its hash stays, so the root does not change.
 *
 * @throws RangeError when there is no such node
 */
export function erase(tree: Tree, node: string, sha256: Sha256): Tree {
  if (!tree.nodes.some(({ id }) => id === node)) throw new RangeError(`no node ${node}`);
  const nodes = tree.nodes.map((each) => {
    if (each.id !== node || each.text === null) return each;
    return { ...each, text: null, erased: textHash(tree.salt, each, sha256) };
  });
  return { ...tree, nodes };
}
