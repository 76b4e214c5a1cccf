/** 指标填报表: what is there for reading, and the four columns that are filled in. */
export const COLUMNS = [
  { field: 'no', label: '序号', width: 6 },
  { field: 'name', label: '指标名称', width: 26 },
  { field: 'unit', label: '计量单位', width: 10 },
  { field: 'type', label: '类型', width: 12 },
  { field: 'caliber', label: '口径', width: 30 },
  { field: 'source', label: '数据来源', width: 18 },
  { field: 'asOf', label: '时点', width: 12 },
  { field: 'lastValue', label: '上一轮基期值', width: 14 },
  { field: 'lastTarget', label: '上一轮目标值', width: 14 },
  { field: 'current', label: '现状值（请填）', width: 16 },
  { field: 'target', label: '目标值（请填）', width: 16 },
  { field: 'basis', label: '依据（请填）', width: 26 },
  { field: 'note', label: '说明（请填）', width: 26 },
  { field: 'department', label: '责任科室', width: 16 },
  { field: 'status', label: '状态', width: 16 },
  { field: 'row', label: '标识（勿改）', width: 38 },
] as const;
export type ColumnField = (typeof COLUMNS)[number]['field'];

/** Columns that only the person who fills it in writes into. */
export const FILLED = ['current', 'target', 'basis', 'note'] as const;
export type FilledField = (typeof FILLED)[number];

/** From 0: the title, the note, the titles of the columns. */
export const TITLES_ROW = 2;

export const columnOf = (field: ColumnField): number => COLUMNS.findIndex((column) => column.field === field);
