import type { Rows } from '@mouding/core';
import type { DeadlineRow } from './batch.ts';
import type { Applied, Folder, FoldingStream } from './folding.ts';
import { entryOf, foldRows, type FoldRow, type LogSource } from './log-rows.ts';

/** One stream folded to its end (or to where its rules stopped). */
export interface FoldedStream {
  readonly stream: string;
  readonly version: number;
  readonly rows: Rows;
  readonly deadlines: readonly Omit<DeadlineRow, 'stream'>[];
  /** Set when the rules could not take an entry: the version, and why. */
  readonly stuck: { readonly version: number; readonly why: string } | undefined;
  readonly facts: number;
}

/**
 * Folds every stream of the institution, in order of their names.
 *
 * @param upTo only entries whose leaf index is at most this; undefined folds everything, sequenced or not
 */
export async function* foldLog(
  reader: LogSource,
  folder: Folder,
  upTo?: number,
): AsyncGenerator<FoldedStream> {
  let open: Folding | undefined;
  for await (const rows of foldRows(reader, upTo))
    for (const row of rows) {
      const before: Folding | undefined = open;
      if (open?.stream !== row.stream) open = begun(row.stream, folder);
      if (before && before !== open) yield closed(before);
      await take(open, row);
    }
  if (open) yield closed(open);
}

const begun = (stream: string, folder: Folder): Folding => ({
  stream,
  version: 0,
  facts: 0,
  of: folder.start(stream),
  stuck: undefined,
});

interface Folding {
  readonly stream: string;
  readonly of: FoldingStream;
  version: number;
  facts: number;
  stuck: FoldedStream['stuck'];
}

/** Takes the next entry of a stream, unless an earlier one could not be taken; answers what there is to wait for. */
function take(folding: Folding, row: FoldRow): Promise<void> | undefined {
  if (folding.stuck) return undefined;
  const entry = entryOf(row);
  const applied = entry ? folding.of.apply(entry) : UNREADABLE;
  if (applied instanceof Promise) return applied.then((answer) => note(folding, row, answer));
  note(folding, row, applied);
  return undefined;
}

function note(folding: Folding, { version }: FoldRow, applied: Applied): void {
  folding.version = version;
  folding.facts += 1;
  if (!applied.ok) folding.stuck = { version, why: applied.why };
}

const UNREADABLE: Applied = { ok: false, why: 'not an entry' };

const closed = ({ of, ...folding }: Folding): FoldedStream => ({
  ...folding,
  rows: of.rows(),
  deadlines: of.deadlines(),
});
