import { canonical, isCanonical, NotCanonical, type Json } from './canonical.ts';
import { firstBroken } from './entry-rules.ts';

/** Who acted, in which capacity. Ids are random; names live elsewhere. Anonymous acts and the clock have no `by`. */
export interface Actor {
  /** The capacity that counted, e.g. `department-head`; `clock` for what fell due; `anonymous` for unsigned acts. */
  readonly as: string;
  /** The person who acted. */
  readonly by: string | null;
  /** The person on whose behalf, under a delegation. */
  readonly for: string | null;
  /** The post that gave the capacity. */
  readonly post: string | null;
  /** The person who typed it in, where that is another than `by`. */
  readonly recorder: string | null;
}

/** The command that made the entry. `key` is the Idempotency-Key, absent from anonymous acts. */
export interface CommandRef {
  readonly key: string | null;
  readonly verb: string;
}

/** A body kept outside the entry: the hash of its stored bytes and a keyed commitment to its plain bytes. */
export interface Sealed {
  readonly cm: string;
  readonly ct: string;
  readonly subject: string;
}

/** One entry of an institution's log, format version 1. docs/format.md is the law; nothing here may change. */
export interface Entry {
  readonly actor: Actor;
  readonly at: string;
  readonly command: CommandRef;
  readonly data: { readonly [key: string]: Json };
  readonly institution: string;
  readonly prev: string | null;
  readonly sealed: readonly Sealed[];
  readonly stream: string;
  readonly sv: number;
  readonly type: string;
  readonly v: 1;
  readonly version: number;
}

/** The largest entry, in bytes of UTF-8: an entry bundle of tlog-tiles carries its length in 16 bits. */
export const MAX_ENTRY_BYTES = 65_535;

export class MalformedEntry extends Error {}

/** What is to be recorded does not fit into one entry: the sender must say less, or in several acts. */
export class EntryTooLong extends MalformedEntry {}

/** The bytes that are stored and hashed, as text. @throws MalformedEntry when a field breaks docs/format.md, EntryTooLong beyond its length */
export function encodeEntry(entry: Entry): string {
  refuseBroken(entry);
  return canonicalEntry(entry);
}

/** Reads stored bytes back. @throws MalformedEntry when they are not the canonical form of a valid entry */
export function decodeEntry(text: string): Entry {
  const value = parse(text);
  refuseBroken(value);
  refuseTooLong(text);
  if (!isForm(text, value as Json)) throw new MalformedEntry('not in canonical form');
  return value as Entry;
}

function refuseBroken(value: unknown): void {
  const wrong = firstBroken(value);
  if (wrong) throw new MalformedEntry(wrong);
}

function canonicalEntry({ actor, command, sealed, ...rest }: Entry): string {
  const text = orMalformed(() =>
    canonical({
      ...rest,
      actor: { ...actor },
      command: { ...command },
      sealed: sealed.map((body) => ({ ...body })),
    }),
  );
  refuseTooLong(text);
  return text;
}

const isForm = (text: string, parsed: Json): boolean => orMalformed(() => isCanonical(text, parsed));

function orMalformed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof NotCanonical ? new MalformedEntry(error.message) : error;
  }
}

function refuseTooLong(text: string): void {
  // A unit of UTF-16 takes three bytes of UTF-8 at most.
  if (text.length * 3 > MAX_ENTRY_BYTES && utf8Length(text) > MAX_ENTRY_BYTES)
    throw new EntryTooLong(`an entry is at most ${MAX_ENTRY_BYTES} bytes`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedEntry('not JSON');
  }
}

/** Bytes of UTF-8 that a well-formed string takes, without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is two units and four bytes: each half adds one to its own unit.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
