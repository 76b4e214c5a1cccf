import type { Period, Plan } from '../plan.ts';
import { QUANTITY, valueFrom, type Value } from './value.ts';
import type { Shaped } from '../shape.ts';
import { UNITS } from './units.ts';

/** What a column of an indicator table holds. */
export type Column = 'number' | 'name' | 'unit' | 'baseline' | 'target' | 'owner' | 'other';

/** One row of an indicator table. */
export interface Row {
  readonly line: Shaped;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** The columns that the table has. */
  readonly columns: readonly Column[];
}

/** The rows of every table whose head names an indicator and a target. Cells are apart by tabs, | or wide space. */
export function rowsOf({ lines, period }: Plan): readonly Row[] {
  const rows: Row[] = [];
  let columns: readonly Column[] | null = null;
  for (const line of lines.filter(({ shape }) => shape !== 'blank')) {
    const cells = cellsOf(line.text);
    const head = headOf(cells, period);
    if (head || cells.length < 3) columns = head;
    else if (columns && isRow(line.text, cells, columns)) rows.push(row(line, cells, columns));
  }
  return rows;
}

/** Not the rule below a head in Markdown, nor a line of another table. */
const isRow = (text: string, cells: readonly string[], columns: readonly Column[]): boolean =>
  cells.length <= columns.length + 1 && !/^[-:\s|]+$/u.test(text);

function cellsOf(text: string): readonly string[] {
  const inner = text.trim().replace(/^\||\|$/gu, '');
  if (/\|/.test(inner)) return inner.split('|').map((cell) => cell.trim());
  if (/\t/.test(text)) return text.split('\t').map((cell) => cell.trim());
  return inner.split(/\s{2,}|\u3000{2,}/u).map((cell) => cell.trim());
}

function headOf(cells: readonly string[], period: Period | null): readonly Column[] | null {
  const columns = cells.map((cell) => columnOf(cell, period?.from ?? 0));
  const has = (column: Column): boolean => columns.includes(column);
  return has('name') && has('target') ? columns : null;
}

const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:序号|编号|No\.?)$/iu],
  ['name', /^(?:具体|主要|核心)?(?:指标|指标名称|项目|名称|指标内容)$/u],
  ['unit', /^(?:计量)?单位$/u],
  ['owner', /责任|牵头/u],
  ['target', /目标|期末/u],
  ['baseline', /基期|基数|现状|基线/u],
];

function columnOf(cell: string, from: number): Column {
  const named = HEADS.find(([, head]) => head.test(cell));
  if (named) return named[0];
  const year = Number(/20\d\d/u.exec(cell)?.[0] ?? 0);
  if (year === 0 || from === 0) return 'other';
  return year >= from ? 'target' : 'baseline';
}

const NAME_AND_UNIT = new RegExp(`^(.+?)\\s?[（(]((?:[万亿]?(?:${UNITS.join('|')})|[%％‰]))[）)]$`, 'u');

function row(line: Shaped, cells: readonly string[], columns: readonly Column[]): Row {
  const named: Partial<Record<Column, string>> = {};
  columns.forEach((column, i) => {
    if (column !== 'target' || cells[i]) named[column] = cells[i] ?? '';
  });
  // Without a column for it the unit may stand behind the name: 研究生占比（%）.
  const [, name, unit] = columns.includes('unit') ? [] : (NAME_AND_UNIT.exec(named.name ?? '') ?? []);
  if (name && unit) Object.assign(named, { name, unit });
  return { line, cells: named, columns };
}

const CELL = new RegExp(`^(?<floor>≥|>|达到|不低于|不少于)?(?<ceiling>≤|<|不超过)?\\s*${QUANTITY}`, 'u');

/** What the cell of a row says, counted in the unit of the row: 165 where the unit is 万人次 is 1 650 000. */
export function cellValue({ cells }: Row, column: 'baseline' | 'target'): Value | undefined {
  const groups = CELL.exec(cells[column] ?? '')?.groups;
  const value = groups && valueFrom(groups);
  return value && inUnitOf(cells.unit ?? '', { ...value, bound: boundOf(groups) ?? value.bound });
}

function inUnitOf(unit: string, value: Value): Value {
  const inTenThousands = unit.startsWith('万') && !value.scaled;
  const factor = inTenThousands ? 10_000 : 1;
  return {
    ...value,
    low: value.low * factor,
    high: value.high * factor,
    unit: value.unit || unit.replace(/^[万亿]/u, '').replace('％', '%'),
    scaled: value.scaled || inTenThousands,
  };
}

function boundOf({
  floor,
  ceiling,
}: Readonly<Record<string, string | undefined>>): Value['bound'] | undefined {
  if (floor) return 'at-least';
  return ceiling ? 'at-most' : undefined;
}
