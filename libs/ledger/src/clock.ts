import type pg from 'pg';
import { within } from './connection.ts';
import { MOVE_CLOCK } from './statements.ts';

/** The law clock after a wish to move it, or the rule that refuses: a live institution has no clock to move. */
export type ClockMove =
  | { readonly kind: 'moved'; readonly now: string }
  | { readonly kind: 'refused'; readonly rule: 'live' | 'backwards' };

/** Reads what `ledger.move_clock` answered. */
export function movedClock(
  row: { readonly refused: string | null; readonly law_now: Date } | undefined,
): ClockMove {
  if (!row) throw new Error('the clock gave no answer');
  if (row.refused === null) return { kind: 'moved', now: row.law_now.toISOString() };
  return { kind: 'refused', rule: row.refused === 'live' ? 'live' : 'backwards' };
}

/** Law time of an institution, UTC with milliseconds. */
export async function lawNow(pool: pg.Pool, institution: string): Promise<string> {
  const text = 'select ledger.law_now($1) as law_now';
  const [row] = await within<{ law_now: Date }>(pool, institution, {
    name: 'law-now',
    text,
    values: [institution],
  });
  if (!row) throw new Error('the clock gave no answer');
  return row.law_now.toISOString();
}

/** Moves the law clock of a rehearsal forward, in a transaction of its own. */
export async function moveClock(pool: pg.Pool, institution: string, to: string): Promise<ClockMove> {
  const rows = await within<{ refused: string | null; law_now: Date }>(pool, institution, {
    ...MOVE_CLOCK,
    values: [to],
  });
  return movedClock(rows[0]);
}
