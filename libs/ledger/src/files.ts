import type pg from 'pg';
import { hex } from '@mouding/evidence';
import { within } from './connection.ts';
import { bytesOf } from './hashing.ts';

/** An original that is kept: the hash of its bytes in hex, their number, and when its bringer first brought it (law time). */
export interface KeptFile {
  readonly hash: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly received: string;
}

/** An original on its way in. */
export interface NewFile {
  readonly content: Uint8Array;
  /** SHA-256 of the content; the database checks it. */
  readonly hash: Uint8Array;
  readonly mediaType: string;
  /** Who brings it: whoever does may cite it. */
  readonly person: string;
  /** What the bringer calls it; kept beside the log, and erasable. */
  readonly name: string | null;
  /** Law time at which its bytes were complete. */
  readonly received: string;
}

/** What is known of an original without reading it. */
export interface FileFacts {
  readonly bytes: number;
  readonly mediaType: string;
  /** The name that its first bringer gave it. */
  readonly name: string | null;
}

/** The originals of every institution, under one role. */
export interface Files {
  /** Keeps an original under its hash, and who brought it; the same bytes again change nothing. */
  putFile(institution: string, file: NewFile): Promise<KeptFile>;
  /** Keeps an original that nobody brought: a picture that was taken out of another one. The same bytes change nothing. */
  keepFile(institution: string, file: Pick<NewFile, 'content' | 'hash' | 'mediaType'>): Promise<void>;
  file(institution: string, hash: string): Promise<FileFacts | undefined>;
  /**
   * Bytes of the texts and originals that a person brought since a moment of law time, each once.
   *
   * @param but the hash of what is not counted, because it is being brought again
   */
  broughtBytes(institution: string, person: string, since: string, but: Uint8Array): Promise<number>;
  /** Whether a person brought this text or original. */
  wasBrought(institution: string, person: string, hash: string): Promise<boolean>;
  /** The bytes of an original in parts of at most {@link PART}; none when it is not kept. */
  fileParts(institution: string, hash: string): AsyncIterable<Uint8Array>;
}

/** Bytes of an original in memory at a time. */
export const PART = 1_048_576;

export const openFiles = (pool: pg.Pool): Files => ({
  putFile: (institution, file) => putFile(pool, institution, file),
  keepFile: (institution, file) => keepFile(pool, institution, file),
  file: (institution, hash) => fileFacts(pool, institution, hash),
  broughtBytes: (institution, person, since, but) => broughtBytes(pool, institution, [person, since, but]),
  wasBrought: (institution, person, hash) => wasBrought(pool, institution, person, hash),
  fileParts: (institution, hash) => fileParts(pool, institution, hash),
});

const PUT = `insert into ledger.file (institution, hash, content, bytes, media_type, received)
  select ledger.institution(), $1, $2::bytea, octet_length($2::bytea), $3, $4::timestamptz on conflict do nothing`;

const BRING = `insert into ledger.upload (institution, hash, person, received)
  values (ledger.institution(), $1, $2, $3) on conflict do nothing`;

const NAME = `insert into ledger.file_name (institution, hash, person, name)
  values (ledger.institution(), $1, $2, $3)
  on conflict (institution, hash, person) do update set name = excluded.name`;

const KEPT = `select f.bytes, f.media_type, u.received from ledger.file f
  join ledger.upload u on u.institution = f.institution and u.hash = f.hash and u.person = $2
  where f.institution = ledger.institution() and f.hash = $1`;

async function putFile(pool: pg.Pool, institution: string, file: NewFile): Promise<KeptFile> {
  const { content, hash, mediaType, person, name, received } = file;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const [row] = await within<KeptRow>(
    pool,
    institution,
    { name: 'put-file', text: PUT, values: [hash, bytes, mediaType, received] },
    { name: 'bring-file', text: BRING, values: [hash, person, received] },
    ...(name === null ? [] : [{ name: 'name-file', text: NAME, values: [hash, person, name] }]),
    { name: 'kept-file', text: KEPT, values: [hash, person] },
  );
  if (!row) throw new Error('the original was not kept');
  return {
    hash: hex(hash),
    bytes: row.bytes,
    mediaType: row.media_type,
    received: row.received.toISOString(),
  };
}

const PUT_FOUND = `insert into ledger.file (institution, hash, content, bytes, media_type, received)
  select ledger.institution(), $1, $2::bytea, octet_length($2::bytea), $3, ledger.law_now(ledger.institution())
  on conflict do nothing`;

async function keepFile(
  pool: pg.Pool,
  institution: string,
  { content, hash, mediaType }: Pick<NewFile, 'content' | 'hash' | 'mediaType'>,
): Promise<void> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  await within(pool, institution, { name: 'keep-file', text: PUT_FOUND, values: [hash, bytes, mediaType] });
}

interface KeptRow {
  readonly bytes: number;
  readonly media_type: string;
  readonly received: Date;
}

const BROUGHT = `select coalesce(sum(coalesce(f.bytes, b.bytes, t.bytes)), 0)::float8 as bytes from ledger.upload u
  left join ledger.file f on f.institution = u.institution and f.hash = u.hash
  left join ledger.blob b on b.institution = u.institution and b.hash = u.hash
  left join ledger.tree t on t.institution = u.institution and t.root = u.hash
  where u.institution = ledger.institution() and u.person = $1 and u.received >= $2 and u.hash <> $3`;

async function broughtBytes(
  pool: pg.Pool,
  institution: string,
  values: readonly [person: string, since: string, but: Uint8Array],
): Promise<number> {
  const statement = { name: 'brought-bytes', text: BROUGHT, values };
  const [row] = await within<{ bytes: number }>(pool, institution, statement);
  return row?.bytes ?? 0;
}

const WAS_BROUGHT = `select 1 from ledger.upload
  where institution = ledger.institution() and person = $1 and hash = $2`;

async function wasBrought(
  pool: pg.Pool,
  institution: string,
  person: string,
  hash: string,
): Promise<boolean> {
  const values = [person, bytesOf(hash)];
  return (await within(pool, institution, { name: 'was-brought', text: WAS_BROUGHT, values })).length > 0;
}

const FACTS = `select f.bytes, f.media_type, (
    select n.name from ledger.file_name n
    join ledger.upload u on u.institution = n.institution and u.hash = n.hash and u.person = n.person
    where n.institution = f.institution and n.hash = f.hash order by u.received, n.person limit 1
  ) as name
  from ledger.file f where f.institution = ledger.institution() and f.hash = $1`;

async function fileFacts(pool: pg.Pool, institution: string, hash: string): Promise<FileFacts | undefined> {
  const statement = { name: 'file-facts', text: FACTS, values: [bytesOf(hash)] };
  const [row] = await within<{ bytes: number; media_type: string; name: string | null }>(
    pool,
    institution,
    statement,
  );
  return row && { bytes: row.bytes, mediaType: row.media_type, name: row.name };
}

export const PART_OF = `select substring(content from $2 for $3) as part from ledger.file
  where institution = ledger.institution() and hash = $1`;

async function* fileParts(pool: pg.Pool, institution: string, hash: string): AsyncGenerator<Uint8Array> {
  for (let from = 1; ; from += PART) {
    const statement = { name: 'file-part', text: PART_OF, values: [bytesOf(hash), from, PART] };
    const [row] = await within<{ part: Buffer }>(pool, institution, statement);
    if (!row || row.part.length === 0) return;
    yield row.part;
    if (row.part.length < PART) return;
  }
}
