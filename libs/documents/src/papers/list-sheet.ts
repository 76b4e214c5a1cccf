import type { Sheet } from '../sheet-out.ts';
import type { Paper } from '../paper/paper.ts';
import { flush, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** Any list as a paper or as a spreadsheet. */
export interface ListPaper {
  readonly source: Source;
  readonly title: string;
  /** What stands under the title: which letter, up to where, what it does not mean. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** A list on paper, across. */
export const listPaper = ({ source, title, notes, head, widths, rows }: ListPaper): Paper =>
  sheetOf(source, {
    title,
    landscape: true,
    body: [
      ...notes.map((note) => flush(note)),
      rows.length === 0 ? flush('无。') : table({ head, widths, caption: title }, rows),
    ],
  });

/** The same as one sheet of words. */
export const listSheet = ({ title, head, widths, rows }: ListPaper): Sheet => ({
  name: title.slice(0, 31),
  widths: widths.map((each) => Math.max(8, each)),
  rows: [head, ...rows],
  heads: [0],
  choices: [],
});
