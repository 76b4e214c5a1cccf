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
