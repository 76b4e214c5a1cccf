/** What a conversion leaves in a text and no author typed: bookmarks of Word, marks of Markdown, tags, entities. */
export const RESIDUE =
  /\[bookmark:[^\][]*\]|\*\*|^#{1,6}(?=\s)|<\/?(?:p|br|div|span|b|i|u|strong|em|font|table|tr|td|th|tbody|a|img|sup|sub|h[1-6])(?:\s[^<>]*)?\/?>|&(?:nbsp|lt|gt|amp|quot|#\d{2,5});|\{?\s?(?:HYPERLINK|PAGEREF)\s{1,4}(?:\\l\s{1,4})?"?_?Toc\d+[^}\s]*\}?|错误[！!](?:未找到引用源|未定义书签|书签未定义)[。！]?|\uFFFD|[\uE000-\uF8FF]/gu;

/** One line of a plain text. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** As it stands in the file, without its line end. */
  readonly raw: string;
  /** Without residue of a conversion: what a reader would see. */
  readonly text: string;
  /** For every character of `text` its place in `raw`; null where both are the same. */
  readonly places: readonly number[] | null;
}

/** Splits a plain text at its line ends, whichever they are; a byte order mark is no text. */
export function readLines(text: string): readonly Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((raw, i) => ({ number: i + 1, raw, ...cleaned(raw) }));
}

function cleaned(raw: string): Pick<Line, 'text' | 'places'> {
  const residues = [...raw.matchAll(RESIDUE)];
  if (residues.length === 0) return { text: raw, places: null };
  const places: number[] = [];
  let at = 0;
  for (const residue of residues) {
    for (; at < residue.index; at++) places.push(at);
    at = residue.index + residue[0].length;
  }
  for (; at < raw.length; at++) places.push(at);
  return { text: places.map((place) => raw[place] ?? '').join(''), places };
}

/** Where a piece of `text` stands in `raw`: from, and behind its last character. */
export function rawRange(line: Line, from: number, to: number): readonly [number, number] {
  if (!line.places) return [from, to];
  const first = line.places[from] ?? line.raw.length;
  const last = line.places[Math.max(from, to - 1)];
  return [first, last === undefined ? line.raw.length : last + 1];
}
