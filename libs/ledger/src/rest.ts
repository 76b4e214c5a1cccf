import type { ItemRow, ObligationRow, Rows } from '@mouding/core';
import type { Batch, Job } from './batch.ts';
import type { Columns } from './compose.ts';

/** The `rest` of `ledger.commit` as JSON text, absent lists left out; null when there is nothing of it. */
export function restOf(batch: Batch, columns: Columns): string | null {
  const versions = new Map(columns.heads.map(({ stream, newVersion }) => [stream, newVersion]));
  const rows = batch.rows.map(({ stream, rows: of }) => {
    const version = versions.get(stream);
    // Rows carry the version that they are of; without a new version old and new ones could not be told apart.
    if (version === undefined) throw new Error(`rows of ${stream}, which this batch does not append to`);
    return rowsJson(stream, version, of);
  });
  const lists = Object.entries({
    settled: batch.settled,
    deadlines: batch.deadlines,
    rows,
    jobs: jobsJson(batch.jobs),
    trees: (batch.trees ?? []).map(({ root, content }) => ({
      root,
      content: Buffer.from(content).toString('base64'),
    })),
  });
  const some = lists.filter(([, list]) => list.length > 0);
  return some.length === 0 ? null : JSON.stringify(Object.fromEntries(some));
}

/** Read-model rows of one stream as `ledger.write_rows` takes them. */
export function rowsJson(stream: string, version: number, { item, obligations }: Rows): object {
  return { stream, version, item: item && itemJson(item), obligations: obligations.map(obligationJson) };
}

// `case` is a word of SQL; the column is case_id.
const itemJson = ({ case: case_id, ...item }: ItemRow): object => ({ ...item, case_id });
const obligationJson = ({ case: case_id, ...obligation }: ObligationRow): object => ({
  ...obligation,
  case_id,
});

/** The last job of each key, ordered by key: two commands that replace the same jobs then wait in one order. */
function jobsJson(jobs: readonly Job[]): readonly Job[] {
  const last = new Map(jobs.map((job, i) => [job.key === null ? `${i}` : `key ${job.key}`, job]));
  return [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, job]) => job);
}
