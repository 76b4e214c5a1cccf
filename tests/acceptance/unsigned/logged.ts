import type { Entry } from '@mouding/evidence';
import { query } from '../../play/log.ts';

/** The unsigned opinions as the log holds them, in the order of their numbers. */
export async function loggedOf(ownerUrl: string, institution: string): Promise<readonly Entry[]> {
  const rows = await query<{ entry: string }>(
    ownerUrl,
    `select entry from ledger.entry where institution = $1 and type = 'OpinionGiven'`,
    [institution],
  );
  return rows
    .map(({ entry }) => JSON.parse(entry) as Entry)
    .filter(({ data }) => data['from'] === 'unsigned')
    .toSorted((a, b) => Number(a.data['no']) - Number(b.data['no']));
}

/** Whether the worker has told everybody of a consultation, and no longer tells of what is settled. */
export async function isTold(ownerUrl: string, institution: string, stream: string): Promise<boolean> {
  const [{ told, stale } = { told: 0, stale: 0 }] = await query<{ told: number; stale: number }>(
    ownerUrl,
    `select count(*) filter (where m.stream = $2)::int as told,
       count(*) filter (where m.ended is null and o.name is null)::int as stale
     from ledger.message m
     left join ledger.obligation o using (institution, stream, name) where m.institution = $1`,
    [institution, stream],
  );
  return told > 0 && stale === 0;
}
