import type { Paper } from '../paper/paper.ts';
import type { Sheet } from '../sheet-out.ts';
import { below, flush, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

export interface MissingRow {
  readonly department: string;
  /** 科室发展规划（素材）, 第3篇章 … */
  readonly what: string;
  /** 2025年12月10日（含当日） */
  readonly due: string;
  /** 未报送、退回修改、请补正 … */
  readonly standing: string;
  /** 已超期3天; empty before the date. */
  readonly overdue: string;
}

export interface MissingList {
  readonly source: Source;
  readonly plan: string;
  /** 2025年12月11日 9:00: to when it is true. */
  readonly asOf: string;
  readonly expected: number;
  readonly received: number;
  readonly rows: readonly MissingRow[];
}

const HEAD = ['序号', '科室', '应报事项', '报送期限', '状态', '超期'] as const;

const sumOf = ({ asOf, expected, received, rows }: MissingList): string =>
  `截至${asOf}，应报${expected}份，已报${received}份，未报${rows.length}份。`;

const cellsOf = ({ department, what, due, standing, overdue }: MissingRow, at: number): readonly string[] => [
  `${at + 1}`,
  department,
  what,
  due,
  standing,
  overdue,
];

/** 未报送科室名单. */
export const missingList = (data: MissingList): Paper =>
  sheetOf(data.source, {
    title: `${data.plan}\n未报送科室名单`,
    body: [
      flush(sumOf(data)),
      ...(data.rows.length === 0
        ? [flush('应报的均已报送。')]
        : [
            table(
              {
                head: HEAD,
                widths: [7, 18, 25, 24, 12, 14],
                align: ['center', undefined, undefined, 'center', 'center', 'center'],
                caption: '未报送科室名单',
              },
              data.rows.map(cellsOf),
            ),
          ]),
      below('逾期的仍应补报，按逾期登记；确实没有报送内容的，请作“零报告”。'),
    ],
    signature: { name: data.source.office, date: data.asOf.replace(/日.*$/, '日') },
  });

export const missingSheet = (data: MissingList): Sheet => ({
  name: '未报送科室名单',
  widths: [6, 24, 30, 24, 14, 12],
  rows: [[`${data.plan}未报送科室名单`], [sumOf(data)], HEAD, ...data.rows.map(cellsOf)],
  heads: [0, 2],
  choices: [],
});
