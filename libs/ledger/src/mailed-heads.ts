import type pg from 'pg';
import { within } from './connection.ts';

/** The head of a log that went to an address outside. */
export interface MailedHead {
  /** The day of Beijing that it was the head of, YYYY-MM-DD. */
  readonly day: string;
  readonly address: string;
  readonly size: number;
  /** False: the other side will never take mail for this address. */
  readonly taken: boolean;
}

/** Which heads went out: written down once they were taken over, so that nobody is written to twice for one day. */
export interface MailedHeads {
  /** Addresses that were written to on a day. */
  on(institution: string, day: string): Promise<readonly string[]>;
  /** Writes one down; again changes nothing. Needs the worker's role. */
  note(institution: string, head: MailedHead): Promise<void>;
}

export const openMailedHeads = (pool: pg.Pool): MailedHeads => ({
  async on(institution, day) {
    const text = `select address from ledger.mailed_head where institution = ledger.institution() and day = $1`;
    const rows = await within<{ address: string }>(pool, institution, {
      name: 'mailed-heads',
      text,
      values: [day],
    });
    return rows.map(({ address }) => address);
  },
  async note(institution, { day, address, size, taken }) {
    const text = `insert into ledger.mailed_head (institution, day, address, size, taken)
      values (ledger.institution(), $1, $2, $3, $4) on conflict do nothing`;
    await within(pool, institution, { name: 'note-mailed-head', text, values: [day, address, size, taken] });
  },
});
