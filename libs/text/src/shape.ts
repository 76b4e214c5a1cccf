import type { Line } from './lines.ts';
import { markerOf, type Marker } from './marker.ts';

/** What kind of line it is, as far as the line alone tells. */
export type Shape =
  | 'blank'
  | 'page-number'
  | 'contents'
  | 'table'
  | 'names'
  | 'document-number'
  | 'date'
  | 'imprint'
  | 'addressee'
  | 'caption'
  | 'numbered'
  | 'plain';

/** A line with its shape and the number that it begins with. */
export interface Shaped extends Line {
  readonly shape: Shape;
  readonly marker: Marker | null;
}

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ['blank', /^[\s\u3000\u200b]*$/u],
  [
    'page-number',
    /^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|\d{1,3}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)\s*$/u,
  ],
  ['contents', /(?:[.．…·]{3,}|\t)\s*[-—]?\s*\d{1,3}\s*[-—]?\s*$/u],
  ['document-number', /^\s*\p{sc=Han}{1,12}\s*[〔（([【［]\s*20\d\d\s*[〕）)\]】］]\s*第?\s*\d+\s*号\s*$/u],
  [
    'date',
    /^\s*(?:[12]\d{3}|二[〇○零]\p{sc=Han}{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*$/u,
  ],
  ['imprint', /^\s*(?:主送|抄送|抄报|分送)\s*[：:]|\d日\s*印发\s*$/u],
  [
    'names',
    /^\s*\p{sc=Han}(?:\p{sc=Han}|[\s\u3000]){0,6}[：:][\s\u3000]*\p{sc=Han}{2,4}(?:[\s\u3000]+\p{sc=Han}{2,4})*\s*$/u,
  ],
  [
    'caption',
    /^\s*(?:附件|附表|附录|附图|专栏|表|图)\s*[\d一二三四五六七八九十]{0,3}(?:[-—.]\d+)?\s*[：:．.、]?(?=[\s\u3000]|$|\p{sc=Han}{2,30}$)/u,
  ],
  ['addressee', /^\s*(?:各|本院|全院|机关)[^。；！？，]{1,40}[：:]\s*$/u],
  ['table', /\S\s*\t+\s*\S|\|[^|]*\||^\s*\S+(?:(?:\s{2,}|\u3000{2,})\S+){2,}\s*$/u],
];

const NUMBERED_FIRST = /^\s*(?:第\S{1,3}(?:部分|章|节|篇)|[（(]?[一二三四五六七八九十]{1,3}[）)、])/u;

/** Tells the shape of a line. Lines of a 目录 whose end is no page number are found by the whole text only. */
export function shaped(line: Line): Shaped {
  const [marker, shape] = [markerOf(line.text), shapeOf(line.text)];
  if (shape === 'contents' || shape === 'blank') return { ...line, shape, marker: null };
  if (shape === 'table' && NUMBERED_FIRST.test(line.text) && !/[\t|]/.test(line.text))
    return { ...line, shape: 'numbered', marker };
  if (shape) return { ...line, shape, marker: null };
  return { ...line, shape: marker ? 'numbered' : 'plain', marker };
}

function shapeOf(text: string): Shape | undefined {
  return SHAPES.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Marks the lines of a 目录, with its word or without: short lines until the first of them comes again as a heading. */
export function withoutContents(lines: readonly Shaped[]): readonly Shaped[] {
  const word = lines.findIndex(({ text }) => /^[\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*$/u.test(text));
  const start = word < 0 ? lines.findIndex(({ marker }) => marker !== null) : word;
  const first = lines.slice(Math.max(0, word < 0 ? start : start + 1)).find(({ shape }) => shape !== 'blank');
  if (start < 0 || !first) return lines;
  const wanted = bare(first.text);
  const end = lines.findIndex(({ number, text }) => number > first.number && bare(text) === wanted);
  if (end < 0 || !isContents(lines.slice(first.number, end), word >= 0)) return lines;
  return lines.map((line, i) =>
    i >= start && i < end && line.shape !== 'blank' ? { ...line, shape: 'contents', marker: null } : line,
  );
}

/** Without the word for it, three headings and nothing else; with it, nothing that is a sentence. */
function isContents(lines: readonly Shaped[], named: boolean): boolean {
  const written = lines.filter(({ shape }) => shape !== 'blank');
  if (written.some(({ text }) => text.length > 60 || /。/u.test(text))) return false;
  return (
    named ||
    (written.length >= 3 && written.every(({ marker, shape }) => marker !== null || shape === 'contents'))
  );
}

const bare = (text: string): string => text.replace(/[\s\u3000.．…·]+\d*$/u, '').replace(/[\s\u3000]/gu, '');
