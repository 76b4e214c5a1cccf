import type { Hostile } from './hostile-file.ts';
import { REACHING } from './hostile-reach.ts';
import { XML } from './hostile-xml.ts';
import { ZIPS } from './hostile-zips.ts';
import { rawZip } from './raw-zip.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const oleFile = (stream: string): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);

/** What is no .docx, whatever its name says. */
const OTHERS: readonly Hostile[] = [
  { name: 'nothing', trouble: 'empty', bytes: () => Buffer.alloc(0) },
  { name: 'a password', trouble: 'encrypted', bytes: () => oleFile('EncryptedPackage') },
  { name: 'an old Word file', trouble: 'not-convertible', bytes: () => oleFile('WordDocument') },
  { name: 'an old spreadsheet', trouble: 'spreadsheet', bytes: () => oleFile('Workbook') },
  {
    name: 'a new spreadsheet',
    trouble: 'spreadsheet',
    bytes: () => rawZip([{ name: 'xl/workbook.xml', content: '<a/>' }]),
  },
  {
    name: 'a presentation',
    trouble: 'presentation',
    bytes: () => rawZip([{ name: 'ppt/presentation.xml', content: '<a/>' }]),
  },
  { name: 'OFD', trouble: 'ofd', bytes: () => rawZip([{ name: 'OFD.xml', content: '<a/>' }]) },
  { name: 'a PDF', trouble: 'pdf', bytes: () => Buffer.from('%PDF-1.7\n') },
  { name: 'RTF', trouble: 'rich-text', bytes: () => Buffer.from('{\\rtf1 {\\object}}') },
  { name: 'a picture', trouble: 'picture', bytes: () => Buffer.from('89504e470d0a1a0a', 'hex') },
];

/** Files of strangers, each refused for a reason of its own. */
export const HOSTILE: readonly Hostile[] = [...ZIPS, ...XML, ...REACHING, ...OTHERS];
