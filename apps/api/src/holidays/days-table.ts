import type { HolidaysCheck } from '@mouding/contract';
import { addDays, type Said, type WorkYear } from '@mouding/core';
import { readSheet, writeSheet, type ReadCell, type SheetTrouble } from '@mouding/documents';
import type { WrittenYear } from '@mouding/shell';
import { dayWritten } from '../sheets/day-cell.ts';
import { TROUBLES } from '../sheets/trouble.ts';

const NOTE =
  '每行一项：放假填起始日和截止日，调休上班填日期。日期写作2027-01-01或2027年1月1日均可；国务院办公厅公布后按通知填写。';
const HEADS = ['类别', '起始日', '截止日'] as const;
const OFF = '放假';
const WORKED = '调休上班';

/** 节假日安排 as a sheet that can be changed and brought back. */
export const daysSheet = (years: readonly WorkYear[]): Uint8Array =>
  writeSheet({
    name: '节假日安排',
    widths: [12, 16, 16],
    heads: [1],
    rows: [
      [NOTE],
      [...HEADS],
      ...years.flatMap(({ off, worked }) => [
        ...off.map(({ from, to }) => [OFF, from, to]),
        ...worked.map((day) => [WORKED, day, '']),
      ]),
    ],
    choices: [],
  });

/** What a table of days says, or why it is none. */
export type DaysRead =
  | { readonly trouble: NonNullable<HolidaysCheck['trouble']> }
  | { readonly years: readonly WrittenYear[]; readonly unread: HolidaysCheck['unread'] };

const TABLE_TROUBLES: { readonly [T in SheetTrouble]: Said } = {
  ...TROUBLES,
  'not-a-sheet': { zh: '不是表格，或已损坏；请用 .xlsx 或 .csv', en: 'It is no table: use .xlsx or .csv' },
};

const NO_DAYS: DaysRead = {
  trouble: { zh: '表格中没有日期', en: 'There is no day in the table' },
};

/** Reads .xlsx, and .csv in UTF-8 or GB18030 as office programs save it. */
export function readDays(bytes: Uint8Array): DaysRead {
  const rows = rowsIn(bytes);
  if ('trouble' in rows) return rows;
  const lines = rows.map(lineOf);
  const years = yearsOf(lines);
  if (years.length === 0) return NO_DAYS;
  const begins = lines.findIndex(({ says }) => says !== 'nothing');
  const unread = lines.flatMap(({ says, text }, n) =>
    says === 'nothing' && text !== '' && n > begins ? [{ row: n + 1, text: text.slice(0, LONGEST) }] : [],
  );
  return { years, unread };
}

const LONGEST = 80;

/** A .xlsx is a zip archive. */
const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

type Cells = readonly Pick<ReadCell, 'text' | 'number'>[];
const EMPTY = { text: '', number: false };

function rowsIn(bytes: Uint8Array): readonly Cells[] | { readonly trouble: Said } {
  if (!isZip(bytes)) return textOf(bytes).split(/\r?\n/u).map(cellsOf);
  const sheet = readSheet(bytes);
  if ('trouble' in sheet) return { trouble: TABLE_TROUBLES[sheet.trouble] };
  return sheet.rows.map((cells) => cells.map((cell) => cell ?? EMPTY));
}

const cellsOf = (line: string): Cells =>
  line.split(/[,，;\t]/u).map((text) => ({ text: text.replaceAll('"', ''), number: false }));

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

type Line = { readonly text: string } & (
  | { readonly says: 'off'; readonly from: string; readonly to: string }
  | { readonly says: 'worked'; readonly days: readonly string[] }
  | { readonly says: 'nothing' }
);

/** A cell as a day of the calendar; undefined for everything else. */
function dayIn({ text, number }: Cells[number]): string | undefined {
  const day = dayWritten({ text: text.trim(), number });
  const date = /^\d{4}-\d\d-\d\d$/u.test(day) ? new Date(`${day}T00:00:00.000Z`) : null;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** Two days are off from the one to the other; one is worked, unless the row calls it a day off. */
function lineOf(cells: Cells): Line {
  const text = cells
    .map((cell) => cell.text)
    .join(' ')
    .trim();
  const [from, to = from] = cells.flatMap((cell) => dayIn(cell) ?? []);
  if (from === undefined || to === undefined) return { says: 'nothing', text };
  if (isWorked(cells, text)) return workedLine(from, to, text);
  return { says: 'off', from, to, text };
}

/** Its first words say so, whatever days follow; without any, it is one day and is not called off. */
function isWorked(cells: Cells, text: string): boolean {
  const first = cells.find((cell) => cell.text.trim() !== '')?.text ?? '';
  if (/上班|上课/u.test(first)) return true;
  return (
    cells.filter((cell) => dayIn(cell) !== undefined).length === 1 &&
    (/上班|上课/u.test(text) || !text.includes(OFF))
  );
}

/** Days that are worked one after the other: a weekend at most. Two that lie apart are two rows. */
const workedLine = (from: string, to: string, text: string): Line => {
  if (to === from) return { says: 'worked', days: [from], text };
  return to === addDays(from, 1) ? { says: 'worked', days: [from, to], text } : { says: 'nothing', text };
};

/** Days by the year that they are of: a holiday by its last day, 元旦 may begin in the year before. */
function yearsOf(lines: readonly Line[]): readonly WrittenYear[] {
  const years = new Map<number, { off: { from: string; to: string }[]; worked: string[] }>();
  const of = (day: string) => {
    const year = Number(day.slice(0, 4));
    const found = years.get(year) ?? { off: [], worked: [] };
    years.set(year, found);
    return found;
  };
  for (const line of lines) {
    if (line.says === 'off') of(line.to).off.push({ from: line.from, to: line.to });
    if (line.says === 'worked') for (const day of line.days) of(day).worked.push(day);
  }
  return [...years].toSorted(([a], [b]) => a - b).map(([year, { off, worked }]) => ({ year, off, worked }));
}
