import { crc32, inflateRawSync } from 'node:zlib';

/** What is wrong with a zip; `broken` unless it is something of its own. */
export type ZipFault = 'broken' | 'too-many-parts' | 'doubled-part' | 'encrypted-part' | 'not-as-declared';

/** Thrown for bytes that are no zip, or one that no office program would write. */
export class BadZip extends Error {
  readonly fault: ZipFault;
  constructor(message: string, fault: ZipFault = 'broken') {
    super(message);
    this.fault = fault;
  }
}

/** How much of a zip is read at all. Bytes but for `entries`. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly entry: number;
}

/** A zip by its central directory: an entry is unpacked when it is asked for, and never beyond the limit. */
export interface Zip {
  readonly names: readonly string[];
  /** What the directory says of them, in its order. */
  readonly entries: readonly ZipEntry[];
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

/** An entry as the directory declares it. Bytes, but for `crc` and `method`. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  /** Unpacked. */
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** @throws BadZip */
export function unzip(bytes: Buffer, limits: ZipLimits): Zip {
  const entries = directoryOf(bytes, limits);
  return {
    names: [...entries.keys()],
    entries: [...entries.values()],
    read(name) {
      const entry = entries.get(name);
      return entry && unpacked(bytes, entry, limits.entry);
    },
  };
}

function directoryOf(bytes: Buffer, limits: ZipLimits): ReadonlyMap<string, ZipEntry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw new BadZip(`${count} entries`, 'too-many-parts');
  const entries = new Map<string, ZipEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    const { entry, next } = entryAt(bytes, at, end);
    if (entries.has(entry.name)) throw new BadZip(`${entry.name} is there twice`, 'doubled-part');
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

/** One entry of the directory, and where the next begins. */
function entryAt(
  bytes: Buffer,
  at: number,
  end: number,
): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new BadZip('no central directory');
  const length = bytes.readUInt16LE(at + 28);
  const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return {
    entry: {
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
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

function unpacked(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  const content = inflated(contentOf(bytes, entry), entry.method, most);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw new BadZip('an entry is not what it declares', 'not-as-declared');
  return content;
}

function inflated(content: Buffer, method: number, most: number): Buffer {
  if (method === STORED && content.length <= most) return content;
  if (method !== DEFLATED) throw new BadZip(`packed by ${method}`);
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new BadZip('an entry is broken or too large', tooLarge ? 'not-as-declared' : 'broken');
  }
}

/** Where the packed bytes of an entry begin, behind its local header. @throws BadZip */
export function beginOf(bytes: Buffer, { offset }: ZipEntry): number {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new BadZip('no entry');
  return offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
}

/** The bytes of an entry as they were packed. */
function contentOf(bytes: Buffer, entry: ZipEntry): Buffer {
  if ((entry.flags & ENCRYPTED) !== 0) throw new BadZip('it is encrypted', 'encrypted-part');
  const begin = beginOf(bytes, entry);
  const content = bytes.subarray(begin, begin + entry.packed);
  if (content.length !== entry.packed) throw new BadZip('an entry is cut off');
  return content;
}
