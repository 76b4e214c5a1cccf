import type { Entry } from '@mouding/evidence';
import { IllFittingFact } from './machine.ts';
import type { Procedure } from './procedure/procedure.ts';
import type { Rows } from './rows.ts';
import { emptyState, nextState, procedureNamedBy, streamKind } from './streams.ts';
import { parseStream } from './stream.ts';

/** One stream on its way through its machine. */
export interface FoldingStream {
  /** Takes the next entry. `ok: false` when the machine cannot: the log was not written by these rules. */
  apply(
    entry: Pick<Entry, 'type' | 'data'>,
  ): { readonly ok: true } | { readonly ok: false; readonly why: string };
  rows(): Rows;
}

/** How a reader of the log that knows no rules (verify, rebuild) folds it. */
export interface Folder {
  start(stream: string): FoldingStream;
}

/** @param procedure finds a procedure by the hash of its definition; it must have been loaded before */
export const folder = (procedure: (hash: string) => Procedure | undefined): Folder => ({
  start(stream) {
    const { kind, id } = parseStream(stream);
    let folded: { of: ReturnType<typeof streamKind>; state: ReturnType<typeof emptyState> } | undefined;
    return {
      apply({ type, data }) {
        try {
          const fact = { type, data };
          if (!folded) {
            const hash = kind === 'case' ? procedureNamedBy(fact) : undefined;
            const of = streamKind(kind, hash ? procedure(hash) : undefined);
            folded = { of, state: emptyState(of) };
          }
          folded = { of: folded.of, state: nextState(folded.of, folded.state, fact).state };
          return { ok: true };
        } catch (error) {
          return {
            ok: false,
            why: error instanceof IllFittingFact || error instanceof Error ? error.message : 'unreadable',
          };
        }
      },
      rows: () => folded?.of.rows(id, folded.state) ?? { item: null, obligations: [] },
    };
  },
});
