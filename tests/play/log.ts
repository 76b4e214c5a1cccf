import type { Entry } from '@mouding/evidence';
import type { DeadlineRow } from '@mouding/ledger';
import pg from 'pg';

/** An entry with what a test asks of it. */
export interface LoggedEntry {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly leafHash: string;
  readonly at: string;
  /** The person who acted; null for the clock. */
  readonly by: string | null;
  /** The command's key; null where an act is anonymous. */
  readonly key: string | null;
  readonly verb: string;
  readonly data: { readonly [key: string]: unknown };
}

/** Every entry of an institution, as the database's owner sees them, stream by stream. */
export async function entriesOf(ownerUrl: string, institution: string): Promise<readonly LoggedEntry[]> {
  const rows = await query<{ entry: string; leaf: string }>(
    ownerUrl,
    `select entry, encode(leaf_hash, 'hex') as leaf from ledger.entry where institution = $1 order by stream, version`,
    [institution],
  );
  return rows.map(({ entry, leaf }) => {
    const { stream, version, type, at, actor, command, data } = JSON.parse(entry) as Entry;
    return {
      stream,
      version,
      type,
      at,
      leafHash: leaf,
      by: actor.by,
      key: command.key,
      verb: command.verb,
      data,
    };
  });
}

/** Until when a deadline of a stream is set, and the command that it gives; undefined where none of this name is. */
export async function deadlineOf(
  ownerUrl: string,
  institution: string,
  { stream, name }: { readonly stream: string; readonly name: string },
): Promise<DeadlineRow | undefined> {
  const [row] = await query<{ due: Date; verb: string }>(
    ownerUrl,
    'select due, verb from ledger.deadline where institution = $1 and stream = $2 and name = $3',
    [institution, stream, name],
  );
  return row && { stream, name, due: row.due.toISOString(), verb: row.verb };
}

/** Asks the database as its owner, in the name of the institution given first. */
export async function query<R extends object>(
  ownerUrl: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly R[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'test' });
  await client.connect();
  try {
    await client.query('begin');
    if (typeof values[0] === 'string')
      await client.query(`select set_config('mouding.institution', $1, true)`, [values[0]]);
    const { rows } = await client.query<R>(text, [...values]);
    await client.query('commit');
    return rows;
  } finally {
    await client.end();
  }
}
