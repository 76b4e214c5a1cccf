import type { IndicatorTable } from '@mouding/contract';
import { writeSheet, type Choice } from '@mouding/documents';
import { columnOf, COLUMNS, TITLES_ROW, type ColumnField } from './layout.ts';

type Row = IndicatorTable['rows'][number];

const NOTE = '只填写“请填”各列，其他列不要改动；数值按计量单位填写，如950、≥95%、三级甲等，不要用公式。';
/** @source 电子病历系统应用水平分级评价标准: 0 级至 8 级 */
const LEVELS = ['0级', '1级', '2级', '3级', '4级', '5级', '6级', '7级', '8级'];

/** 指标填报表 as a sheet. Every cell is text: a 口径 that begins with = is never computed. */
export const tableSheet = ({ case: of, rows }: IndicatorTable): Uint8Array =>
  writeSheet({
    name: '指标填报',
    widths: COLUMNS.map(({ width }) => width),
    heads: [0, TITLES_ROW],
    rows: [
      [`${of.title}指标填报表`],
      [NOTE],
      COLUMNS.map(({ label }) => label),
      ...rows.map((row) => COLUMNS.map(({ field }) => cell(row, field))),
    ],
    choices: rows.flatMap((row, n): readonly Choice[] =>
      row.type === 'grade' && row.unit === '级'
        ? (['current', 'target'] as const).map((field) => ({
            row: TITLES_ROW + 1 + n,
            column: columnOf(field),
            of: LEVELS,
          }))
        : [],
    ),
  });

/** What a cell shows; basis and note are sealed, and are written anew. */
export function cell(row: Row, field: ColumnField): string {
  const cells: { readonly [F in ColumnField]: string | null } = {
    no: String(row.no),
    name: row.name,
    unit: row.unit,
    type: row.typeWords.zh,
    caliber: row.caliber,
    source: row.source,
    asOf: row.asOf,
    lastValue: row.last.value,
    lastTarget: row.last.target,
    current: row.current,
    target: row.target,
    basis: null,
    note: null,
    department: row.departmentName,
    status: row.words.zh,
    row: row.row,
  };
  return cells[field] ?? '';
}
