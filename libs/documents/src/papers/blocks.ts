import type { Block, Cell, Run } from '../paper/paper.ts';

/** What a line to be written on by hand looks like where no box stands. */
export const BLANK = '　　　　　　';

/** 发文字号 of a paper that has none yet: room to write it by hand. */
export const UNNUMBERED = '　　　　〔　　　　〕　　号';

/** A paragraph of plain words, with two characters of indent. */
export const text = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] });

/** A paragraph without indent. */
export const flush = (words: string, font?: Run['font']): Block => ({
  kind: 'paragraph',
  runs: [{ text: words, ...(font ? { font } : {}) }],
  flush: true,
});

/** A line without indent below a table or a form, which never stands alone on a page of its own. */
export const below = (words: string, font?: Run['font']): Block => ({
  kind: 'paragraph',
  runs: [{ text: words, ...(font ? { font } : {}) }],
  flush: true,
  held: true,
});

/** 主持人：… : a label in 黑体 and what stands behind it. */
export const labelled = (label: string, words: string): Block => ({
  kind: 'paragraph',
  runs: [{ text: `${label}：`, font: 'hei' }, { text: words }],
});

export const heading = (words: string, level: 1 | 2 | 3 | 4 = 1): Block => ({
  kind: 'heading',
  level,
  text: [{ text: words }],
});

/** A line of one level after another, numbered 一、二、三、… */
export const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;

export const numbered = (at: number, words: string): string => `${CHINESE[at] ?? at + 1}、${words}`;

type Align = NonNullable<Cell['align']>;

/** A cell of words; line feeds part its lines. */
export const cell = (words: string, align?: Align): Cell => ({
  lines: words.split('\n'),
  ...(align ? { align } : {}),
});

const cellOf = (words: string | Run, align?: Align): Cell =>
  typeof words === 'string' ? cell(words, align) : { ...cell(words.text, align), runs: [[words]] };

/** The number of the page on which an annex of the same paper begins, from 0. */
export const pageOfAnnex = (at: number): Run => ({ text: '……', page: at });

/** What stands over the columns of a table, bold and in the middle. */
export const headRow = (words: readonly string[]): readonly Cell[] =>
  words.map((word) => ({ lines: [word], align: 'center', bold: true }));

interface Columns {
  readonly head: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  /** How the cells of a column stand; left unless said. */
  readonly align?: readonly (Align | undefined)[];
  readonly caption?: string;
  readonly anchor?: string;
}

/** A table of words; a row that is shorter than the head is filled with empty cells. */
export const table = (
  { head, widths, align = [], caption, anchor }: Columns,
  rows: readonly (readonly (string | Run)[])[],
): Block => ({
  kind: 'table',
  widths,
  head: [headRow(head)],
  rows: rows.map((row) => head.map((_, at) => cellOf(row[at] ?? '', align[at]))),
  ...(caption === undefined ? {} : { caption }),
  ...(anchor === undefined ? {} : { anchor }),
});

/** As many empty rows as are missing to the least that somebody needs to write by hand. */
export const filledTo = (
  rows: readonly (readonly string[])[],
  least: number,
): readonly (readonly string[])[] => [
  ...rows,
  ...Array.from({ length: Math.max(0, least - rows.length) }, () => []),
];

export const fields = (pairs: readonly (readonly [string, string])[], columns?: 2): Block => ({
  kind: 'fields',
  pairs,
  ...(columns ? { columns } : {}),
});

/** 签名行: who signs, and a day to be written. Both parts hold together on one line, under what is signed. */
export const signing = (label: string): Block => ({
  kind: 'paragraph',
  runs: [{ text: `${label}（签名）：${BLANK}${BLANK}　　　　年　　月　　日` }],
  align: 'right',
  flush: true,
  held: true,
});
