import type { StoredEntry } from './batch.ts';

/** Reads the entries of a stream after a version, ascending. */
export const ENTRIES = {
  name: 'entries',
  text: `select version, entry, leaf_hash from ledger.entry
    where institution = ledger.institution() and stream = $1 and version > $2 order by version`,
};

/** One row of {@link ENTRIES}. */
export interface EntryRow {
  readonly version: number;
  readonly entry: string;
  readonly leaf_hash: Buffer;
}

/** The same as it is handed out. */
export const storedEntry = ({ version, entry, leaf_hash }: EntryRow): StoredEntry => ({
  version,
  entry,
  leafHash: leaf_hash.toString('hex'),
});
