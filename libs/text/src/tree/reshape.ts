import { runsOf } from '../diff/runs.ts';
import type { Run } from '../diff/part.ts';
import { halvesOf } from './apply.ts';
import type { NodePair } from './pair-nodes.ts';
import type { Operation, Tree } from './tree.ts';

/** Joins and splits that were found, and the ids that paragraphs (by their places) have after them. */
export interface Reshaped {
  readonly operations: readonly Operation[];
  readonly ids: ReadonlyMap<number, string>;
}

/** Does what was joined and split. Where a text was not clearly split, its first piece keeps the id and the rest is new. */
export function reshape(
  tree: Tree,
  returned: readonly { readonly text: string }[],
  pairs: readonly NodePair[],
  fresh: () => string,
): Reshaped {
  const operations: Operation[] = [];
  const ids = new Map<number, string>();
  for (const { a, b } of pairs) {
    const nodes = tree.nodes.slice(a.from, a.to);
    const [first, ...others] = nodes;
    if (!first) continue;
    ids.set(b.from, first.id);
    for (const { id } of others) operations.push({ op: 'join', node: first.id, next: id });
    if (b.to - b.from === 1) continue;
    const text = nodes.map((node) => node.text ?? '').join('');
    const pieces = returned.slice(b.from, b.to).map((each) => each.text);
    splitsOf(first.id, text, pieces, fresh).forEach((operation, at) => {
      operations.push(operation);
      ids.set(b.from + 1 + at, operation.into);
    });
  }
  return { operations, ids };
}

type Split = Extract<Operation, { op: 'split' }>;

/** The splits of a text that became several pieces, as far as each has words of it. */
function splitsOf(
  id: string,
  text: string,
  pieces: readonly string[],
  fresh: () => string,
): readonly Split[] {
  const runs = runsOf(text, pieces.join('\n'));
  const splits: Split[] = [];
  let [node, rest, start, end] = [id, text, 0, -1];
  for (const piece of pieces.slice(0, -1)) {
    end += piece.length + 1;
    const at = placeBefore(runs, end) - start;
    const halves = halvesOf(rest, at);
    if (typeof halves === 'string') return splits;
    const split: Split = { op: 'split', node, at, into: fresh() };
    splits.push(split);
    node = split.into;
    start += rest.length - halves.rest.text.length;
    rest = halves.rest.text;
  }
  return splits;
}

/** Where in the old text stands what is at `end` in the new one. */
function placeBefore(runs: readonly Run[], end: number): number {
  let [was, now] = [0, 0];
  for (const { kind, text } of runs) {
    if (kind !== 'out' && now + text.length > end) return kind === 'same' ? was + end - now : was;
    if (kind !== 'in') was += text.length;
    if (kind !== 'out') now += text.length;
  }
  return was;
}
