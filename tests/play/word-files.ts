import { cleanPaper, redline, unzip, writeWord, zipFlow, type Packed } from '@mouding/documents';
import { treeOf } from '@mouding/text';

const LIMITS = { entries: 100, entry: 1_000_000 };
const FILE = {
  trace: { draft: null, code: null },
  file: { author: '某科室', at: '2026-01-05T09:00:00+08:00' },
} as const;

/** A Word file that says this. */
export const wordFile = (text: string): Promise<Uint8Array> =>
  writeWord(cleanPaper(treeOf(text, { salt: '00', mint: (at) => `n${String(at).padStart(10, '0')}` }), FILE));

/** A Word file with tracked changes: accepted it says the second, rejected the first. */
export const revisedFile = (before: string, after: string): Promise<Uint8Array> =>
  writeWord(redline(before, after, { ...FILE, author: { by: '某人', at: FILE.file.at } }));

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What the bytes of a .wps begin with; nothing but an office program reads it. */
export const wpsFile = (mark = ''): Uint8Array =>
  Buffer.concat([
    OLE,
    Buffer.alloc(512),
    Buffer.from('WordDocument', 'utf16le'),
    Buffer.alloc(64),
    Buffer.from(mark, 'utf8'),
  ]);

/** A Word file with a macro in it; each `mark` makes other bytes. */
export async function macroFile(mark = ''): Promise<Uint8Array> {
  const entries = unzip(Buffer.from(await wordFile('一份文稿。\n')), LIMITS);
  async function* parts(): AsyncGenerator<Packed> {
    for (const { name } of entries.entries) yield { name, content: entries.read(name) ?? '' };
    yield { name: 'word/vbaProject.bin', content: `Sub 宏${mark}` };
  }
  const pieces: Buffer[] = [];
  for await (const piece of zipFlow(parts())) pieces.push(piece);
  return Buffer.concat(pieces);
}
