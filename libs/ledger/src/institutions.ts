import type pg from 'pg';
import { single, within } from './connection.ts';

/** A tenant: one hospital, or the authority that examines. */
export interface Institution {
  /** UUID */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Only a rehearsal has a clock that can be moved. */
  readonly mode: 'live' | 'rehearsal';
}

/** A tenant to be founded. A rehearsal may begin at a law time of its own, UTC; otherwise it begins now. */
export type Founding = Institution & { readonly start?: string };

/** Founds a tenant; founding it again changes nothing. Needs the worker's role, or the owner's. */
export async function found(pool: pg.Pool, { id, code, name, mode, start }: Founding): Promise<void> {
  const text = 'select ledger.found($1, $2, $3, $4, $5)';
  await single(pool, { name: 'found', text, values: [id, code, name, mode, start ?? null] });
}

/** Every tenant, by code. */
export function institutions(pool: pg.Pool): Promise<readonly Institution[]> {
  const text = 'select institution as id, code, name, mode from ledger.institution order by code';
  return single<Institution>(pool, { name: 'institutions', text, values: [] });
}

interface Due {
  readonly stream: string;
  readonly name: string;
  readonly due: Date;
  readonly verb: string;
}

/** Deadlines whose law time has come, oldest first. */
export async function dueDeadlines(
  pool: pg.Pool,
  institution: string,
  limit: number,
): Promise<readonly { stream: string; name: string; due: string; verb: string }[]> {
  const text = `select stream, name, due, verb from ledger.deadline
    where institution = ledger.institution() and due <= (select ledger.law_now(ledger.institution()))
    order by due, stream, name limit $1`;
  const rows = await within<Due>(pool, institution, { name: 'due-deadlines', text, values: [limit] });
  return rows.map(({ due, ...row }) => ({ ...row, due: due.toISOString() }));
}

/** Tenants that have a deadline whose law time has come. Needs the worker's role: others see none. */
export async function dueInstitutions(pool: pg.Pool): Promise<readonly string[]> {
  const text = `select i.institution as id from ledger.institution i, lateral (select ledger.law_now(i.institution) as law_now) n
    where exists (select from ledger.deadline d where d.institution = i.institution and d.due <= n.law_now)`;
  const rows = await single<{ id: string }>(pool, { name: 'due-institutions', text, values: [] });
  return rows.map(({ id }) => id);
}
