import type pg from 'pg';
import { hex } from '@mouding/evidence';
import { within } from './connection.ts';
import { bytesOf, sha256 } from './hashing.ts';
import { TEXT } from './statements.ts';

/** A text that is kept: the hash of its UTF-8 bytes in hex, their number, and when it first came in (law time). */
export interface KeptText {
  readonly hash: string;
  readonly bytes: number;
  readonly received: string;
}

/** The texts of every institution, under one role. */
export interface Texts {
  /**
   * Keeps a text under its hash, and who brought it; keeping it again changes nothing and answers its first time.
   * Whoever brought a text may cite it. Without a person nobody did: it was copied from another institution's log.
   */
  putText(institution: string, content: string, person?: string): Promise<KeptText>;
  /** The text with this hash (hex), if it is kept. */
  text(institution: string, hash: string): Promise<string | undefined>;
}

export const openTexts = (pool: pg.Pool): Texts => ({
  putText: (institution, content, person) => putText(pool, institution, content, person),
  text: (institution, hash) => text(pool, institution, hash),
});

const PUT = `with fresh as (
    insert into ledger.blob (institution, hash, content, bytes, received)
    values (ledger.institution(), $1, $2, octet_length($2::bytea), ledger.law_now(ledger.institution()))
    on conflict do nothing returning received
  )
  select received from fresh
  union all select b.received from ledger.blob b where b.institution = ledger.institution() and b.hash = $1
  limit 1`;

const BRING = `insert into ledger.upload (institution, hash, person, received)
  values (ledger.institution(), $1, $2, ledger.law_now(ledger.institution()))
  on conflict do nothing`;

async function putText(
  pool: pg.Pool,
  institution: string,
  content: string,
  person?: string,
): Promise<KeptText> {
  const bytes = Buffer.from(content);
  const hash = sha256(bytes);
  const put = { name: 'put-text', text: PUT, values: [hash, bytes] };
  const bring = person === undefined ? [] : [{ name: 'bring-text', text: BRING, values: [hash, person] }];
  // Another writer of the same text is waited for, and only the next statement sees what it wrote.
  const row =
    (await within<Received>(pool, institution, ...bring, put))[0] ??
    (await within<Received>(pool, institution, put))[0];
  if (!row) throw new Error('the text was not kept');
  return { hash: hex(hash), bytes: bytes.length, received: row.received.toISOString() };
}

interface Received {
  readonly received: Date;
}

async function text(pool: pg.Pool, institution: string, hash: string): Promise<string | undefined> {
  const rows = await within<{ content: Buffer }>(pool, institution, { ...TEXT, values: [bytesOf(hash)] });
  return rows[0]?.content.toString('utf8');
}
