import type { Block, Paper } from '../paper/paper.ts';
import { flush, table } from './blocks.ts';
import { codeOf, sheetOf, type Source } from './source.ts';

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
    title: '',
    body: slips.flatMap((blocks, at) => (at === 0 ? blocks : [CUT, ...blocks])),
  });
}

const CUT: Block = {
  kind: 'paragraph',
  runs: [{ text: '✂ － － － － － － － － － － － 沿此线裁开 － － － － － － － － － － －' }],
  align: 'center',
  flush: true,
};

/** The same on every slip, as it is cut from the foot of its sheet. */
const shownText = ({ draft, hash }: Source): readonly string[] => [
  ...(draft === null ? [] : [draft]),
  ...(hash === null ? [] : [`校验码${codeOf(hash)}`]),
];

const slip = ({ body, items, on, source }: BallotPaper): readonly Block[] => [
  {
    kind: 'paragraph',
    runs: [{ text: `${body}表决票`, font: 'title' }],
    align: 'center',
    flush: true,
  },
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
  {
    kind: 'paragraph',
    runs: [{ text: [on, ...shownText(source)].join('　') }],
    align: 'right',
    flush: true,
  },
  { kind: 'space', lines: Math.max(1, 10 - items.length) },
];
