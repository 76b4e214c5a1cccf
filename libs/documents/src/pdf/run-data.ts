import type { Run } from '../paper/paper.ts';

/**
 * Without what is no writing: control characters, marks that turn the direction of reading around (they make a line say
 * on paper what it does not say in the file), halves of characters.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '　')
    .replaceAll(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '');
}

/** A run as the template reads it. */
export const runData = (run: Run): object => ({
  text: clean(run.text),
  font: run.font ?? null,
  bold: run.bold ?? false,
  underline: run.underline ?? false,
  revised: run.revised?.how ?? null,
  page: run.page ?? null,
});
