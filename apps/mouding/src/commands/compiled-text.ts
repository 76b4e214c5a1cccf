import type { WordIn } from '@mouding/documents';

/** One file of the whole. */
export interface Part {
  readonly name: string;
  /** Its first line. */
  readonly title: string;
  readonly text: string;
  /** Null for plain text. */
  readonly word: WordIn | null;
}

/** The first line that says something. */
export const firstLine = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';

/** The texts one after the other, each ended by a line feed. */
export const compiledText = (parts: readonly Part[]): string =>
  parts.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
