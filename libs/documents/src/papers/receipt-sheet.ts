import type { Paper } from '../paper/paper.ts';
import { below, fields, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

export interface ReceiptSheet {
  readonly source: Source;
  readonly title: string;
  readonly number: string | null;
  /** 2026年6月1日; null before it is issued. */
  readonly issued: string | null;
  readonly due: string | null;
  readonly recipients: readonly {
    readonly department: string;
    readonly received: boolean;
    /** 2026年6月2日; null while it is to be signed by hand. */
    readonly on: string | null;
  }[];
}

/** 签收单: who has received what was issued. */
export const receiptSheet = (data: ReceiptSheet): Paper => {
  const { source, title, number, issued, due, recipients } = data;
  const received = recipients.filter((each) => each.received).length;
  return sheetOf(source, {
    title: '文件签收单',
    body: [
      fields([
        ['文件', title],
        ['发文字号', number ?? ''],
        ['印发日期', issued ?? '尚未印发'],
        ['签收期限', due ?? '——'],
      ]),
      table(
        {
          head: ['序号', '签收科室', '份数', '签收人签名', '签收日期', '系统登记'],
          widths: [7, 26, 8, 24, 20, 15],
          align: ['center', undefined, 'center', undefined, 'center', 'center'],
          caption: '签收',
        },
        recipients.map((each, at) => [
          `${at + 1}`,
          each.department,
          '1',
          '\n',
          each.on ?? '',
          each.received ? '已签收' : '',
        ]),
      ),
      below(
        `应签收${recipients.length}个科室，已签收${received}个，未签收${recipients.length - received}个。`,
      ),
    ],
  });
};
