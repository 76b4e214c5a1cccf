import type pg from 'pg';
import type { ItemRow, ObligationRow } from '@mouding/core';
import { within } from './connection.ts';

/** A read-model row with the stream that it belongs to and the version that it is of. */
export type Of<R> = R & { readonly stream: string; readonly version: number };

/** What is looked for among items; what is left out is not asked. */
export interface ItemFilter {
  readonly kinds?: readonly string[];
  readonly case?: string;
  readonly department?: string;
  readonly streams?: readonly string[];
}

const ITEM = 'stream, version, kind, id, case_id, stage, status, label, department, due, no';
const OBLIGATION = 'stream, version, name, holder, verb, case_id, due';

const ITEMS = `select ${ITEM} from ledger.item
  where institution = ledger.institution()
    and ($1::text[] is null or kind = any ($1)) and ($2::text is null or case_id = $2)
    and ($3::text is null or department = $3) and ($4::text[] is null or stream = any ($4))
  order by kind, no nulls last, label, stream`;

/** Items in the order of their lists: kind, number, label. */
export async function items(
  pool: pg.Pool,
  institution: string,
  filter: ItemFilter,
): Promise<readonly Of<ItemRow>[]> {
  const values = [
    filter.kinds ?? null,
    filter.case ?? null,
    filter.department ?? null,
    filter.streams ?? null,
  ];
  return (await within<RawItem>(pool, institution, { name: 'items', text: ITEMS, values })).map(readModel);
}

const HELD = `select ${OBLIGATION} from ledger.obligation
  where institution = ledger.institution() and holder = any ($1) order by due nulls last, stream, name`;
const OF_CASE = `select ${OBLIGATION} from ledger.obligation
  where institution = ledger.institution() and case_id = $1 order by due nulls last, stream, name`;

/** Open obligations of these holders, the earliest date first. */
export async function obligationsOf(
  pool: pg.Pool,
  institution: string,
  holders: readonly string[],
): Promise<readonly Of<ObligationRow>[]> {
  const statement = { name: 'obligations-held', text: HELD, values: [holders] };
  return (await within<RawObligation>(pool, institution, statement)).map(readModel);
}

/** Open obligations in a case, the earliest date first. */
export async function obligationsOfCase(
  pool: pg.Pool,
  institution: string,
  of: string,
): Promise<readonly Of<ObligationRow>[]> {
  const statement = { name: 'obligations-of-case', text: OF_CASE, values: [of] };
  return (await within<RawObligation>(pool, institution, statement)).map(readModel);
}

type Raw<R> = Omit<Of<R>, 'case' | 'due'> & { readonly case_id: string | null; readonly due: Date | null };
export type RawItem = Raw<ItemRow>;
export type RawObligation = Raw<ObligationRow>;

/** The row as the machines wrote it: dates as text, the case under its own name. */
export function readModel<R extends { readonly case_id: string | null; readonly due: Date | null }>({
  case_id,
  due,
  ...row
}: R) {
  return { ...row, case: case_id, due: due && due.toISOString() };
}
