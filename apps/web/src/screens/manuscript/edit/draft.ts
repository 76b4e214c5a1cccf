import { applyOperations, isMisfit, numberingOf, renumber, type Operation, type Tree } from '@mouding/text';
import type { Tree as View } from '../../../api/generated/types.gen.ts';

/** What was changed on which text, as it is kept on this machine. */
export interface Draft {
  /** The root of the text that the operations are about. */
  readonly base: string;
  readonly operations: readonly Operation[];
}

/** What was kept; null for nothing, or for what is no draft of ours. */
export function draftIn(kept: string): Draft | null {
  try {
    const found: unknown = JSON.parse(kept || 'null');
    return typeof found === 'object' && found !== null && 'operations' in found ? (found as Draft) : null;
  } catch {
    return null;
  }
}

/** The text of the server as the library of texts takes it. */
export const treeFrom = ({ v, salt, nodes, end }: View): Tree => ({
  v,
  salt,
  end,
  nodes: nodes.map(({ erased, ...node }) => (erased === undefined ? node : { ...node, erased })),
});

/** The operations that fit, one after the other, and the tree behind them. */
export function applied(tree: Tree, operations: readonly Operation[]) {
  let now = tree;
  const done: Operation[] = [];
  for (const operation of operations) {
    const next = applyOperations(now, [operation]);
    if (isMisfit(next)) continue;
    now = next;
    done.push(operation);
  }
  return { tree: now, operations: done };
}

/** Typing in one clause is one change, however often a key is pressed. */
export function withOne(operations: readonly Operation[], next: Operation): readonly Operation[] {
  const last = operations.at(-1);
  const isTyping = next.op === 'put' && last?.op === 'put' && last.node === next.node;
  return [...(isTyping ? operations.slice(0, -1) : operations), next];
}

const isStructure = ({ op }: Operation): boolean => op !== 'put' && op !== 'space';

/** What is sent: after clauses came, went or moved, the numbers run on by themselves. */
export function toSend(tree: Tree, operations: readonly Operation[]): readonly Operation[] {
  if (!operations.some(isStructure)) return operations;
  return [...operations, ...renumber(applied(tree, operations).tree)];
}

/** A clause in two: its number, which nobody types, and its words. */
export interface Shown {
  readonly id: string;
  readonly kind: Tree['nodes'][number]['kind'];
  readonly depth: number;
  /** As it stands in the text, up to its words; empty without a number. */
  readonly prefix: string;
  /** As it will be once the numbers run on. */
  readonly number: string;
  /** Null where it was erased. */
  readonly words: string | null;
}

/** Every clause of a tree as it is shown and edited. */
export function shownIn(tree: Tree): readonly Shown[] {
  const numbers = new Map(
    numberingOf(tree)
      .filter(({ node, from }) => startsAt(tree, node, from))
      .map((each) => [each.node, each]),
  );
  return tree.nodes.map(({ id, kind, depth, text }) => {
    const { to, wanted } = numbers.get(id) ?? NO_NUMBER;
    const words = text === null ? null : text.slice(to);
    return { id, kind, depth, prefix: text?.slice(0, to) ?? '', number: wanted, words };
  });
}

const NO_NUMBER = { to: 0, wanted: '' };

const startsAt = ({ nodes }: Tree, node: string, from: number): boolean =>
  (nodes.find(({ id }) => id === node)?.text ?? '').slice(0, from).trim() === '';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The name of a new clause. */
export const freshNode = (): string =>
  `n${Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
