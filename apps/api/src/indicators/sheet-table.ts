import type { IndicatorSheetCheck, IndicatorTable } from '@mouding/contract';
import { isFigureOf } from '@mouding/core';
import { cellName, type ReadCell, type ReadSheet, type SheetTrouble } from '@mouding/documents';
import { columnOf, COLUMNS, FILLED, TITLES_ROW, type ColumnField, type FilledField } from './layout.ts';
import { cell } from './table-sheet.ts';
import { TROUBLES } from '../sheets/trouble.ts';

type Row = IndicatorTable['rows'][number];
type Fault = IndicatorSheetCheck['faults'][number];
type Change = IndicatorSheetCheck['changes'][number];

const fault = (at: string | null, zh: string, en: string, weight: Fault['weight'] = 'fault'): Fault => ({
  cell: at,
  weight,
  said: { zh, en },
});

/** A file that is no sheet at all. */
export const notRead = (trouble: SheetTrouble): IndicatorSheetCheck => ({
  faults: [{ cell: null, weight: 'fault', said: TROUBLES[trouble] }],
  changes: [],
  body: null,
});

/** A row of the sheet with the indicator that it is, where it stands from 0. */
interface Line {
  readonly at: number;
  readonly cells: readonly (ReadCell | undefined)[];
  readonly row: Row;
}

/** What a filled sheet would change, and what is wrong with it by cell. Nothing is recorded. */
export function sheetTable(sheet: ReadSheet, table: IndicatorTable): IndicatorSheetCheck {
  const { lines, strange } = linesOf(sheet, table);
  const doubled = lines.flatMap(({ row, at }, i) =>
    lines.findIndex((each) => each.row.row === row.row) < i
      ? [fault(cellName(at, columnOf('row')), `“${row.name}”重复出现`, 'It stands there twice')]
      : [],
  );
  const faults = [...strange, ...doubled, ...lines.flatMap(faultsOf)];
  const changes = lines.flatMap(changesOf);
  const sound = faults.every(({ weight }) => weight === 'notice') && changes.length > 0;
  const changed = new Set(changes.map(({ row }) => row));
  const rows = lines.filter(({ row }) => changed.has(row.row)).map(filled);
  const nothing = changes.length === 0 ? [fault(null, '表中没有变动', 'Nothing is changed', 'notice')] : [];
  return { faults: [...faults, ...nothing], changes, body: sound ? { rows } : null };
}

const textOf = (read: ReadCell | undefined): string => read?.text.trim() ?? '';

function linesOf(
  { rows }: ReadSheet,
  table: IndicatorTable,
): { readonly lines: readonly Line[]; readonly strange: readonly Fault[] } {
  const titles = rows.findIndex((cells) => textOf(cells[0]) === COLUMNS[0].label);
  const first = (titles < 0 ? TITLES_ROW : titles) + 1;
  const below = rows
    .map((cells, at) => ({ cells, at }))
    .filter(({ cells, at }) => at >= first && cells.some((each) => textOf(each) !== ''));
  const found = below.map(({ cells, at }) => ({ cells, at, row: rowOf(cells, table) }));
  return {
    lines: found.flatMap(({ cells, at, row }) => (row ? [{ cells, at, row }] : [])),
    strange: found.flatMap(({ at, row }) =>
      row
        ? []
        : [fault(cellName(at, columnOf('row')), '不在本次填报的指标中', 'It is none of the indicators')],
    ),
  };
}

/** By its id; where that was lost, by its name. */
function rowOf(cells: Line['cells'], { rows }: IndicatorTable): Row | undefined {
  const [id, name] = [textOf(cells[columnOf('row')]), textOf(cells[columnOf('name')])];
  return (
    rows.find(({ row }) => row === id) ?? (id === '' ? rows.find((row) => row.name === name) : undefined)
  );
}

const written = ({ cells }: Line, field: FilledField): string => textOf(cells[columnOf(field)]);

/** An empty cell keeps what is there. */
const figureIn = (line: Line, field: 'current' | 'target'): string | null =>
  written(line, field) || line.row[field];

const changesOf = (line: Line): readonly Change[] =>
  (['current', 'target'] as const).flatMap((field) => {
    const [before, after] = [line.row[field], figureIn(line, field)];
    const { row, name } = line.row;
    return before === after
      ? []
      : [{ row, name, cell: cellName(line.at, columnOf(field)), field, before, after }];
  });

const filled = (line: Line) => ({
  row: line.row.row,
  current: figureIn(line, 'current'),
  target: figureIn(line, 'target'),
  basis: written(line, 'basis'),
  note: written(line, 'note'),
});

const faultsOf = (line: Line): readonly Fault[] => [
  ...FILLED.flatMap((field) => formulaIn(line, field)),
  ...(['current', 'target'] as const).flatMap((field) => figureFaults(line, field)),
  ...longOnes(line),
  ...lockedOnes(line),
];

function formulaIn({ at, cells }: Line, field: FilledField): readonly Fault[] {
  const column = columnOf(field);
  if (!cells[column]?.formula) return [];
  return [fault(cellName(at, column), '请填写内容，不要用公式', 'Write it out: formulas are not taken')];
}

function figureFaults(line: Line, field: 'current' | 'target'): readonly Fault[] {
  const figure = written(line, field);
  return figure === '' || figure === line.row[field] ? [] : newFigureFaults(line, columnOf(field), figure);
}

function newFigureFaults({ row, at, cells }: Line, column: number, figure: string): readonly Fault[] {
  const where = cellName(at, column);
  if (row.status === 'confirmed')
    return [fault(where, `“${row.name}”已核定，不能改动`, 'It is confirmed: it cannot be changed here')];
  if (figure.length > 60 || !isFigureOf(row, figure))
    return [fault(where, `“${figure}”不是该指标的数值`, `“${figure}” is no value of the indicator`)];
  // A program keeps 95% as 0.95, and shows it as 95%.
  return row.unit === '%' && cells[column]?.number === true && Number(figure) <= 1
    ? [fault(where, `单元格的值是${figure}，按${figure}%读取，请核对`, `It is read as ${figure}%`, 'notice')]
    : [];
}

const MOST = { basis: 200, note: 500 } as const;

const longOnes = (line: Line): readonly Fault[] =>
  (['basis', 'note'] as const).flatMap((field) =>
    written(line, field).length > MOST[field]
      ? [fault(cellName(line.at, columnOf(field)), '内容过长', 'It is too long')]
      : [],
  );

const LOCKED: readonly ColumnField[] = [
  'name',
  'unit',
  'caliber',
  'source',
  'asOf',
  'lastValue',
  'lastTarget',
];

/** What is only for reading and was changed all the same: it is not taken, and that is said. */
const lockedOnes = ({ row, at, cells }: Line): readonly Fault[] =>
  LOCKED.flatMap((field) => {
    const column = columnOf(field);
    return textOf(cells[column]) === cell(row, field).trim()
      ? []
      : [fault(cellName(at, column), '此列不接收改动', 'Changes in this column are not taken', 'notice')];
  });
