/** A part of a plan that one department writes: the exact characters of the file that it came from. */
export interface ChapterText {
  /** 0 is what stands before the first heading. */
  readonly no: number;
  /** The heading without its marks, at most 60 characters. */
  readonly title: string;
  readonly content: string;
}

/** Why a file is no plan text. */
export class NoPlanText extends Error {}

/**
 * Reads a file as text, losing nothing: a byte order mark stays.
 *
 * @throws NoPlanText when the bytes are not UTF-8, hold a NUL, or are none
 */
export function planText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NoPlanText(
      '文件不是 UTF-8 文本，请另存为 UTF-8 后再试。 The file is not UTF-8; save it as UTF-8 first.',
    );
  }
  if (text.includes('\u0000'))
    throw new NoPlanText('文件含有空字符，不是纯文本。 The file holds a NUL and is no plain text.');
  if (text.length === 0) throw new NoPlanText('文件是空的。 The file is empty.');
  return text;
}

const MARKS = String.raw`(?:\[bookmark:[^\]\n]*\])*[ \t\u3000\ufeff]*(?:\[bookmark:[^\]\n]*\])*`;
const NUMBER = '([一二三四五六七八九十百零〇]+|[0-9]{1,3})';
const PART = new RegExp(`^${MARKS}第${NUMBER}(?:部分|章|篇)(.*)$`, 'u');
const ITEM = new RegExp(`^${MARKS}([一二三四五六七八九十]{1,3})、(.*)$`, 'u');

interface Heading {
  readonly at: number;
  readonly number: number;
  readonly title: string;
}

/**
 * Cuts a plan at its top headings: 第一部分/第一章 where the text has them, otherwise 一、. Every character belongs to
 * exactly one chapter, in its order, so that the chapters laid end to end are the text again.
 */
export function chaptersOfText(text: string): readonly ChapterText[] {
  const headings =
    [PART, ITEM].map((style) => topHeadings(text, style)).find((found) => found.length > 0) ?? [];
  const first = headings[0]?.at ?? text.length;
  // What no department could be asked to write (a byte order mark, blank lines) stays with the first heading.
  const hasPreface = headings.length === 0 || /[^\s\ufeff]/u.test(text.slice(0, first));
  const cuts = headings.map(({ at }, i) => (i === 0 && !hasPreface ? 0 : at));
  const parts = headings.map(({ title }, i) => ({
    no: i + 1,
    title,
    content: text.slice(cuts[i], cuts[i + 1]),
  }));
  return hasPreface ? [{ no: 0, title: '前言', content: text.slice(0, first) }, ...parts] : parts;
}

/** Headings of one style whose numbers run on; a list inside a chapter that begins again at one is none. */
function topHeadings(text: string, style: RegExp): readonly Heading[] {
  const found: Heading[] = [];
  for (const { at, line } of linesOf(text)) {
    const heading = headingIn(line, style, found.length + 1);
    const last = found.at(-1)?.number ?? 0;
    if (heading && heading.number > last && heading.number <= last + 2) found.push({ at, ...heading });
  }
  return found;
}

function headingIn(line: string, style: RegExp, no: number): Omit<Heading, 'at'> | undefined {
  const [, numeral, rest] = style.exec(line) ?? [];
  if (numeral === undefined || rest === undefined) return undefined;
  return { number: valueOf(numeral), title: titleOf(rest, no) };
}

/** The lines of a text without their ends, and where they begin. */
function linesOf(text: string): readonly { readonly at: number; readonly line: string }[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const begin = at;
    at += line.length + 1;
    return { at: begin, line: line.replace(/\r$/, '') };
  });
}

function titleOf(rest: string, no: number): string {
  const plain = rest
    .replaceAll(/\[bookmark:[^\]]*\]/g, '')
    .replaceAll(/[\s\u3000]+/gu, ' ')
    .trim();
  return [...(plain.split(/[。；]/u, 1)[0] ?? '')].slice(0, 60).join('') || `第${no}部分`;
}

const DIGITS = '零一二三四五六七八九';
const UNITS: { readonly [sign: string]: number } = { 十: 10, 百: 100 };

/** The value of a Chinese or Arabic numeral below a thousand; 0 for what is none. */
function valueOf(numeral: string): number {
  if (/^[0-9]+$/.test(numeral)) return Number(numeral);
  let value = 0;
  let digit = 0;
  for (const sign of numeral.replaceAll('〇', '零')) {
    const unit = UNITS[sign];
    value += unit === undefined ? 0 : (digit === 0 ? 1 : digit) * unit;
    digit = unit === undefined ? Math.max(0, DIGITS.indexOf(sign)) : 0;
  }
  return value + digit;
}
