import type { JoiningForm } from '@mouding/contract';
import { writeSheet, type Choice, type Sheet } from '@mouding/documents';
import { columnOf, COLUMNS, HEAD, TITLES_ROW, type ColumnField, type HeadField } from './layout.ts';

type Row = JoiningForm['rows'][number];

/** 补录表 as a sheet: the rows are there, the outcomes can be chosen, days are typed like 2026-03-05. */
export const formSheet = (form: JoiningForm): Uint8Array => writeSheet(sheetOf(form));

const sheetOf = (form: JoiningForm): Sheet => ({
  name: '中途接入补录',
  widths: COLUMNS.map(({ width }) => width),
  heads: [TITLES_ROW],
  rows: [
    ...HEAD.map(({ field, label }) => [label, '', headCell(form, field)]),
    [NOTE],
    COLUMNS.map(({ label }) => label),
    ...form.rows.map((row) => COLUMNS.map(({ field }) => cell(row, field))),
  ],
  choices: form.rows.map(({ outcomes }, n): Choice => ({
    row: TITLES_ROW + 1 + n,
    column: columnOf('outcome'),
    of: outcomes.map(({ words }) => words),
  })),
});

const NOTE =
  '日期写作2026-03-05。文稿和扫描件先在系统中上传，再填写上传后显示的标识。带“须附”的为必填，审议、审批环节应附扫描件。';

function headCell(form: JoiningForm, field: HeadField): string {
  if (field === 'procedure') return form.name;
  if (field === 'version') return String(form.version);
  return field === 'stage' ? form.title : '';
}

function cell({ no, title, outcomes, forward, leavesText, decides }: Row, field: ColumnField): string {
  const prefilled: { readonly [F in ColumnField]?: string } = {
    no: String(no),
    stage: title,
    outcome: outcomes.find(({ outcome }) => outcome === forward)?.words ?? '',
    text: leavesText ? '（须附）' : '',
    scan: decides ? '（应附）' : '',
  };
  return prefilled[field] ?? '';
}
