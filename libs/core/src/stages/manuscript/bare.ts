import type { Fact, StreamName } from '../../stream.ts';
import { isBare, type Ground } from './ground.ts';
import type { Change } from './text-changes.ts';

/** A change by the fact that made it: the how-manyth that changed the text, and its place in it, both from 1. */
export interface ChangeNo {
  readonly step: number;
  readonly change: number;
}

/** A change that answers nothing and rests on nothing yet. */
export interface Bare extends ChangeNo {
  /** Nodes that it touches; none of a text that is no tree. */
  readonly nodes: readonly string[];
}

/** 补充修改依据: said of changes that stand already, in bulk. Why, in words, is sealed. */
export type GroundFact = Fact<
  'ChangesGrounded',
  {
    changes: readonly { step: number; change: number }[];
    cites: StreamName | null;
    ground?: Ground;
    by: string;
  }
>;

export const isSame = (a: ChangeNo, b: ChangeNo): boolean => a.step === b.step && a.change === b.change;

/** Those of a fact's changes that rest on nothing. */
export const bareIn = (step: number, changes: readonly Change[]): readonly Bare[] =>
  changes.flatMap((change, i) => (isBare(change) ? [{ step, change: i + 1, nodes: nodesOf(change) }] : []));

/** What is still bare once these were grounded. */
export const groundedIn = (
  bare: readonly Bare[],
  { changes }: { readonly changes: readonly ChangeNo[] },
): readonly Bare[] => bare.filter((one) => !changes.some((other) => isSame(one, other)));

/** Nodes that a change names, each once. */
export const nodesOf = (change: Change): readonly string[] =>
  'operations' in change
    ? [
        ...new Set(
          change.operations.flatMap((operation) => (operation.node === null ? [] : [operation.node])),
        ),
      ]
    : [];
