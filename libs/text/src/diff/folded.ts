import { RESIDUE } from '../lines.ts';
import { markerOf, type Marker } from '../marker.ts';

/** A line as it is looked for on the other side. */
export interface Folded {
  /** Without spaces that say nothing and what a conversion left, in half width. Empty for a blank line. */
  readonly text: string;
  /** `text` without the number at its head: a paragraph that was only renumbered is found again. */
  readonly body: string;
  readonly marker: Marker | null;
}

/** Folds one line. */
export function folded(line: string): Folded {
  const read = withoutResidue(line);
  const marker = markerOf(read);
  const text = halfWidth(read);
  const body = marker ? halfWidth(read.slice(marker.to)) : text;
  return { text, body: body === '' ? text : body, marker };
}

/** Brings full and half width and spaces to one form, without what a conversion left. */
export const fold = (text: string): string => halfWidth(withoutResidue(text));

/** Rows of spaces first: the pattern begins with spaces in places, and would look at every one of them again. */
const withoutResidue = (text: string): string => text.replace(/\s{2,}/g, ' ').replace(RESIDUE, '');

const WIDE = /[\uFF01-\uFF5E]/g;
// A space between two figures or two Latin words is read; every other one is layout.
export const SPACES = /[\s\u200b]+/g;
const WORD = /[A-Za-z0-9]/;

const halfWidth = (text: string): string =>
  text
    .normalize('NFC')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(SPACES, (space, at: number, whole: string) =>
      WORD.test(whole[at - 1] ?? '') && WORD.test(whole[at + space.length] ?? '') ? ' ' : '',
    );
