import { canonical, type Json } from '@mouding/evidence';
import type { ItemRow, ObligationRow, Rows } from '@mouding/core';
import type { StoredRows } from '../stored-rows.ts';
import type { Fault } from './faults.ts';

/** What a stream without entries has. */
export const NO_ROWS: Rows = { item: null, obligations: [] };

/** Compares the read-model rows of one stream with what folding it gives; names each row that differs. */
export function rowFaults(
  stream: string,
  version: number,
  folded: Rows,
  stored: StoredRows | undefined,
): readonly Fault[] {
  const said = (fault: 'item' | 'obligation', detail: string): Fault => ({ stream, version, fault, detail });
  const item = differing(
    'the item',
    itemJson(folded.item, version),
    itemJson(stored?.item ?? null, stored?.item?.version),
  );
  const names = new Set([...folded.obligations, ...(stored?.obligations ?? [])].map(({ name }) => name));
  const obligations = [...names].flatMap((name) => {
    const should = folded.obligations.find((row) => row.name === name);
    const is = stored?.obligations.find((row) => row.name === name);
    return differing(`obligation ${name}`, obligationJson(should, version), obligationJson(is, is?.version));
  });
  return [
    ...item.map((detail) => said('item', detail)),
    ...obligations.map((detail) => said('obligation', detail)),
  ];
}

function differing(what: string, should: string | undefined, is: string | undefined): readonly string[] {
  return should === is ? [] : [`${what} should be ${should ?? 'absent'}, and is ${is ?? 'absent'}`];
}

function itemJson(row: ItemRow | null, version = 0): string | undefined {
  if (!row) return undefined;
  const { kind, id, case: of, stage, status, label, department, due, no } = row;
  return json({ kind, id, case: of, stage, status, label, department, due: instant(due), no, version });
}

function obligationJson(row: ObligationRow | undefined, version = 0): string | undefined {
  if (!row) return undefined;
  const { name, holder, verb, case: of, due } = row;
  return json({ name, holder, verb, case: of, due: instant(due), version });
}

// One instant can be written in more than one way; the table keeps the instant.
const instant = (due: string | null): string | null => due && new Date(due).toISOString();
const json = (row: { readonly [key: string]: Json }): string => canonical(row);
