import { inflateSync } from 'node:zlib';

/** One face of a font file: its tables by their tags. */
export interface FontFace {
  readonly flavour: number;
  readonly tables: ReadonlyMap<string, Buffer>;
}

const WOFF = 0x774f4646;
const COLLECTION = 0x74746366;
const FAMILY = 1;
const SUBFAMILY = 2;
const POSTSCRIPT = 6;
const TYPOGRAPHIC_FAMILY = 16;
const WINDOWS = 3;
const UNICODE = 0;
const CHECKSUM_OF_FILE = 0xb1b0afba;

/**
 * The faces of a .ttf, .otf, .ttc or .woff file.
 *
 * @throws RangeError when the file is cut short
 */
export function facesOf(bytes: Buffer): readonly FontFace[] {
  const signature = bytes.readUInt32BE(0);
  if (signature === WOFF) return [woffFace(bytes)];
  if (signature !== COLLECTION) return [plainFace(bytes, 0)];
  const count = bytes.readUInt32BE(8);
  return Array.from({ length: count }, (_, at) => plainFace(bytes, bytes.readUInt32BE(12 + 4 * at)));
}

function plainFace(bytes: Buffer, start: number): FontFace {
  const tables = new Map<string, Buffer>();
  for (let at = 0; at < bytes.readUInt16BE(start + 4); at += 1) {
    const row = start + 12 + 16 * at;
    const from = bytes.readUInt32BE(row + 8);
    tables.set(
      bytes.toString('latin1', row, row + 4),
      bytes.subarray(from, from + bytes.readUInt32BE(row + 12)),
    );
  }
  return { flavour: bytes.readUInt32BE(start), tables };
}

function woffFace(bytes: Buffer): FontFace {
  const tables = new Map<string, Buffer>();
  for (let at = 0; at < bytes.readUInt16BE(12); at += 1) {
    const row = 44 + 20 * at;
    const from = bytes.readUInt32BE(row + 4);
    const packed = bytes.subarray(from, from + bytes.readUInt32BE(row + 8));
    const whole = bytes.readUInt32BE(row + 12);
    tables.set(bytes.toString('latin1', row, row + 4), packed.length < whole ? inflateSync(packed) : packed);
  }
  return { flavour: bytes.readUInt32BE(4), tables };
}

/** The family names that a face goes by, in every language it has, and whether it is the upright one of its family. */
export function namesOf(face: FontFace): { readonly families: readonly string[]; readonly regular: boolean } {
  const names = nameRows(face);
  const families = names
    .filter(({ id }) => id === FAMILY || id === TYPOGRAPHIC_FAMILY)
    .map(({ text }) => text);
  const styles = names.filter(({ id }) => id === SUBFAMILY).map(({ text }) => text);
  return {
    families: [...new Set(families)],
    regular: styles.length === 0 || styles.some((style) => /^(regular|normal|常规|标准)$/i.test(style)),
  };
}

function nameRows(face: FontFace): readonly { readonly id: number; readonly text: string }[] {
  const table = face.tables.get('name');
  if (table === undefined) return [];
  const storage = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, at) => {
    const row = 6 + 12 * at;
    const from = storage + table.readUInt16BE(row + 10);
    const raw = Buffer.from(table.subarray(from, from + table.readUInt16BE(row + 8)));
    const wide = [WINDOWS, UNICODE].includes(table.readUInt16BE(row));
    const even = raw.subarray(0, raw.length - (raw.length % 2));
    return {
      id: table.readUInt16BE(row + 6),
      text: wide ? even.swap16().toString('utf16le') : raw.toString('latin1'),
    };
  });
}

/**
 * The face as a font file of its own that goes by `family` alone, so that the compiler picks it by that name whatever
 * names and styles the maker gave it. The PostScript name stays: it is the one that a PDF shows.
 */
export function renamed(face: FontFace, family: string): Buffer {
  const own = nameRows(face).find(({ id }) => id === POSTSCRIPT)?.text ?? family.replaceAll(' ', '');
  const tables = new Map(face.tables).set(
    'name',
    nameTable([
      [FAMILY, family],
      [SUBFAMILY, 'Regular'],
      [POSTSCRIPT, own],
    ]),
  );
  return fontFile(face.flavour, tables);
}

function nameTable(names: readonly (readonly [number, string])[]): Buffer {
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let from = 0;
  names.forEach(([id], at) => {
    const length = texts[at]?.length ?? 0;
    [WINDOWS, 1, 0x409, id, length, from].forEach((value, field) =>
      head.writeUInt16BE(value, 6 + 12 * at + 2 * field),
    );
    from += length;
  });
  return Buffer.concat([head, ...texts]);
}

function fontFile(flavour: number, tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  directory.writeUInt32BE(flavour, 0);
  directory.writeUInt16BE(sorted.length, 4);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((sorted.length - power) * 16, 10);
  let from = directory.length;
  const bodies = sorted.map(([tag, body], at) => {
    const padded = tag === 'head' ? withoutChecksum(body) : body;
    const row = 12 + 16 * at;
    directory.write(tag, row, 'latin1');
    directory.writeUInt32BE(checksum(padded), row + 4);
    directory.writeUInt32BE(from, row + 8);
    directory.writeUInt32BE(body.length, row + 12);
    const filled = Buffer.concat([padded, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    from += filled.length;
    return filled;
  });
  const file = Buffer.concat([directory, ...bodies]);
  const head = sorted.findIndex(([tag]) => tag === 'head');
  if (head >= 0) {
    const place = directory.readUInt32BE(12 + 16 * head + 8);
    file.writeUInt32BE((CHECKSUM_OF_FILE - checksum(file)) >>> 0, place + 8);
  }
  return file;
}

function withoutChecksum(head: Buffer): Buffer {
  const copy = Buffer.from(head);
  copy.writeUInt32BE(0, 8);
  return copy;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  if (whole === bytes.length) return sum;
  const rest = Buffer.alloc(4);
  bytes.copy(rest, 0, whole);
  return (sum + rest.readUInt32BE(0)) >>> 0;
}
