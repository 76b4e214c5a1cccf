import type pg from 'pg';

/** The order of the log rests on this sequence handing out numbers one by one. @throws when it has a larger cache */
export async function assertOrderIsCausal(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ cache: string }>(
    `select s.seqcache as cache from pg_sequence s where s.seqrelid = 'ledger.append_order'::regclass`,
  );
  if (rows[0]?.cache !== '1')
    throw new Error('ledger.append_order must have CACHE 1, or entries are put in a wrong order');
}
