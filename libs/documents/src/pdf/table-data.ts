import type { Block, Cell, Revision, Run } from '../paper/paper.ts';
import { labelLines } from './label-lines.ts';
import { clean, runData } from './run-data.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A cell longer than this may go over a page; a shorter one stays whole. */
const LONG_CELL = 240;
/** Words of a cell that stand in the middle and are longer than this are no label. */
const LONG_LABEL = 20;
/** What a cell leaves free at both sides together, in points. */
const PADDING = 8;

/** How wide the type area of the page is and how large the letters of its tables, in points. */
export interface TableRoom {
  readonly area: number;
  readonly letter: number;
}

/** A table as the template reads it. */
export function tableData(table: Table, room: TableRoom): object {
  const capacity = capacities(table, room);
  const cells = (rows: readonly (readonly Cell[])[], from: number): object[][] =>
    rows.map((row, at) =>
      row.map((cell, column) =>
        cellData(cell, {
          columns: table.widths.length,
          rows: rows.length - at,
          perLine: from === 0 || cell.align === 'center' ? capacity?.[column] : undefined,
          revised: table.revised?.get(from + at),
        }),
      ),
    );
  return {
    kind: 'table',
    widths: table.widths,
    head: cells(table.head, 0),
    rows: cells(table.rows, table.head.length),
  };
}

/** Characters to a line of each column; null where cells span, so that the place of a cell does not tell its column. */
function capacities({ widths, head, rows }: Table, { area, letter }: TableRoom): readonly number[] | null {
  const spans = [...head, ...rows].flat().some((cell) => (cell.columns ?? 1) > 1 || (cell.rows ?? 1) > 1);
  if (spans) return null;
  const sum = widths.reduce((total, share) => total + share, 0);
  return widths.map((share) => Math.floor(((share / sum) * area - PADDING) / letter));
}

interface CellPlace {
  readonly columns: number;
  readonly rows: number;
  readonly perLine: number | undefined;
  readonly revised: Revision | undefined;
}

/** A span that reaches beyond the table is cut to it: a careless form is printed, not refused. */
function cellData(cell: Cell, place: CellPlace): object {
  const lines = linesOf(cell, place.perLine);
  return {
    lines: lines.map((runs) =>
      runs.map((run) => runData(run.revised || !place.revised ? run : { ...run, revised: place.revised })),
    ),
    align: cell.align ?? null,
    columns: Math.min(cell.columns ?? 1, place.columns),
    rows: Math.min(cell.rows ?? 1, place.rows),
    bold: cell.bold ?? false,
    long: lines.flat().reduce((sum, { text }) => sum + text.length, 0) > LONG_CELL,
  };
}

function linesOf({ lines, runs }: Cell, perLine: number | undefined): readonly (readonly Run[])[] {
  if (runs) return runs;
  return lines
    .flatMap((line) => clean(line).split('\n'))
    .flatMap((line) =>
      perLine === undefined || perLine < 2 || line.length > LONG_LABEL ? [line] : labelLines(line, perLine),
    )
    .map((text) => [{ text }]);
}
