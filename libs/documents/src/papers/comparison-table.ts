import type { Paper, Run } from '../paper/paper.ts';
import type { Sheet } from '../sheet-out.ts';
import { cell, flush, headRow } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** One place that was changed between two drafts. */
export interface ComparisonRow {
  /** 三、（二）, or 第31段. */
  readonly place: string;
  readonly how: '修改' | '新增' | '删去' | '移动';
  readonly before: string;
  readonly after: string;
  /** The number changes in it: 床位 80→95张. */
  readonly numbers: readonly string[];
  /** What it answers: 采纳影像科意见（第7号）…; null where nobody has said it yet. */
  readonly ground: string | null;
}

export interface ComparisonTable {
  readonly source: Source;
  readonly plan: string;
  readonly from: { readonly label: string; readonly code: string };
  readonly to: { readonly label: string; readonly code: string };
  /** 改动42处，其中数字9处…: one line. */
  readonly summary: string;
  readonly rows: readonly ComparisonRow[];
}

const HEAD = ['序号', '位置', '方式', '修改前', '修改后', '修改依据'] as const;
const WIDTHS = [5, 12, 7, 30, 30, 16] as const;
/** What stands where a change has no reason yet. */
const NO_GROUND = '待补充';

/** 修改对照表 between two drafts. */
export const comparisonTable = ({ source, plan, from, to, summary, rows }: ComparisonTable): Paper =>
  sheetOf(source, {
    title: `${plan}\n修改对照表`,
    landscape: true,
    body: [
      flush(`修改前：${from.label}（校验码${from.code}）　　修改后：${to.label}（校验码${to.code}）`),
      { kind: 'paragraph', runs: boldNumbers(summary), flush: true },
      {
        kind: 'table',
        widths: WIDTHS,
        head: [headRow(HEAD)],
        rows: rows.map((row, at) => [
          cell(`${at + 1}`, 'center'),
          cell(row.place),
          cell(row.how, 'center'),
          cell(row.before === '' ? '——' : row.before),
          cell(row.after === '' ? '——' : row.after),
          cell(groundOf(row)),
        ]),
        caption: '修改对照表',
      },
    ],
  });

const groundOf = ({ ground, numbers }: ComparisonRow): string =>
  [ground ?? NO_GROUND, ...numbers.map((change) => `数字：${change}`)].join('\n');

/** Numbers are what leaders look for. */
const boldNumbers = (words: string): readonly Run[] =>
  words
    .split(/(\d[\d.,]*(?:→\d[\d.,]*)?)/)
    .filter((part) => part !== '')
    .map((part) => (/^\d/.test(part) ? { text: part, bold: true } : { text: part }));

export const comparisonSheet = ({ plan, from, to, summary, rows }: ComparisonTable): Sheet => ({
  name: '修改对照表',
  widths: [6, 20, 8, 60, 60, 40],
  rows: [
    [`${plan}修改对照表`],
    [`修改前：${from.label}（校验码${from.code}）；修改后：${to.label}（校验码${to.code}）。${summary}`],
    HEAD,
    ...rows.map((row, at) => [`${at + 1}`, row.place, row.how, row.before, row.after, groundOf(row)]),
  ],
  heads: [0, 2],
  choices: [],
});
