import { applyOne } from './apply.ts';
import { isMisfit } from './misfit.ts';
import { occurrences, tracked, type Stretch } from './track.ts';
import { ERASED, type Operation, type Tree, type TreeNode } from './tree.ts';

/** Words of a clause that somebody said something about. */
export interface Anchor {
  readonly node: string;
  readonly quote: string;
  /** What stood in front of it and behind it in its clause, up to {@link CONTEXT} characters. */
  readonly before: string;
  readonly after: string;
  /** Where it began in the text of its clause (UTF-16). */
  readonly at: number;
  /** How often the clause had these words, and how often the whole text. */
  readonly of: number;
  readonly everywhere: number;
}

/** Where an anchor stands now. */
export type Found =
  | { readonly kind: 'here'; readonly node: string; readonly at: number; readonly quote: string }
  /** The clause is there, its words were edited. `now` is what stands in their place; empty where they were cut out. */
  | { readonly kind: 'changed'; readonly node: string; readonly was: string; readonly now: string }
  | { readonly kind: 'lost'; readonly was: string };

export const CONTEXT = 24;

/** An anchor on the quote, at its `occurrence` in the clause (from 1); null where there is no such clause or quote. */
export function anchorTo(tree: Tree, node: string, quote: string, occurrence = 1): Anchor | null {
  const text = textIn(tree.nodes, node);
  if (text === null || quote === '') return null;
  let at = -1;
  for (let count = 0; count < occurrence; count++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return null;
  }
  if (at < 0) return null;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const after = text.slice(at + quote.length, at + quote.length + CONTEXT);
  return {
    node,
    quote,
    before,
    after,
    at,
    of: occurrences(text, quote),
    everywhere: occurrencesIn(tree, quote),
  };
}

/** How often the clauses of a text have a quote. */
export const occurrencesIn = ({ nodes }: Tree, quote: string): number =>
  nodes.reduce((sum, { text }) => sum + occurrences(text ?? '', quote), 0);

const textIn = (nodes: readonly TreeNode[], id: string): string | null =>
  nodes.find((node) => node.id === id)?.text ?? null;

/**
 * Where an anchor of the tree stands after the operations, exactly. Edits elsewhere, moves, splits and joins leave it;
 * where its own words were edited it says so, and never takes other words for them.
 *
 * @throws RangeError when the anchor is none of this tree, or the operations do not fit it
 */
export function follow(anchor: Anchor, tree: Tree, operations: readonly Operation[]): Found {
  const { node, quote, at } = anchor;
  if (textIn(tree.nodes, node)?.slice(at, at + quote.length) !== quote)
    throw new RangeError('the anchor is none of this tree');
  let reached = tree;
  let stretch: Stretch | null = { node, from: at, to: at + quote.length, isDoubtful: false };
  for (const operation of operations) {
    const next = applyOne(reached, operation);
    if (isMisfit(next)) throw new RangeError(next.misfit);
    if (stretch) stretch = tracked(stretch, operation, textsOf(reached));
    if (!stretch) return { kind: 'lost', was: quote };
    reached = next;
  }
  return foundAt(stretch, quote, textIn(reached.nodes, stretch.node) ?? ERASED);
}

const textsOf =
  ({ nodes }: Tree) =>
  (node: string): string =>
    textIn(nodes, node) ?? ERASED;

function foundAt({ node, from, to, isDoubtful }: Stretch, quote: string, text: string): Found {
  const now = text.slice(from, to);
  if (now === quote && !isDoubtful) return { kind: 'here', node, at: from, quote };
  return { kind: 'changed', node, was: quote, now };
}
