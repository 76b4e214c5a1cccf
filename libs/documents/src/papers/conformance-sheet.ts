import type { Block, Paper } from '../paper/paper.ts';
import { below, flush, heading, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** A stage: what the procedure asks for, and what the record shows of it. */
export interface ConformanceLine {
  readonly title: string;
  /** 符合、缺失 … */
  readonly standing: string;
  /** 审议通过 …; empty while there is none. */
  readonly outcome: string;
  /** 2026年4月8日; empty while there is none. */
  readonly on: string;
  /** The sum of a vote; empty where none was held. */
  readonly sum: string;
  /** 第12条: the entry that shows it. */
  readonly entry: string;
}

/** What was entered afterwards. */
export interface RecordedLine {
  readonly title: string;
  readonly happened: string;
  readonly entered: string;
  readonly standing: string;
}

export interface ConformanceSheet {
  readonly source: Source;
  readonly plan: string;
  readonly lines: readonly ConformanceLine[];
  readonly recorded: readonly RecordedLine[];
}

/** 程序符合性报告 on paper: the stages one by one, and 补录 apart from what was done then. */
export const conformanceSheet = ({ source, plan, lines, recorded }: ConformanceSheet): Paper =>
  sheetOf(source, {
    title: `${plan}\n程序符合性报告`,
    body: [
      heading('一、应经程序与实经程序'),
      stages(lines),
      heading('二、补录事项'),
      recorded.length === 0 ? flush('无。') : records(recorded),
      below('本报告由办理记录推算，可用归档包内的核验工具逐条核对。'),
    ],
  });

const stages = (lines: readonly ConformanceLine[]): Block =>
  table(
    {
      head: ['序号', '环节', '情况', '结果', '日期', '计票', '记录'],
      widths: [7, 24, 10, 15, 14, 20, 10],
      align: ['center', undefined, 'center', 'center', 'center', undefined, 'center'],
      caption: '应经程序与实经程序',
    },
    lines.map(({ title, standing, outcome, on, sum, entry }, at) => [
      String(at + 1),
      title,
      standing,
      outcome,
      on,
      sum,
      entry,
    ]),
  );

const records = (recorded: readonly RecordedLine[]): Block =>
  table(
    {
      head: ['序号', '事项', '发生时间', '录入时间', '情况'],
      widths: [8, 38, 20, 20, 14],
      align: ['center', undefined, 'center', 'center', 'center'],
      caption: '补录事项',
    },
    recorded.map(({ title, happened, entered, standing }, at) => [
      String(at + 1),
      title,
      happened,
      entered,
      standing,
    ]),
  );
