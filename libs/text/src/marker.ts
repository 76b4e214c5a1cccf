import { HAN_NUMERAL, inHan, valueOf } from './numeral.ts';

/** The ways in which official texts number: 第X部分, 第X章, 第X节, 第X条, 一、,（一）, 1., 1.1,（1）, 1）, ①, 一是. */
export type Style =
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'han'
  | 'han-bracketed'
  | 'decimal'
  | 'decimal-2'
  | 'decimal-3'
  | 'decimal-bracketed'
  | 'decimal-half'
  | 'circled'
  | 'han-shi';

/** The number that a line begins with. */
export interface Marker {
  readonly style: Style;
  /** The last number of it: 3 of `三、`, `（3）`, `2.3`. */
  readonly ordinal: number;
  /** What stands before the last number: `2.` of `2.3`, otherwise nothing. */
  readonly prefix: string;
  /** As written: `（三）`. */
  readonly label: string;
  /** Where it begins in the line, and where the text behind it begins. */
  readonly from: number;
  readonly to: number;
}

const HAN = `[${HAN_NUMERAL}]{1,4}`;
const NUMBER = `(?:\\d{1,2}|[０-９]{1,2}|${HAN})`;
const SPACE = '[\\s\\u3000]*';

/** In the order in which they are tried. A group `n` holds the number, a group `prefix` what stands before it. */
const FORMS: readonly (readonly [Style, RegExp])[] = [
  ['part', form(`第${SPACE}(?<n>${NUMBER})${SPACE}(?:大?部分|篇|编)(?=[\\s\\u3000：:]|\\p{sc=Han}|“|$)`)],
  ['chapter', form(`第${SPACE}(?<n>${NUMBER})${SPACE}章`)],
  ['division', form(`第${SPACE}(?<n>${NUMBER})${SPACE}节`)],
  ['article', form(`第${SPACE}(?<n>\\d{1,3}|[${HAN_NUMERAL}]{1,7})${SPACE}条(?=[\\s\\u3000：:])`)],
  ['han-bracketed', form(`[（(]${SPACE}(?<n>${HAN})${SPACE}[）)][、.．]?`)],
  ['decimal-bracketed', form(`[（(]${SPACE}(?<n>\\d{1,2}|[０-９]{1,2})${SPACE}[）)][、.．]?`)],
  ['han-shi', form(`(?<n>${HAN})是(?!非|否|指)`)],
  ['han', form(`(?<n>${HAN})${SPACE}[、.．](?![${HAN_NUMERAL}](?:、|[级类线]))`)],
  [
    'decimal-3',
    form(
      `(?<prefix>\\d{1,2}[.．]\\d{1,2}[.．])(?<n>\\d{1,2})(?![\\d.．%％万亿])[、\\s\\u3000]*(?=\\p{sc=Han}|“|《)`,
    ),
  ],
  [
    'decimal-2',
    form(`(?<prefix>\\d{1,2}[.．])(?<n>\\d{1,2})(?:[\\s\\u3000]+|(?=[“《]))(?=\\p{sc=Han}|“|《)`),
  ],
  ['decimal-half', form(`(?<n>\\d{1,2}|[０-９]{1,2})${SPACE}[）)]`)],
  ['decimal', form(`(?<n>\\d{1,2}|[０-９]{1,2})${SPACE}[.．、](?!\\d)`)],
  ['circled', form('(?<n>[①-⑳])')],
];

function form(pattern: string): RegExp {
  return new RegExp(`^[\\s\\u3000]*(${pattern})`, 'du');
}

/** What any number begins with: most lines are told from one without trying every form. */
const FIRST = /^[\s\u3000]*[第（(\d０-９①-⑳零〇一二三四五六七八九十百]/u;

/** The number that a line begins with, or null. A decimal (`1.5T`) and an enumeration (`一、二级医院`) are none. */
export function markerOf(text: string): Marker | null {
  if (!FIRST.test(text)) return null;
  for (const [style, pattern] of FORMS) {
    const found = pattern.exec(text);
    const marker = found && markerFrom(style, found, text);
    if (marker) return marker;
  }
  return null;
}

function markerFrom(style: Style, { groups = {}, indices }: RegExpExecArray, text: string): Marker | null {
  const ordinal = valueOf(groups['n'] ?? '');
  const [from, to] = indices?.[1] ?? [0, 0];
  if (ordinal === undefined) return null;
  return { style, ordinal, prefix: groups['prefix'] ?? '', label: text.slice(from, to).trim(), from, to };
}

/** How the given number would be written in a style, for a sentence about one that is missing. */
export function labelOf(style: Style, ordinal: number, prefix = ''): string {
  const han = inHan(ordinal);
  const labels: Record<Style, string> = {
    part: `第${han}部分`,
    chapter: `第${han}章`,
    division: `第${han}节`,
    article: `第${han}条`,
    han: `${han}、`,
    'han-bracketed': `（${han}）`,
    decimal: `${ordinal}.`,
    'decimal-2': `${prefix}${ordinal}`,
    'decimal-3': `${prefix}${ordinal}`,
    'decimal-bracketed': `（${ordinal}）`,
    'decimal-half': `${ordinal}）`,
    circled: String.fromCodePoint(0x245f + ordinal),
    'han-shi': `${han}是`,
  };
  return labels[style];
}
