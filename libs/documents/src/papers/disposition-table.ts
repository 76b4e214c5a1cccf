import type { Paper } from '../paper/paper.ts';
import type { Sheet } from '../sheet-out.ts';
import { below, flush, table } from './blocks.ts';
import { codeOf, sheetOf, type Source } from './source.ts';

/** One opinion and what became of it, in words ready to print. */
export interface DispositionRow {
  readonly no: number;
  /** 三、（二）: where it stands. */
  readonly place: string;
  /** The 科室; 职工群众 or 不署名 for an opinion of none. */
  readonly from: string;
  /** Null where the reader may not see its wording, or where it was erased. */
  readonly opinion: string | null;
  /** 采纳 · 部分采纳 …; 待研究 before it is fixed. */
  readonly disposition: string;
  readonly reason: string | null;
  /** 送审稿（第4稿） */
  readonly into: string | null;
}

export interface DispositionTable {
  readonly source: Source;
  readonly plan: string;
  /** 发出23份，收回23份…: the numbers at the close; null while it runs. */
  readonly returns: string | null;
  readonly rows: readonly DispositionRow[];
}

const HEAD = ['序号', '章节', '提出单位', '意见', '采纳情况', '理由（说明）', '落实到'] as const;

/** What is printed where words may not be shown. */
export const NOT_SHOWN = '（内容按规定不予显示）';

/** 采纳18条、部分采纳3条 …, in the order in which they first occur. */
export function dispositionSum(rows: readonly Pick<DispositionRow, 'disposition'>[]): string {
  const counts = [...Map.groupBy(rows, ({ disposition }) => disposition)];
  const each = counts.map(([disposition, of]) => `${disposition}${of.length}条`).join('、');
  return rows.length === 0 ? '未收到意见。' : `共收到意见${rows.length}条，其中${each}。`;
}

const cellsOf = ({
  no,
  place,
  from,
  opinion,
  disposition,
  reason,
  into,
}: DispositionRow): readonly string[] => [
  `${no}`,
  place,
  from,
  opinion ?? NOT_SHOWN,
  disposition,
  reason ?? '',
  into ?? '',
];

/** 意见采纳情况汇总表. @source 重大行政决策程序暂行条例 §29（参照） */
export const dispositionTable = ({ source, plan, returns, rows }: DispositionTable): Paper =>
  sheetOf(source, {
    title: `${plan}\n意见采纳情况汇总表`,
    landscape: true,
    body: [
      flush(`${returns === null ? '' : `${returns.replace(/。?$/, '。')}`}${dispositionSum(rows)}`),
      table(
        {
          head: HEAD,
          widths: [5, 13, 11, 29, 9, 24, 9],
          align: ['center', undefined, 'center', undefined, 'center', undefined, 'center'],
          caption: '意见采纳情况汇总表',
        },
        rows.map(cellsOf),
      ),
      below(`填表单位：${source.office}`),
    ],
  });

/** The same as a sheet, for who counts and sorts. */
export const dispositionSheet = ({ source, plan, returns, rows }: DispositionTable): Sheet => ({
  name: '意见采纳情况汇总表',
  widths: [6, 18, 16, 50, 12, 40, 16],
  rows: [
    [`${plan}意见采纳情况汇总表`],
    [`${returns ?? ''}${dispositionSum(rows)}`],
    HEAD,
    ...rows.map(cellsOf),
    [`稿次 ${source.draft ?? ''}`, '', '', `校验码 ${source.hash === null ? '' : codeOf(source.hash)}`],
  ],
  heads: [0, 2],
  choices: [],
});
