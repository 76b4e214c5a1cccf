import { readFileSync } from 'node:fs';
import { refuse, type Refused } from './words.ts';

/** A plan of this size is a hundred times longer than any; a larger file is something else. */
const MOST = 8 * 1024 * 1024;

/** What other files begin with, and what they are. */
const OTHERS: readonly (readonly [string, string, string])[] = [
  ['504b0304', 'Word、WPS 或压缩文件', 'a Word, WPS or zip file'],
  ['d0cf11e0', '旧版 Word 或 WPS 文件', 'an old Word or WPS file'],
  ['25504446', 'PDF 文件', 'a PDF file'],
  ['7b5c7274', 'RTF 文件', 'an RTF file'],
  ['89504e47', '图片', 'a picture'],
  ['ffd8ff', '图片', 'a picture'],
];

/** Reads a plain text in UTF-8, with or without byte order mark, UTF-16 with one, or GB 18030. */
export function plainText(file: string): string | Refused {
  const bytes = bytesOf(file);
  if ('refused' in bytes) return bytes;
  const head = bytes.subarray(0, 4).toString('hex');
  const other = OTHERS.find(([magic]) => head.startsWith(magic));
  if (other)
    return refuse(
      `${file} 是${other[1]}，不是纯文本。请在 Word 或 WPS 中另存为纯文本（.txt）后再试。`,
      `${file} is ${other[2]}, not plain text. Save it as plain text (.txt) in Word or WPS first.`,
    );
  return decoded(bytes) ?? notText(file);
}

function bytesOf(file: string): Buffer | Refused {
  try {
    const bytes = readFileSync(file);
    if (bytes.length <= MOST) return bytes;
    return refuse(
      `${file} 超过 8 MB，不是一份规划的文本。`,
      `${file} has more than 8 MB: it is not the text of a plan.`,
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return refuse(`没有 ${file} 这个文件。`, `There is no file ${file}.`);
    if (code === 'EISDIR')
      return refuse(`${file} 是文件夹，请指定一个文件。`, `${file} is a folder: name a file.`);
    throw error;
  }
}

/** The first of the encodings that the bytes fit; undefined where they are no text. */
function decoded(bytes: Buffer): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    const text = textIn(encoding, bytes);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  return undefined;
}

function encodingsOf(bytes: Buffer): readonly string[] {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return ['utf-16le'];
  return mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
}

function textIn(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notText(file: string): Refused {
  return refuse(
    `${file} 不是 UTF-8 或 GB 18030 编码的纯文本。请另存为纯文本（.txt）后再试。`,
    `${file} is not plain text in UTF-8 or GB 18030. Save it as plain text (.txt) first.`,
  );
}
