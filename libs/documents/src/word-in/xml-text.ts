import { NotRead } from './unreadable.ts';

const DECLARED = /^\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w.:-]+)["']/;
const ENTITIES = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;

/**
 * The text of an XML part. Whatever a parser might expand or fetch is refused before one sees it.
 *
 * @throws NotRead
 */
export function xmlText(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (ENTITIES.test(text)) throw new NotRead('doctype');
  const declared = DECLARED.exec(text.slice(0, 200))?.[1]?.toLowerCase();
  if (declared !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/.test(declared))
    throw new NotRead('encoding', declared);
  return text;
}

/** By the byte order mark, or by the first sign, which is `<`. */
function encodingOf(bytes: Buffer): string {
  const head = bytes.toString('hex', 0, 2);
  if (head === 'fffe' || head === '3c00') return 'utf-16le';
  return head === 'feff' || head === '003c' ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NotRead('encoding');
  }
}
