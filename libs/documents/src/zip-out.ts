import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';

/** A file that goes into a zip. */
export interface Packed {
  readonly name: string;
  /** Words are written as UTF-8. */
  readonly content: string | Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
/** 1980-01-01, the zero of the format: the same content gives the same bytes at any time. */
const DAY_ONE = 0x0021;

interface Entry {
  readonly name: Buffer;
  readonly bytes: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** A zip of a few small files. */
export function zip(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { local, central } = packed(file, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  return Buffer.concat([...locals, endOf(centrals, offset)]);
}

/** A file as it stands in a zip, and its line of the directory. */
interface Zipped {
  readonly local: Buffer;
  readonly central: Buffer;
}

/** @param offset how many bytes stand before it */
function packed({ name, content }: Packed, offset: number): Zipped {
  const plain = plainOf(content);
  return zipped(entryOf(name, plain, deflateRawSync(plain)), offset);
}

const deflated = promisify<Uint8Array, Buffer>(deflateRaw);
/** What takes longer to compress than a moment is compressed beside the process, for which others wait. Bytes. */
const LARGE = 65_536;

/** The same, to the byte, and nobody waits while a large file is compressed. @param offset how many bytes stand before it */
export async function packedAside(file: Packed, offset: number): Promise<Zipped> {
  const plain = plainOf(file.content);
  if (plain.length < LARGE) return packed(file, offset);
  return zipped(entryOf(file.name, plain, await deflated(plain)), offset);
}

const plainOf = (content: Packed['content']): Buffer =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);

const entryOf = (name: string, plain: Buffer, bytes: Buffer): Entry => ({
  name: Buffer.from(name, 'utf8'),
  bytes,
  size: plain.length,
  crc: crc32(plain),
});

const zipped = (entry: Entry, offset: number): Zipped => ({
  local: Buffer.concat([localHeader(entry), entry.name, entry.bytes]),
  central: Buffer.concat([centralHeader(entry, offset), entry.name]),
});

/** The directory and the end of a zip. @param offset how many bytes its files take */
export function endOf(centrals: readonly Buffer[], offset: number): Buffer {
  const directory = Buffer.concat(centrals);
  return Buffer.concat([directory, ending(centrals.length, directory.length, offset)]);
}

/** What both headers say of an entry, from the version that is needed to the length of its name. */
function common(header: Buffer, at: number, { name, bytes, size, crc }: Entry): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(DAY_ONE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(bytes.length, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  common(header, 4, entry);
  return header;
}

function centralHeader(entry: Entry, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  common(header, 6, entry);
  header.writeUInt32LE(offset, 42);
  return header;
}

function ending(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
