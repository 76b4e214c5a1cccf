import type { Paper } from '../paper/paper.ts';
import { BLANK, text, UNNUMBERED } from './blocks.ts';
import { codeOf, traced, printerOf, type Source } from './source.ts';

export interface UpwardLetter {
  readonly source: Source;
  readonly plan: string;
  /** 审批、审议同意 ask and get an answer (请示); 备案 reports (报告). */
  readonly kind: '请示' | '报告';
  /** 云州市卫生健康委员会 */
  readonly authority: string;
  readonly number: string | null;
  /** 签发人: the post, or a name where the hospital wants it. */
  readonly signers: readonly string[];
  /** What each gate decided: 2026年4月8日院长办公会研究同意. */
  readonly gates: readonly string[];
  /** The package, by title. */
  readonly package: readonly string[];
  readonly on: string;
  readonly contact: string;
  /** Which sending it is; from the second on it says so. */
  readonly no: number;
}

/** 请示 or 报告 with its package. 一文一事, one 主送; a 报告 asks for nothing. @source 党政机关公文处理工作条例 §15 */
export function upwardLetter(data: UpwardLetter): Paper {
  const { source, plan, kind, authority, number, signers, gates, on, contact, no } = data;
  const asks = kind === '请示';
  const again = no > 1 ? `按照你委意见修改补充后，现第${no}次报上` : '现将有关文件随文报上';
  return {
    form: 'document',
    head: {
      mark: `${source.institution}文件`,
      number: number ?? UNNUMBERED,
      signers: signers.length > 0 ? signers : [BLANK],
    },
    title: asks
      ? `${source.institution}关于审定《${plan}》的请示`
      : `${source.institution}关于《${plan}》备案的报告`,
    addressee: authority,
    body: [
      text(`根据医院发展规划编制工作安排，我院组织编制了《${plan}》，并已完成院内征求意见和审议程序。`),
      ...(gates.length > 0 ? [text(`审议情况：${gates.join('；')}。`)] : []),
      text(`${again}，${asks ? '请予审定' : '请予备案'}。${shownText(source)}`),
      text(asks ? '妥否，请批示。' : '特此报告。'),
    ],
    attachments: data.package,
    signature: { name: source.institution, date: on },
    note: `联系部门：${contact}`,
    imprint: { copies: [], printer: printerOf(source), printed: on },
    ...traced(source),
  };
}

/** Which text goes up, so that anybody can check it. */
const shownText = ({ draft, hash }: Source): string =>
  draft === null || hash === null ? '' : `所报文稿为${draft}，校验码${codeOf(hash)}。`;
