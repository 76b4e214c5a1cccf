import type pg from 'pg';
import { leafHexOf } from './hashing.ts';

/** An entry as it is stored, and the leaf hash that its bytes have, in hex. */
export interface CopiedEntry {
  readonly entry: string;
  readonly made: string;
}

/** The columns of one row, each read once and in their order. */
export interface Fields {
  /** Text; the empty one where there is none. */
  text(): string;
  /** An `int4`; NaN where there is none. */
  int(): number;
  /** An `int8`, as far as a number is exact; NaN where there is none. */
  bigint(): number;
  /** Milliseconds since 1970 of a `timestamptz`. */
  instant(): number;
  /** Bytes as hex. */
  hex(): string | null;
  /** An entry with the hash of its bytes: they need not be written again to be hashed. */
  entry(): CopiedEntry;
  /** The leaf hash of an entry alone, in hex; null where there is no entry. */
  leaf(): string | null;
}

/**
 * Hands over each row of a `select`, as the server comes to it. A long log is read several times as fast so as by a query:
 * columns come as their bytes, and none is made a text that nobody asks for.
 *
 * @param take its fields are good until it returns
 * @throws what the database says, or `take` throws
 */
export function copyRows(client: pg.Client, select: string, take: (row: Fields) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const row = openRow();
    let failed: { readonly error: unknown } | undefined;
    client.query({
      submit: (connection: pg.Connection) => connection.query(`copy (${select}) to stdout (format binary)`),
      handleCopyData({ chunk }: { readonly chunk: Buffer }) {
        try {
          if (!failed && row.begins(chunk)) take(row);
        } catch (error) {
          failed = { error };
        }
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => (failed ? reject(failed.error) : resolve()),
      handleError: reject,
    });
  });
}

/** What a copy begins with: eleven bytes that say so, four of flags, and the length of what may follow. */
const HEADER = { mark: 'P'.charCodeAt(0), length: 11 + 4 + 4 };
/** Before each row stands the number of its columns, and -1 after the last. Bytes. */
const COUNT = 2;
const LENGTH = 4;
const MILLENNIUM = Date.UTC(2000);

/** Reads the row of one message after the other: the server sends each in a message of its own. */
function openRow(): Fields & { begins(chunk: Buffer): boolean } {
  let bytes: Buffer = Buffer.alloc(0);
  let at = 0;
  /** Goes to the end of the next field; answers its length, -1 for null. */
  const next = (): number => {
    const length = bytes.readInt32BE(at);
    at += LENGTH + Math.max(0, length);
    return length;
  };
  const bigint = (): number =>
    next() < 0 ? Number.NaN : bytes.readInt32BE(at - 8) * 2 ** 32 + bytes.readUInt32BE(at - 4);
  return {
    begins(chunk) {
      bytes = chunk;
      const first = bytes[0] === HEADER.mark ? HEADER.length : 0;
      at = first + COUNT;
      return bytes.readInt16BE(first) >= 0;
    },
    text() {
      const length = Math.max(0, next());
      return bytes.toString('utf8', at - length, at);
    },
    int: () => (next() < 0 ? Number.NaN : bytes.readInt32BE(at - 4)),
    bigint,
    instant: () => MILLENNIUM + bigint() / 1_000,
    hex() {
      const length = next();
      return length < 0 ? null : bytes.toString('hex', at - length, at);
    },
    entry() {
      const length = Math.max(0, next());
      const begin = at - length;
      return { entry: bytes.toString('utf8', begin, at), made: leafHexOf(bytes, begin, at) };
    },
    leaf() {
      const length = next();
      return length < 0 ? null : leafHexOf(bytes, at - length, at);
    },
  };
}
