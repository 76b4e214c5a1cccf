import type { Side } from './side.ts';

/** Lines of one text, both included, counted from 1. */
export interface Span {
  readonly line: number;
  readonly last: number;
}

/** A piece of a changed passage: `same` and `out` together are the old text, `same` and `in` the new one. */
export interface Run {
  readonly kind: 'same' | 'out' | 'in';
  /** A line end inside a passage is `\n` here, whatever it is in the file. */
  readonly text: string;
}

/** What a passage said before. */
export const oldText = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'in' ? '' : text)).join('');

/** What it says now. */
export const newText = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'out' ? '' : text)).join('');

/** One quantity that became another: 床位 80→95张. */
export interface NumberChange {
  /** What is counted, as far as the words before it say; may be empty. */
  readonly name: string;
  /** As written, with the unit: `80万人次`, `三个`. */
  readonly from: string;
  readonly to: string;
  /** Empty where none is given; `%` for percentages. */
  readonly unit: { readonly from: string; readonly to: string };
  /** The lines on which they stand. */
  readonly line: { readonly a: number; readonly b: number };
}

/** What happened to the wording of a passage. */
export interface Edit {
  readonly runs: readonly Run[];
  /**
   * `numbering`: only the number at its head is another one. `format`: spaces and full or half width only.
   * `same`: nothing, it only stands elsewhere.
   */
  readonly nature: 'content' | 'numbering' | 'format' | 'same';
  /** The number at its head before and now, where these differ: 一、 and 二、. */
  readonly renumbered: { readonly from: string; readonly to: string } | null;
  readonly numbers: readonly NumberChange[];
}

export interface Kept {
  readonly kind: 'kept';
  readonly a: Span;
  readonly b: Span;
}

/** A passage that stands where it stood with other words; several lines where a paragraph was split or joined. */
export interface Changed extends Edit {
  readonly kind: 'changed';
  readonly a: Span;
  readonly b: Span;
}

/** A paragraph that left its place; listed where it stands now. */
export interface Moved extends Edit {
  readonly kind: 'moved';
  readonly a: Span;
  readonly b: Span;
}

export interface Added {
  readonly kind: 'added';
  readonly b: Span;
  readonly lines: readonly string[];
}

export interface Removed {
  readonly kind: 'removed';
  readonly a: Span;
  readonly lines: readonly string[];
}

/** What became of some lines. */
export type Part = Kept | Changed | Moved | Added | Removed;

/** How a file is written, apart from what its lines say. */
export type Writing = Omit<Side, 'lines'>;

/** The whole difference of two texts. The parts stand in the order of the new text. */
export interface Diff {
  readonly parts: readonly Part[];
  /** Byte order marks and line ends. */
  readonly writing: { readonly a: Writing; readonly b: Writing };
}
