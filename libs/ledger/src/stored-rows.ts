import type { ItemRow, ObligationRow } from '@mouding/core';
import type { LogReader } from './log-reader.ts';
import { readModel, type RawItem, type RawObligation } from './read-models.ts';

/** The read-model rows of one stream as they are stored, with the version that each says it is of. */
export interface StoredRows {
  readonly item: (ItemRow & { readonly version: number }) | null;
  readonly obligations: readonly (ObligationRow & { readonly version: number })[];
}

/** Where read-model rows are kept: in the live tables, or in the shadow ones that a rebuild fills. */
export interface RowTables {
  readonly item: string;
  readonly obligation: string;
}

export const LIVE: RowTables = { item: 'ledger.item', obligation: 'ledger.obligation' };

/** All read-model rows of the institution, by stream. */
export async function storedRows(
  { client }: LogReader,
  tables: RowTables = LIVE,
): Promise<Map<string, StoredRows>> {
  const where = 'where institution = ledger.institution()';
  const items = await client.query<RawItem>(
    `select stream, version, kind, id, case_id, stage, status, label, department, due, no from ${tables.item} ${where}`,
  );
  const obligations = await client.query<RawObligation>(
    `select stream, version, name, holder, verb, case_id, due from ${tables.obligation} ${where} order by name`,
  );
  const ofStream = Map.groupBy(obligations.rows.map(readModel), ({ stream }) => stream);
  const itemOf = new Map(items.rows.map(readModel).map((row) => [row.stream, row]));
  const streams = new Set([...itemOf.keys(), ...ofStream.keys()]);
  return new Map(
    [...streams].map((stream) => [
      stream,
      { item: itemOf.get(stream) ?? null, obligations: ofStream.get(stream) ?? [] },
    ]),
  );
}
