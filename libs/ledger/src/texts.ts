import type pg from 'pg';
import { hex } from '@mouding/evidence';
import { within, type Statement } from './connection.ts';
import { readTreeDocument, rootOf } from '@mouding/text';
import { sha256 } from './hashing.ts';
import { textBy } from './statements.ts';

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
  /**
   * The same for a text that is a tree, by its root.
   *
   * @param document the canonical document of the tree
   * @throws Error when it is none
   */
  putTree(institution: string, document: string, person?: string): Promise<KeptText>;
  /** The text with this key, if it is kept: of a blob (its hash in hex) the content, of a tree (its prefixed root) the document. */
  text(institution: string, key: string): Promise<string | undefined>;
}

export const openTexts = (pool: pg.Pool): Texts => ({
  putText: (institution, content, person) => putText(pool, institution, content, person),
  putTree: (institution, document, person) => putTree(pool, institution, document, person),
  text: (institution, key) => text(pool, institution, key),
});

const PUT = `with fresh as (
    insert into ledger.blob (institution, hash, content, bytes, received)
    values (ledger.institution(), $1, $2, octet_length($2::bytea), ledger.law_now(ledger.institution()))
    on conflict do nothing returning received
  )
  select received from fresh
  union all select b.received from ledger.blob b where b.institution = ledger.institution() and b.hash = $1
  limit 1`;

const PUT_TREE = `with fresh as (
    insert into ledger.tree (institution, root, hash, content, bytes, received)
    values (ledger.institution(), $1, sha256($2::bytea), $2, octet_length($2::bytea), ledger.law_now(ledger.institution()))
    on conflict do nothing returning received
  )
  select received from fresh
  union all select t.received from ledger.tree t where t.institution = ledger.institution() and t.root = $1
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
  return keep(pool, institution, { put, hash, bytes: bytes.length }, person);
}

async function putTree(
  pool: pg.Pool,
  institution: string,
  document: string,
  person?: string,
): Promise<KeptText> {
  const root = Buffer.from(rootOf(readTreeDocument(document), sha256), 'hex');
  const bytes = Buffer.from(document);
  const put = { name: 'put-tree', text: PUT_TREE, values: [root, bytes] };
  return keep(pool, institution, { put, hash: root, bytes: bytes.length }, person);
}

/** What is to be kept: the statement that keeps it and answers its first time, and its hash or root. */
interface Keeping {
  readonly put: Statement;
  readonly hash: Uint8Array;
  readonly bytes: number;
}

async function keep(
  pool: pg.Pool,
  institution: string,
  { put, hash, bytes }: Keeping,
  person: string | undefined,
): Promise<KeptText> {
  const bring = person === undefined ? [] : [{ name: 'bring-text', text: BRING, values: [hash, person] }];
  // Another writer of the same text is waited for, and only the next statement sees what it wrote.
  const row =
    (await within<Received>(pool, institution, ...bring, put))[0] ??
    (await within<Received>(pool, institution, put))[0];
  if (!row) throw new Error('the text was not kept');
  return { hash: hex(hash), bytes, received: row.received.toISOString() };
}

interface Received {
  readonly received: Date;
}

async function text(pool: pg.Pool, institution: string, key: string): Promise<string | undefined> {
  const rows = await within<{ content: Buffer }>(pool, institution, textBy(key));
  return rows[0]?.content.toString('utf8');
}
