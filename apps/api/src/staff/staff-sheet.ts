import type { StaffCheck, StaffList } from '@mouding/contract';
import { writeSheet, type ReadCell, type ReadSheet, type SheetTrouble } from '@mouding/documents';
import type { Numbered } from '@mouding/shell';
import { TROUBLES } from '../sheets/trouble.ts';

/** The columns of a sheet of people, by what stands above them. */
const COLUMNS = [
  { field: 'name', label: '姓名', width: 12 },
  { field: 'login', label: '登录名', width: 18 },
  { field: 'post', label: '岗位', width: 28 },
  { field: 'mail', label: '电子邮箱', width: 30 },
] as const;
type Field = (typeof COLUMNS)[number]['field'];

/** Columns are found by their titles, so that a house may add its own. */
const NOTE =
  '每人一行。登录名为小写字母、数字；岗位须已设置，一人多岗的写最主要的一个；邮箱可不填。首次口令由系统生成，本人登录后修改。';

/** 人员名册 as a sheet that can be changed and brought back. */
export const staffSheet = ({ items }: StaffList): Uint8Array =>
  writeSheet({
    name: '人员名册',
    widths: COLUMNS.map(({ width }) => width),
    heads: [1],
    rows: [
      [NOTE],
      COLUMNS.map(({ label }) => label),
      ...items.map(({ name, login, posts, mail }) => [name ?? '', login, posts[0]?.title ?? '', mail ?? '']),
    ],
    choices: [],
  });

/** A file that is no sheet of people. */
export const noStaffSheet = (trouble: SheetTrouble): StaffCheck => ({ trouble: TROUBLES[trouble], rows: [] });

const UNTITLED: StaffCheck = {
  trouble: {
    zh: '没有找到“姓名”“登录名”两列，请使用下载的名册',
    en: 'There are no columns 姓名 and 登录名: use the sheet that is given out here',
  },
  rows: [],
};

/** The rows of a sheet of people, with their numbers as an office program shows them. */
export function rowsOf({ rows }: ReadSheet): readonly Numbered[] | StaffCheck {
  const at = rows.findIndex((cells) => cells.some((cell) => textOf(cell) === COLUMNS[1].label));
  const titles = (rows[at] ?? []).map(textOf);
  if (!titles.includes(COLUMNS[0].label)) return UNTITLED;
  const cell = (cells: Cells, field: Field): string =>
    textOf(cells[titles.indexOf(COLUMNS.find((column) => column.field === field)?.label ?? '')]);
  return rows.slice(at + 1).flatMap((cells, n): readonly Numbered[] => {
    if (cells.every((each) => textOf(each) === '')) return [];
    const written = {
      name: cell(cells, 'name').slice(0, LONGEST),
      login: cell(cells, 'login').slice(0, LONGEST),
      post: cell(cells, 'post').slice(0, LONGEST),
      mail: cell(cells, 'mail').slice(0, LONGEST),
    };
    return [{ row: at + n + 2, written }];
  });
}

const LONGEST = 200;
type Cells = ReadSheet['rows'][number];
const textOf = (cell: ReadCell | undefined): string => cell?.text.trim() ?? '';
