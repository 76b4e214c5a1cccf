import { inflateRawSync } from 'node:zlib';

/** Thrown for bytes that are no zip, or one that no office program would write. */
export class BadZip extends Error {}

/** How much of a zip is read at all. Bytes but for `entries`. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly entry: number;
}

/** A zip by its central directory: an entry is unpacked when it is asked for, and never beyond the limit. */
export interface Zip {
  readonly names: readonly string[];
  /** @throws BadZip for an entry that is broken or larger than it may be; undefined for one that is not there */
  read(name: string): Buffer | undefined;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly offset: number;
}

/** @throws BadZip */
export function unzip(bytes: Buffer, limits: ZipLimits): Zip {
  const entries = directoryOf(bytes, limits);
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry && unpacked(bytes, entry, limits.entry);
    },
  };
}

function directoryOf(bytes: Buffer, limits: ZipLimits): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw new BadZip(`${count} entries`);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    const { name, entry, next } = entryAt(bytes, at, end);
    if (entries.has(name)) throw new BadZip(`${name} is there twice`);
    entries.set(name, entry);
    at = next;
  }
  return entries;
}

/** One entry of the directory, and where the next begins. */
function entryAt(
  bytes: Buffer,
  at: number,
  end: number,
): { readonly name: string; readonly entry: Entry; readonly next: number } {
  if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new BadZip('no central directory');
  const length = bytes.readUInt16LE(at + 28);
  const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + length),
    entry: {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    },
    next: at + 46 + length + rest,
  };
}

/** Where the directory ends: searched from the back, past a comment. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new BadZip('no end of a zip');
}

function unpacked(bytes: Buffer, entry: Entry, most: number): Buffer {
  const content = contentOf(bytes, entry);
  if (entry.method === STORED && content.length <= most) return content;
  if (entry.method !== DEFLATED) throw new BadZip(`packed by ${entry.method}`);
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch {
    throw new BadZip('an entry is broken or too large');
  }
}

/** The bytes of an entry as they were packed. */
function contentOf(bytes: Buffer, { flags, packed, offset }: Entry): Buffer {
  if ((flags & ENCRYPTED) !== 0) throw new BadZip('it is encrypted');
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new BadZip('no entry');
  const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(begin, begin + packed);
  if (content.length !== packed) throw new BadZip('an entry is cut off');
  return content;
}
