import type { Block, Paper } from '../paper/paper.ts';
import { flush, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

export interface BallotPaper {
  readonly source: Source;
  /** 第五届职工代表大会第三次会议 */
  readonly body: string;
  /** 2026年5月20日 */
  readonly on: string;
  /** Each voted on by itself. */
  readonly items: readonly string[];
}

const TO_SHEET = 2;

/** 表决票: without a number, a name or anything else by which a slip could be told from another. @source 企业民主管理规定 §22 无记名投票、分项表决 */
export function ballotPaper(data: BallotPaper): Paper {
  const slips = Array.from({ length: TO_SHEET }, () => slip(data));
  return sheetOf(data.source, {
    title: `${data.body}表决票`,
    body: slips.flatMap((blocks, at) =>
      at === 0
        ? blocks
        : [
            flush('✂ － － － － － － － － － － － 沿此线裁开 － － － － － － － － － － －'),
            {
              kind: 'paragraph' as const,
              runs: [{ text: `${data.body}表决票`, font: 'title' as const }],
              align: 'center' as const,
              flush: true as const,
            },
            ...blocks,
          ],
    ),
  });
}

const slip = ({ items, on }: BallotPaper): readonly Block[] => [
  table(
    {
      head: ['序号', '表决事项', '赞成', '反对', '弃权'],
      widths: [8, 56, 12, 12, 12],
      align: ['center', undefined, 'center', 'center', 'center'],
      caption: '表决票',
    },
    items.map((item, at) => [`${at + 1}`, item, '□', '□', '□']),
  ),
  flush(
    '说明：1. 无记名投票，逐项表决，每项只在一个“□”内画“√”；不选、多选或者无法辨认的，该项为无效。2. 不在票上署名或者作其他记号。',
    'kai',
  ),
  { kind: 'paragraph', runs: [{ text: on }], align: 'right', flush: true },
  { kind: 'space', lines: 9 },
];
