import type { Trouble } from './unreadable.ts';

/** What the first bytes say a file is; the name says nothing. */
export type Sniffed = 'zip' | 'old-word' | 'text' | Exclude<Trouble, 'empty'>;

const MAGIC: readonly (readonly [string, Sniffed])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'broken'],
  ['25504446', 'pdf'],
  ['7b5c7274', 'rich-text'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['424d', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['52617221', 'archive-inside'],
];

const OLE = 'd0cf11e0a1b11ae1';

/** Streams of an OLE file by their names in its directory, which are UTF-16. */
const STREAMS: readonly (readonly [string, Sniffed])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['EncryptionInfo', 'encrypted'],
  ['WordDocument', 'old-word'],
  ['WpsDocument', 'old-word'],
  ['Workbook', 'spreadsheet'],
  ['PowerPoint Document', 'presentation'],
];

/** What kind of file it is, by its bytes alone. `text` says only that it is none of the others. */
export function sniffed(bytes: Buffer): Sniffed {
  const head = bytes.toString('hex', 0, 8);
  if (head === OLE) return oleKind(bytes);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const found = MAGIC.find(([magic]) => head.startsWith(magic))?.[1] ?? 'text';
  // Words may begin with BM; a picture of that kind has its size behind, with zeros in it.
  return head.startsWith('424d') && !bytes.subarray(0, 64).includes(0) ? 'text' : found;
}

const oleKind = (bytes: Buffer): Sniffed =>
  STREAMS.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))?.[1] ?? 'not-a-document';
