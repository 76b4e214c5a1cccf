import type { FoldRow } from '../log-rows.ts';
import type { LogRestart } from '../tree-log.ts';
import type { Fault } from './faults.ts';
import { logFault } from './signed.ts';

/** A log that goes on in the place of a former one. */
export interface Restarted extends LogRestart {
  /** Whether two people have declared it on the record (`LogRestarted`). */
  readonly declared: boolean;
}

/** The name of the log that an entry declares to begin; null for every other entry. */
export function declarationIn({ stream, entry }: Pick<FoldRow, 'stream' | 'entry'>): string | null {
  if (!stream.startsWith('org/') || !entry.includes('"LogRestarted"')) return null;
  try {
    const { type, data } = JSON.parse(entry) as { type: unknown; data?: { next?: unknown } };
    return type === 'LogRestarted' && typeof data?.next === 'string' ? data.next : null;
  } catch {
    return null;
  }
}

/** Every further log, beside what the record says of it. */
export const restartsOf = (
  restarts: readonly LogRestart[],
  declared: ReadonlySet<string>,
): readonly Restarted[] => restarts.map((each) => ({ ...each, declared: declared.has(each.origin) }));

/** A further log that nobody has declared was begun to hide something. */
export const restartFaults = (restarts: readonly Restarted[]): readonly Fault[] =>
  restarts
    .filter(({ declared }) => !declared)
    .map(({ origin, after }) =>
      logFault(after.size, 'checkpoint', `the log ${origin} goes on without a declaration on the record`),
    );
