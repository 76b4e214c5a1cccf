import { inflateRawSync } from 'node:zlib';

const CENTRAL = 0x02014b50;
const PART = 'word/document.xml';

/** The words of a .docx, its paragraphs without space between them: enough to look for a word. @throws Error where it has none */
export function wordWords(bytes: Buffer): string {
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0 && bytes.readUInt32LE(at) === CENTRAL;) {
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    if (name === PART) return textIn(partAt(bytes, at));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  throw new Error(`no ${PART}`);
}

function partAt(bytes: Buffer, central: number): string {
  const [method, size] = [bytes.readUInt16LE(central + 10), bytes.readUInt32LE(central + 20)];
  const local = bytes.readUInt32LE(central + 42);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + size);
  return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}

const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => words).join('');
