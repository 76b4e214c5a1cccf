import type { Entry } from '@mouding/evidence';
import type { DeadlineParams, Effect } from './effects.ts';
import { IllFittingFact } from './machine.ts';
import type { Procedure } from './procedure/procedure.ts';
import type { Rows } from './rows.ts';
import { emptyState, kindFrom, nextState, type StreamKind } from './streams.ts';
import { parseStream } from './stream.ts';

/** One stream on its way through its machine. */
export interface FoldingStream {
  /** Takes the next entry. `ok: false` when the machine cannot: the log was not written by these rules. */
  apply(
    entry: Pick<Entry, 'type' | 'data'>,
  ): { readonly ok: true } | { readonly ok: false; readonly why: string };
  rows(): Rows;
  /**
   * The deadlines that the facts have set and not settled. What the clock has answered is done with, and no fact need
   * say so: whoever compares them looks for its answers.
   */
  deadlines(): readonly DeadlineParams[];
}

/** How a reader of the log that knows no rules (verify, rebuild) folds it. */
export interface Folder {
  start(stream: string): FoldingStream;
}

/** @param procedure finds a procedure by the hash of its definition; it must have been loaded before */
export const folder = (procedure: (hash: string) => Procedure | undefined): Folder => ({
  start(stream) {
    const { kind, id } = parseStream(stream);
    const open = new Map<string, DeadlineParams>();
    let folded: { of: StreamKind; state: ReturnType<typeof emptyState> } | undefined;
    return {
      apply({ type, data }) {
        try {
          const fact = { type, data };
          const of = kindFrom(kind, folded?.of, fact, procedure);
          const { state, effects } = nextState(of, folded?.state ?? emptyState(of), fact);
          folded = { of, state };
          for (const effect of effects) follow(open, effect);
          return { ok: true };
        } catch (error) {
          return {
            ok: false,
            why: error instanceof IllFittingFact || error instanceof Error ? error.message : 'unreadable',
          };
        }
      },
      rows: () => folded?.of.rows(id, folded.state) ?? { item: null, obligations: [] },
      deadlines: () => [...open.values()],
    };
  },
});

function follow(open: Map<string, DeadlineParams>, effect: Effect): void {
  if (effect.type === 'deadline') open.set(effect.params.name, effect.params);
  if (effect.type === 'settle') open.delete(effect.params.name);
}
