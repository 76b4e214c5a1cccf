import type { Paper } from '../paper/paper.ts';
import type { Sheet } from '../sheet-out.ts';
import { flush, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

export interface IndicatorLine {
  readonly no: number;
  readonly name: string;
  readonly unit: string;
  /** 上一轮规划: where it started, what it wanted; empty for none. */
  readonly lastValue: string;
  readonly lastTarget: string;
  /** Null while nobody has confirmed it: printed as 待核. */
  readonly current: string | null;
  readonly target: string | null;
  /** 延续、调整、新增、取消; empty while it is not settled. */
  readonly disposition: string;
  readonly department: string;
}

export interface IndicatorPaper {
  readonly source: Source;
  readonly plan: string;
  readonly lines: readonly IndicatorLine[];
  readonly pending: number;
}

/** What stands in place of a figure that nobody has confirmed. */
export const PENDING = '待核';

const HEAD = [
  '序号',
  '指标',
  '单位',
  '上期基期值',
  '上期目标值',
  '现状值',
  '目标值',
  '去留',
  '责任科室',
] as const;

const cellsOf = (line: IndicatorLine): readonly string[] => [
  String(line.no),
  line.name,
  line.unit,
  line.lastValue,
  line.lastTarget,
  line.current ?? PENDING,
  line.target ?? PENDING,
  line.disposition,
  line.department,
];

const sumOf = ({ lines, pending }: IndicatorPaper): string =>
  pending === 0
    ? `共${lines.length}项指标，均已核定。`
    : `共${lines.length}项指标，其中${pending}项尚待核定，表中以“${PENDING}”标示。`;

/** 主要指标表. A figure that nobody has confirmed is not printed as one. */
export const indicatorPaper = (data: IndicatorPaper): Paper =>
  sheetOf(data.source, {
    title: `${data.plan}\n主要指标表`,
    body: [
      flush(sumOf(data)),
      table(
        {
          head: HEAD,
          widths: [6, 22, 8, 10, 10, 11, 11, 8, 14],
          align: ['center', undefined, 'center', 'center', 'center', 'center', 'center', 'center', undefined],
          caption: '主要指标表',
        },
        data.lines.map(cellsOf),
      ),
    ],
  });

export const indicatorPaperSheet = (data: IndicatorPaper): Sheet => ({
  name: '主要指标表',
  widths: [6, 28, 10, 14, 14, 14, 14, 10, 20],
  rows: [[`${data.plan}主要指标表`], [sumOf(data)], HEAD, ...data.lines.map(cellsOf)],
  heads: [0, 2],
  choices: [],
});
