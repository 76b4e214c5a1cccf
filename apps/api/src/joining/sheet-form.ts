import { JoiningWish, type JoiningCheck, type JoiningForm } from '@mouding/contract';
import { cellName, type ReadCell, type ReadSheet, type SheetTrouble } from '@mouding/documents';
import { dayWritten } from '../sheets/day-cell.ts';
import { columnOf, COLUMNS, HEAD, TITLES_ROW, type ColumnField } from './layout.ts';
import { TROUBLES } from '../sheets/trouble.ts';

type Fault = JoiningCheck['faults'][number];

/** The form as it was filled in, and what could not be read of it. */
export interface ReadForm {
  /** Null where it is too long to be compared with anything. */
  readonly wish: JoiningWish | null;
  readonly faults: readonly Fault[];
}

/** A file that is no form at all. */
export const notRead = (trouble: SheetTrouble): JoiningCheck => ({
  faults: [{ row: null, column: 'stage', cell: null, weight: 'fault', said: TROUBLES[trouble] }],
  body: null,
});

type Cells = ReadSheet['rows'][number];

/** A row of the table that has something in it, and where it stands in the sheet, from 0. */
interface Filled {
  readonly at: number;
  readonly cells: Cells;
}

/** The rows below the titles; whoever leaves one empty has not filled it in. */
function filledRows({ rows }: ReadSheet): readonly Filled[] {
  const titles = rows.findIndex((cells) => textOf(cells[0]) === COLUMNS[0].label);
  const first = (titles < 0 ? TITLES_ROW : titles) + 1;
  return rows.map((cells, at) => ({ cells, at })).filter(({ cells, at }) => at >= first && isFilled(cells));
}

/** Reads the form out of its sheet; the words in it become the ids of the procedure. */
export function sheetForm(sheet: ReadSheet, form: JoiningForm): ReadForm {
  const filled = filledRows(sheet);
  const head = (label: string): string => textOf(sheet.rows.find((cells) => textOf(cells[0]) === label)?.[2]);
  const wish = JoiningWish.safeParse({
    version: form.version,
    title: head(HEAD[3].label),
    stage: form.stage,
    scheme: head(HEAD[4].label),
    manuscript: head(HEAD[5].label),
    rows: filled.map(({ cells }) => rowOf(cells, form)),
  });
  if (!wish.success) return { wish: null, faults: [tooLong(wish.error.issues[0]?.path ?? [])] };
  return { wish: wish.data, faults: [...computedHead(sheet), ...computed(filled)] };
}

/** Cells of the head that a program computes. */
const computedHead = ({ rows }: ReadSheet): readonly Fault[] =>
  rows.flatMap((cells, at) => {
    const head = HEAD.find(({ label }) => label === textOf(cells[0]));
    return head && cells[2]?.formula ? [formula(null, head.field, cellName(at, 2))] : [];
  });

/** The same of the table. */
const computed = (filled: readonly Filled[]): readonly Fault[] =>
  filled.flatMap(({ cells, at }, n) =>
    COLUMNS.flatMap(({ field }, column) =>
      cells[column]?.formula ? [formula(n + 1, field, cellName(at, column))] : [],
    ),
  );

/** Each fault with the cell in which it stands. */
export function inCells(check: JoiningCheck, sheet: ReadSheet): JoiningCheck {
  const filled = filledRows(sheet);
  const faults = check.faults.map((fault) => ({ ...fault, cell: fault.cell ?? cellOf(fault, filled) }));
  return { ...check, faults };
}

function cellOf({ row, column }: Fault, filled: readonly Filled[]): string | null {
  const at = row === null ? undefined : filled[row - 1]?.at;
  if (at !== undefined) return cellName(at, Math.max(0, columnOf(column)));
  const head = HEAD.findIndex(({ field }) => field === column);
  return head < 0 ? null : cellName(head, 2);
}

const formula = (row: number | null, column: string, cell: string): Fault => ({
  row,
  column,
  cell,
  weight: 'fault',
  said: { zh: '请填写内容，不要用公式', en: 'Write it out: formulas are not taken' },
});

const tooLong = (path: readonly PropertyKey[]): Fault => ({
  row: typeof path[1] === 'number' ? path[1] + 1 : null,
  column: String(path.at(-1) ?? 'stage'),
  cell: null,
  weight: 'fault',
  said: { zh: '内容过长，或行数过多', en: 'It is too long, or there are too many rows' },
});

const isFilled = (cells: Cells): boolean => cells.some((cell) => textOf(cell) !== '');

/** The hints of an empty form are nothing that was filled in. */
const HINT = /^（[须应]附）$/;

const textOf = (cell: ReadCell | undefined): string => {
  const text = cell?.text.trim() ?? '';
  return HINT.test(text) ? '' : text;
};

function rowOf(cells: Cells, form: JoiningForm): JoiningWish['rows'][number] {
  const at = (field: ColumnField): string => textOf(cells[columnOf(field)]);
  const title = at('stage');
  const line = form.rows.find(({ stage, title: named }) => named === title || stage === title);
  const outcome = at('outcome');
  return {
    stage: line?.stage ?? title,
    outcome: line?.outcomes.find((each) => each.words === outcome)?.outcome ?? outcome,
    on: dayWritten({ text: at('on'), number: cells[columnOf('on')]?.number === true }),
    number: at('number'),
    text: at('text'),
    scan: at('scan'),
    words: at('words'),
  };
}
