/** What is asked once, in the rows of the head. */
export const HEAD = [
  { field: 'procedure', label: '编制程序' },
  { field: 'version', label: '程序版本' },
  { field: 'stage', label: '接入环节' },
  { field: 'title', label: '规划名称' },
  { field: 'scheme', label: '编制工作方案（文稿标识）' },
  { field: 'manuscript', label: '现行规划文稿（文稿标识）' },
] as const;
export type HeadField = (typeof HEAD)[number]['field'];

/** What is asked of every stage, in the columns of the table. */
export const COLUMNS = [
  { field: 'no', label: '序号', width: 6 },
  { field: 'stage', label: '环节', width: 26 },
  { field: 'outcome', label: '办理结果', width: 16 },
  { field: 'on', label: '办结日期', width: 14 },
  { field: 'number', label: '文号、会议届次', width: 24 },
  { field: 'text', label: '文稿标识', width: 24 },
  { field: 'scan', label: '扫描件标识', width: 24 },
  { field: 'words', label: '情况说明', width: 36 },
] as const;
export type ColumnField = (typeof COLUMNS)[number]['field'];

/** From 0: the head, an empty row, the titles of the columns. */
export const TITLES_ROW = HEAD.length + 1;

export const columnOf = (field: string): number => COLUMNS.findIndex((column) => column.field === field);
