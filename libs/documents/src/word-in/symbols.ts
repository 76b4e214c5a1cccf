/** Signs of the fonts Wingdings and Symbol that forms use, by their last byte. */
const WINGDINGS: { readonly [code: number]: string } = {
  0x4c: '☹',
  0x4a: '☺',
  0x52: '☑',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const WINGDINGS_2: { readonly [code: number]: string } = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0xa3: '□',
};
const SYMBOL: { readonly [code: number]: string } = {
  0x61: 'α',
  0x62: 'β',
  0x67: 'γ',
  0x6d: 'μ',
  0xa3: '≤',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
};

const FONTS: { readonly [font: string]: { readonly [code: number]: string } } = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

/** What stands for a sign that has no character: the mark of a missing type in Chinese print. */
export const MISSING = '〓';

/** The character of a sign that a file names by its font and code. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  const known = FONTS[font.trim().toLowerCase()]?.[value & 0xff];
  return known ?? (isCharacter(value) ? String.fromCodePoint(value) : MISSING);
}

/** A character of Unicode that every font may have; half a character and the private ones are none. */
const isCharacter = (value: number): boolean =>
  value > 0 && (value < 0xd800 || (value > 0xf8ff && value <= 0xffff));
