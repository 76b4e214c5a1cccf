import { QUANTITY, valueFrom, type Value } from './value.ts';

/** A quantity in digits, and where it stands in its sentence. */
export interface Figure {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
  /** What one step of its last digit is worth, in the unit without 万 and 亿. */
  readonly step: number;
}

const DIGITS = new RegExp(`第?${QUANTITY}`, 'gu');

/** A sentence of a paragraph, up to 。 or ；. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
}

/** The sentences of a paragraph that have a digit. */
export function sentencesOf(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^。；]+/gu)].flatMap(({ 0: sentence, index }) =>
    /\d/u.test(sentence) ? [{ text: sentence, at: index }] : [],
  );
}

/** What stands right before a place, so far as an expression may look: the whole of a long text would cost too much. */
export const before = (text: string, at: number): string => text.slice(Math.max(0, at - NEAR), at);

const NEAR = 48;

/** The quantities of a sentence that are written in digits; no ordinal, no year, no date. */
export function figuresIn(text: string): readonly Figure[] {
  return [...text.matchAll(DIGITS)].flatMap((found) => {
    const groups: Readonly<Record<string, string | undefined>> = found.groups ?? {};
    const value = /^\d/u.test(groups['low'] ?? '') ? valueFrom(groups) : undefined;
    if (!value || found[0].startsWith('第') || isTime(value, text, found)) return [];
    const start = found.index + (found[0].length - found[0].trimStart().length);
    return [
      { value, start, end: found.index + found[0].trimEnd().length, step: stepOf(value, groups['low']) },
    ];
  });
}

function stepOf({ low }: Value, numeral = ''): number {
  const plain = numeral.replaceAll(/[,，]/gu, '');
  const factor = low === 0 ? 1 : low / Number(plain);
  return factor * 10 ** -(plain.split('.')[1]?.length ?? 0);
}

/** 2028年, 6月, and the years of 2026—2030年. */
function isTime({ low, unit }: Value, text: string, found: RegExpExecArray): boolean {
  if (['年', '月', '日'].includes(unit)) return true;
  const isBare = unit === '' && Number.isInteger(low) && low > 1900 && low < 2100;
  return isBare && /^\s*(?:年|[-—–~～至])/u.test(text.slice(found.index + found[0].length));
}

/** One value and no bound of one: 20项, not 20余项 or 20项以上. */
export const isExact = ({ value }: Figure): boolean => value.bound === 'exact';
