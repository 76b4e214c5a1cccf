import { encodeEntry, hex, leafHash, type Sealed } from '@mouding/evidence';
import type { Head, NewEntry, Receipt } from './batch.ts';
import { bytesOf, sha256 } from './hashing.ts';
import { KeyDestroyed, seal } from './vault.ts';

/** Data keys by subject; what is absent was destroyed. */
export type DataKeys = ReadonlyMap<string, Buffer>;

/** Columns of an append, side by side: what `ledger.append` takes. */
export interface Columns {
  readonly heads: {
    stream: string;
    version: number;
    hash: Buffer | null;
    newVersion: number;
    newHash: Buffer;
  }[];
  readonly entries: {
    stream: string;
    version: number;
    type: string;
    sv: number;
    at: string;
    prev: Buffer | null;
    leaf: Buffer;
    entry: string;
  }[];
  readonly bodies: { stream: string; version: number; subject: string; body: Buffer }[];
  readonly receipts: Receipt[];
}

/**
 * Gives entries their version and `prev` after the heads that the writer saw, seals their bodies, encodes and hashes.
 *
 * @throws Error for a stream without a head: what was not locked or expected is not written
 * @throws KeyDestroyed for a body whose subject has no key any more
 * @throws MalformedEntry when a field breaks docs/format.md
 */
export function compose(
  institution: string,
  entries: readonly NewEntry[],
  seen: ReadonlyMap<string, Head>,
  keys: DataKeys,
): Columns {
  const columns: Columns = { heads: [], entries: [], bodies: [], receipts: [] };
  const heads = new Map<string, Head>();
  for (const entry of entries) {
    const head = heads.get(entry.stream) ?? headSeen(seen, entry.stream);
    heads.set(entry.stream, composeOne(institution, entry, head, keys, columns));
  }
  for (const [stream, { version: newVersion, hash }] of heads) {
    const before = headSeen(seen, stream);
    columns.heads.push({
      stream,
      version: before.version,
      hash: bytesOf(before.hash),
      newVersion,
      newHash: Buffer.from(hash ?? '', 'hex'),
    });
  }
  return columns;
}

function headSeen(seen: ReadonlyMap<string, Head>, stream: string): Head {
  const head = seen.get(stream);
  if (!head) throw new Error(`${stream} is written without a head that the writer saw`);
  return head;
}

function composeOne(
  institution: string,
  fresh: NewEntry,
  head: Head,
  keys: DataKeys,
  columns: Columns,
): Head {
  const { stream, type, sv, at, actor, command, data } = fresh;
  const version = head.version + 1;
  const sealed = fresh.sealed.map(({ subject, plain }): Sealed => {
    const key = keys.get(subject);
    if (!key) throw new KeyDestroyed(`the data key of ${subject} was destroyed`);
    const done = seal(key, { institution, stream, version, subject }, plain);
    columns.bodies.push({ stream, version, subject, body: done.body });
    return done.sealed;
  });
  const prev = head.hash;
  const entry = encodeEntry({
    v: 1,
    institution,
    stream,
    version,
    type,
    sv,
    at,
    prev,
    actor,
    command,
    data,
    sealed,
  });
  const leaf = Buffer.from(leafHash(entry, sha256));
  columns.entries.push({ stream, version, type, sv, at, prev: bytesOf(prev), leaf, entry });
  const hash = hex(leaf);
  columns.receipts.push({ stream, version, leafHash: hash, at });
  return { version, hash };
}

/** Columns of several appends, with the number of the append that each line belongs to, as values of the statement. */
export function appendValues(appends: readonly Columns[]): unknown[] {
  const heads = appends.flatMap(({ heads }, group) => heads.map((line) => ({ group, ...line })));
  const entries = appends.flatMap(({ entries }, group) => entries.map((line) => ({ group, ...line })));
  const bodies = appends.flatMap(({ bodies }, group) => bodies.map((line) => ({ group, ...line })));
  return [
    ...pluck(heads, ['group', 'stream', 'version', 'hash', 'newVersion', 'newHash']),
    ...pluck(entries, ['group', 'stream', 'version', 'type', 'sv', 'at', 'prev', 'leaf', 'entry']),
    ...pluck(bodies, ['group', 'stream', 'version', 'subject', 'body']),
  ];
}

const pluck = <Line extends object>(lines: readonly Line[], names: readonly (keyof Line)[]): unknown[][] =>
  names.map((name) => lines.map((line) => line[name]));

/** `$from, …, $to` */
export const placeholders = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `$${from + i}`).join(', ');

/** How many values {@link appendValues} makes. */
export const APPEND_VALUES = 20;
