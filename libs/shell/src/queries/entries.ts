import type { Entry } from '@mouding/evidence';
import type { Reader } from './reader.ts';

/** The entries of a stream, from its first on. */
export const entriesOf = async ({ ledger, visitor }: Reader, stream: string): Promise<readonly Entry[]> =>
  (await ledger.entries(visitor.institution, stream)).map(({ entry }) => JSON.parse(entry) as Entry);
