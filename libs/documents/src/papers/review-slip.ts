import type { Block, Paper } from '../paper/paper.ts';
import { fields, flush, labelled, table } from './blocks.ts';
import { codeOf, sheetOf, type Source } from './source.ts';

export interface ReviewSlip {
  readonly source: Source;
  readonly plan: string;
  /** 院长审阅、党委书记审阅 …: what it is brought for. */
  readonly purpose: string;
  /** 与上一稿相比：改动42处，其中数字9处… */
  readonly summary: string;
  /** Null for a first draft, which is compared with none. */
  readonly numbers: readonly { readonly name: string; readonly from: string; readonly to: string }[] | null;
  readonly opinions: string | null;
  /** 2026年4月10日 */
  readonly due: string | null;
  /** Where the digital original is, printed beside the code for who has no camera; its address alone, it carries no right. */
  readonly link: string;
}

/** As many changed numbers fit one page; the rest is said as a count. */
const MOST_NUMBERS = 9;

/** 送签单: one page for a leader who signs on paper. The code and the QR lead back to the text that was shown. */
export function reviewSlip(data: ReviewSlip): Paper {
  const { source, plan, purpose, summary, numbers, opinions, due, link } = data;
  return sheetOf(source, {
    title: '文稿送签单',
    body: [
      fields(
        [
          ['文稿', plan],
          ['稿次', source.draft ?? ''],
          ['送签事项', purpose],
          ['请于此前办理', due ?? '——'],
          ['送签单位', source.office],
          ['校验码', source.hash === null ? '——' : codeOf(source.hash)],
        ],
        2,
      ),
      labelled('修改摘要', summary),
      ...(opinions === null ? [] : [labelled('意见采纳', opinions)]),
      ...(numbers === null ? [] : changed(numbers)),
      { kind: 'box', label: '审阅意见（签名、日期）', lines: 5 },
      { kind: 'qr', data: link, caption: '扫码核对本稿（须登录）' },
      {
        kind: 'paragraph',
        runs: [{ text: `核对地址：${link}` }],
        align: 'left',
        flush: true,
      },
    ],
  });
}

function changed(numbers: NonNullable<ReviewSlip['numbers']>): readonly Block[] {
  if (numbers.length === 0) return [flush('与上一稿相比，没有数字变化。', 'kai')];
  const more = numbers.length - MOST_NUMBERS;
  return [
    table(
      {
        head: ['数字变化', '上一稿', '本稿'],
        widths: [50, 25, 25],
        align: [undefined, 'center', 'center'],
        caption: '数字变化',
      },
      numbers.slice(0, MOST_NUMBERS).map(({ name, from, to }) => [name, from, to]),
    ),
    ...(more > 0 ? [flush(`另有${more}处数字变化，见修改对照表。`, 'kai')] : []),
  ];
}
