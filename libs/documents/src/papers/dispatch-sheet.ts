import type { Paper } from '../paper/paper.ts';
import { fields, heading, labelled, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';
import { opinionBox, type Signed } from './tabling-sheet.ts';

export interface DispatchSheet {
  readonly source: Source;
  readonly title: string;
  readonly number: string | null;
  readonly recipients: readonly string[];
  readonly copiedTo: readonly string[];
  /** 主动公开、依申请公开、不予公开 */
  readonly disclosure: string | null;
  readonly copies: number | null;
  readonly text: { readonly label: string; readonly code: string };
  readonly drafter: Signed;
  /** Steps that the hospital does not ask for are left out. */
  readonly review: Signed | 'none' | null;
  readonly countersigns: readonly { readonly department: string; readonly signed: Signed | null }[];
  readonly sign: Signed | null;
  readonly check: Signed | 'none' | null;
  readonly seal: Signed | 'none' | null;
  readonly published: string | null;
  /** 作废文号 of this document. */
  readonly voided: readonly string[];
}

/** 发文稿纸: 拟稿、核稿、会签、签发、复核、编号、用印. @source 党政机关公文处理工作条例 §§18-25 */
export const dispatchSheet = (data: DispatchSheet): Paper =>
  sheetOf(data.source, {
    title: `${data.source.institution}发文稿纸`,
    body: [
      fields(numbersOf(data), 2),
      fields([
        ['标题', data.title],
        ['主送', data.recipients.join('、')],
        ['抄送', data.copiedTo.join('、') || '无'],
      ]),
      ...opinionBox('签发', data.sign),
      ...stepBox('核稿', data.review),
      ...countersignTable(data.countersigns),
      ...stepBox('复核（手续、附件、文种、格式）', data.check),
      ...stepBox('用印', data.seal),
      labelled('印发日期', data.published ?? ''),
      ...(data.voided.length > 0 ? [labelled('作废文号', data.voided.join('、'))] : []),
    ],
  });

const numbersOf = (data: DispatchSheet): readonly (readonly [string, string])[] => [
  ['发文字号', data.number ?? ''],
  ['印制份数', data.copies === null ? '' : `${data.copies}份`],
  ['公开属性', data.disclosure ?? ''],
  ['密级、紧急程度', ''],
  ['拟稿', signedLine(data.drafter)],
  ['文稿', `${data.text.label}（校验码${data.text.code}）`],
];

const stepBox = (label: string, signed: Signed | 'none' | null): Paper['body'] =>
  signed === 'none' ? [] : opinionBox(label, signed);

const signedLine = ({ post, on }: Signed): string => [post, on].filter((part) => part !== null).join('　');

const countersignTable = (rows: DispatchSheet['countersigns']): Paper['body'] =>
  rows.length === 0
    ? []
    : [
        heading('会签', 3),
        table(
          { head: ['会签科室', '签名', '日期'], widths: [40, 35, 25], caption: '会签' },
          rows.map(({ department, signed }) => [department, signed?.post ?? '', signed?.on ?? '']),
        ),
      ];
