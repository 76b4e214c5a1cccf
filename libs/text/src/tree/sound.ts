import type { TreeKind } from './tree.ts';

/** A heading may have others under it; nobody nests deeper than this, and a reader needs a bound. */
export const DEEPEST = 32;

export const KINDS: readonly TreeKind[] = ['part', 'chapter', 'section', 'clause', 'table', 'figure'];

/** Whether a node of this kind is a heading. */
export const isHeading = (kind: TreeKind): boolean =>
  kind === 'part' || kind === 'chapter' || kind === 'section';

export const isId = (id: string): boolean => /^n[0-9a-z]{10}$/.test(id);

export const isDepth = (depth: number): boolean => Number.isInteger(depth) && depth >= 1 && depth <= DEEPEST;

/** Salt of a tree: 1 to 64 bytes in hex. */
export const isSalt = (salt: string): boolean => /^(?:[0-9a-f]{2}){1,64}$/.test(salt);

/** SHA-256 in hex. */
export const isHash = (hash: string): boolean => /^[0-9a-f]{64}$/.test(hash);

/** Nothing that a reader sees. A carriage return is such a character too: a text may have come with other line ends. */
export const isBlank = (text: string): boolean => /^[\s\u200b]*$/u.test(text);

/** Blank lines, each with its line end; or nothing. */
export const isBefore = (text: string): boolean => text === '' || (text.endsWith('\n') && isBlank(text));

/** What may stand behind the last node: nothing, or a line end and blank lines. */
export const isEnd = (text: string, isEmpty: boolean): boolean =>
  isBlank(text) && (isEmpty || text === '' || text.startsWith('\n'));

/** Unicode as JSON and UTF-8 can carry it, without U+0000. */
export const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Lines of which neither the first nor the last is blank: blank lines belong in front of a node. */
export function isText(text: string): boolean {
  const [first, last] = [text.indexOf('\n'), text.lastIndexOf('\n')];
  if (first < 0) return !isBlank(text);
  return !isBlank(text.slice(0, first)) && !isBlank(text.slice(last + 1));
}

/** The blank lines that a text begins with, each with its line end. */
export function blankHead(text: string): string {
  let at = 0;
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', at)) {
    if (!isBlank(text.slice(at, feed))) break;
    at = feed + 1;
  }
  return text.slice(0, at);
}
