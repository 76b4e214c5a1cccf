import type { Diff, Part } from '@mouding/text';

/** What became of a passage, as the list is filtered. */
export type Sort = 'edited' | 'added' | 'removed' | 'moved';
export type Filter = Sort | 'numbers';
export const FILTERS: readonly Filter[] = ['edited', 'added', 'removed', 'moved', 'numbers'];

export type Change = Exclude<Part, { kind: 'kept' }>;

/** One change, numbered from 1 in the order of the new text. */
export interface ChangeRow {
  readonly kind: 'change';
  readonly no: number;
  readonly sort: Sort;
  readonly part: Change;
}

/** Paragraphs that say the same in both; blank lines are none of them. */
export interface KeptRow {
  readonly kind: 'kept';
  /** The first of their lines in the new text. */
  readonly line: number;
  readonly lines: readonly string[];
}

export type Row = ChangeRow | KeptRow;

const SORTS: { readonly [kind in Change['kind']]: Sort } = {
  changed: 'edited',
  added: 'added',
  removed: 'removed',
  moved: 'moved',
};

const isSilent = (part: Change): boolean => 'lines' in part && part.lines.every((line) => line.trim() === '');

/** A difference as rows of the screen. @param after the lines of the new text */
export function rowsOf({ parts }: Diff, after: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let no = 0;
  for (const part of parts) {
    if (part.kind === 'kept') {
      const lines = after.slice(part.b.line - 1, part.b.last).filter((line) => line.trim() !== '');
      if (lines.length > 0) rows.push({ kind: 'kept', line: part.b.line, lines });
    } else if (!isSilent(part)) rows.push({ kind: 'change', no: ++no, sort: SORTS[part.kind], part });
  }
  return rows;
}

export const isChange = (row: Row): row is ChangeRow => row.kind === 'change';

const hasNumbers = ({ part }: ChangeRow): boolean => 'numbers' in part && part.numbers.length > 0;

const passes = (row: ChangeRow, filter: Filter): boolean =>
  filter === 'numbers' ? hasNumbers(row) : row.sort === filter;

export const countOf = (rows: readonly ChangeRow[], filter: Filter): number =>
  rows.filter((row) => passes(row, filter)).length;

/** The rows that are left: with a filter the changes that pass one of them, and nothing that stayed. */
export const chosen = (rows: readonly Row[], filters: ReadonlySet<Filter>): readonly Row[] =>
  filters.size === 0
    ? rows
    : rows.filter((row) => isChange(row) && [...filters].some((filter) => passes(row, filter)));

/** The words of a change as they stand in the new text, or stood in the old one where they are gone. */
export function wordsOf({ part }: ChangeRow): string {
  if ('lines' in part) return part.lines.join('');
  return part.runs.map(({ kind, text }) => (kind === 'out' ? '' : text)).join('');
}

/** What a clause said before and says now; null where it was not there. */
interface ChangedClause {
  readonly was: { readonly text: string } | null;
  readonly now: { readonly text: string } | null;
}

/** Which of the changed clauses stand in a row: by their words, as a row knows no clauses. */
export function clausesIn<C extends ChangedClause>(row: ChangeRow, changed: readonly C[]): readonly C[] {
  const words = wordsOf(row);
  return changed.filter(({ was, now }) => {
    const said = (now ?? was)?.text.trim() ?? '';
    return said !== '' && words.includes(said);
  });
}
