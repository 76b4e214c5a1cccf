/** One line of a returned 意见反馈表, in the words of whoever filled it in. */
export interface FormRow {
  /** Its place in the table, from 1, as people count: the heading is not counted. */
  readonly line: number;
  /** 章节（条款）; empty where the cell is. */
  readonly about: string;
  readonly quote: string | null;
  readonly wording: string;
}

/** What a returned form says. */
export interface FormAnswer {
  readonly rows: readonly FormRow[];
  /** 无意见: it says so in words, and has no opinion besides. */
  readonly none: boolean;
  /** Lines that have something in them and no opinion: for a person to look at. */
  readonly unread: readonly number[];
}

type Column = 'no' | 'about' | 'quote' | 'wording' | 'proposed' | 'reason';

/** What a column is called in forms of offices; the first that fits is it. */
const NAMES: readonly (readonly [Column, RegExp])[] = [
  ['no', /^(序号|编号|No\.?)$/i],
  ['quote', /原文|原内容|原表述|现表述|原条文/],
  ['proposed', /建议改为|修改后|拟改为|改为/],
  ['reason', /理由|依据|原因|说明/],
  ['about', /章节|条款|条文|篇章|位置|页码|部分/],
  ['wording', /意见|建议|内容/],
];

type Columns = ReadonlyMap<Column, number>;
type Cells = readonly string[];

/** Every cell by one word of it; a column that is named twice is the first. */
function columnsOf(cells: Cells): Columns | null {
  const found = new Map<Column, number>();
  for (const [at, cell] of cells.entries()) {
    const name = cell.replaceAll(/\s+/g, '');
    const column = NAMES.find(([, words]) => words.test(name))?.[0];
    if (column && name.length <= 20 && !found.has(column)) found.set(column, at);
  }
  return found.has('wording') && found.size >= 2 ? found : null;
}

const NONE =
  /^(本?(科|科室|部门|单位))?(对.{0,20})?(无|没有|暂无)(修改|其他|不同)?(意见|建议|意见和建议)[。.]?$/;

/** Whether words say that there is no opinion. */
export const saysNone = (words: string): boolean => NONE.test(words.replaceAll(/\s+/g, ''));

/** What stands behind an empty form: the notes on how to fill it in, the signatures. */
const FOOT = /^(填写说明|填表说明|说明|注|备注|表号|填表人|科室负责人|负责人签[字名]|联系电话|联系人)[:：]?/;

/**
 * The opinions of a returned form. Columns are told by the words above them and not by their place; of several tables
 * the first that has such a heading counts. Null when none has one.
 */
export function formRows(tables: readonly (readonly Cells[])[]): FormAnswer | null {
  for (const table of tables)
    for (const [at, cells] of table.entries()) {
      const columns = columnsOf(cells);
      if (columns) return answerOf(table.slice(at + 1), columns);
    }
  return null;
}

function answerOf(lines: readonly Cells[], columns: Columns): FormAnswer {
  const foot = lines.findIndex((cells) => FOOT.test((cells.find((cell) => cell.trim() !== '') ?? '').trim()));
  const body = foot < 0 ? lines : lines.slice(0, foot);
  const read = body.map((cells, i) => readLine(cells, columns, i + 1));
  const rows = read.flatMap((line) => (typeof line === 'object' && line ? [line] : []));
  return {
    rows,
    none: rows.length === 0 && read.includes('none'),
    unread: read.flatMap((line, i) => (line === 'unread' ? [i + 1] : [])),
  };
}

function readLine(cells: Cells, columns: Columns, line: number): FormRow | 'none' | 'unread' | null {
  const cell = (column: Column): string => (cells[columns.get(column) ?? -1] ?? '').trim();
  const [about, quote, reason] = [cell('about'), cell('quote'), cell('reason')];
  const wording = wordingOf(cell('wording'), cell('proposed'), reason);
  if (wording === '') return about + quote === '' ? null : 'unread';
  if (saysNone(cell('wording'))) return 'none';
  return { line, about, quote: quote === '' ? null : quote, wording };
}

/** The opinion with the text that it proposes and its reason, so that nothing of the line is lost. */
function wordingOf(wording: string, proposed: string, reason: string): string {
  const said = [wording, proposed === '' ? '' : `建议改为：${proposed}`]
    .filter((part) => part !== '')
    .join('\n');
  if (said === '') return '';
  return reason === '' ? said : `${said}\n理由：${reason}`;
}
