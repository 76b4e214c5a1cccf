import { diff, newText, oldText, type Run as TextRun } from '@mouding/text';
import type { Block, Cell, Revision, Run } from '../paper/paper.ts';
import type { MergedLine } from './merged-lines.ts';
import { cellsOf, filledUp, isSeparator, sharesOf } from './table-lines.ts';

/** Says who changed a line and when; null: it did not change. */
export type Revise = (line: Pick<MergedLine, 'a' | 'b'>, how: 'in' | 'out') => Revision;

/** A row of both tables: its cells, and whether it came or went as a whole. */
interface Row {
  readonly cells: readonly Cell[];
  readonly revised: Revision | null;
}

/** Lines of one table of both texts as a table whose rows and words are revised. */
export function revisedTable(
  lines: readonly MergedLine[],
  revise: Revise,
  anchor: string | undefined,
): Extract<Block, { readonly kind: 'table' }> | null {
  const rows = lines.flatMap((line) => rowsOf(line, revise));
  if (rows.length === 0) return null;
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const written = rows.map(({ cells }) => filledUp(cells, columns, { lines: [''] }));
  const head = rows.length > 1 ? 1 : 0;
  return {
    kind: 'table',
    widths: sharesOf(
      written.map((cells) => cells.map((cell) => cell.lines[0] ?? '')),
      columns,
    ),
    head: written.slice(0, head),
    rows: written.slice(head),
    revised: new Map(rows.flatMap(({ revised }, at) => (revised ? [[at, revised] as const] : []))),
    ...(anchor === undefined ? {} : { anchor }),
  };
}

function rowsOf(line: MergedLine, revise: Revise): readonly Row[] {
  const [was, is] = [oldText(line.pieces), newText(line.pieces)];
  if (line.end === 'in') return rowOf(is, revise(line, 'in'));
  if (line.end === 'out') return rowOf(was, revise(line, 'out'));
  if (was === is) return rowOf(is, null);
  const [old, now] = [cellsOf(was), cellsOf(is)];
  if (isSeparator(was) || isSeparator(is) || old.length !== now.length)
    return [...rowOf(was, revise(line, 'out')), ...rowOf(is, revise(line, 'in'))];
  const cells = now.map((cell, at): Cell => {
    const runs = runsBetween(old[at] ?? '', cell, line, revise);
    return { lines: [cell], runs: [runs] };
  });
  return [{ cells, revised: null }];
}

const rowOf = (line: string, revised: Revision | null): readonly Row[] =>
  isSeparator(line) ? [] : [{ cells: cellsOf(line).map((cell) => ({ lines: [cell] })), revised }];

/** What became of the words of one cell. */
function runsBetween(was: string, is: string, line: MergedLine, revise: Revise): readonly Run[] {
  if (was === is) return [{ text: is }];
  const pieces = diff(was, is).parts.flatMap((part): readonly TextRun[] => {
    switch (part.kind) {
      case 'kept':
        return [{ kind: 'same', text: is }];
      case 'changed':
      case 'moved':
        return part.runs;
      case 'added':
        return [{ kind: 'in', text: part.lines.join('') }];
      case 'removed':
        return [{ kind: 'out', text: part.lines.join('') }];
    }
  });
  return runsOf(pieces, line, revise);
}

/** Pieces of a line as runs with their revisions. */
export const runsOf = (pieces: readonly TextRun[], line: MergedLine, revise: Revise): readonly Run[] =>
  pieces.map(({ kind, text }): Run => (kind === 'same' ? { text } : { text, revised: revise(line, kind) }));
