import type { Paper } from '../paper/paper.ts';
import { addressed } from './addressed.ts';
import { text } from './blocks.ts';
import { opinionForm } from './opinion-form.ts';
import { traced, type Source } from './source.ts';

export interface ConsultationLetter {
  readonly source: Source;
  readonly plan: string;
  readonly consultation: string;
  /** 科室 that are asked, in the order of the house. */
  readonly recipients: readonly string[];
  readonly round: number;
  /** 2026年3月6日 */
  readonly opened: string;
  /** 2026年3月13日（含当日） */
  readonly due: string;
  /** Whether who says nothing counts as having no opinion. */
  readonly silentIsNone: boolean;
}

/** What silence counts as, as the letter and the form say it. */
export const silenceWords = (isNone: boolean): string =>
  isNone
    ? '逾期未反馈的，视为无意见。'
    : '没有意见的也请书面反馈“无意见”；逾期未反馈的，按未反馈登记，不视为无意见。';

/** 征求意见函, with the form to be sent back as its annex. */
export function consultationLetter(data: ConsultationLetter): Paper {
  const { source, plan, due, opened, round, silentIsNone } = data;
  const silence = silenceWords(silentIsNone);
  const form = opinionForm({ ...data, department: null, silence });
  return {
    form: 'letter',
    head: { mark: source.institution, number: null, signers: [] },
    title: `关于征求《${plan}（征求意见稿）》意见的函`,
    addressee: addressed(data.recipients),
    body: [
      text(
        `《${plan}（征求意见稿）》已经起草完成，现${round > 1 ? `第${round}次` : ''}征求你们的意见。请组织本科室人员认真研究，重点就目标指标是否切实可行、任务举措是否完整、与本科室职责和上级规划是否衔接提出意见。`,
      ),
      text(
        `请于${due}前将《意见反馈表》经科室负责人签名后反馈至${source.office}。一条意见一行，写明所在章节、原文、修改建议和理由。${silence}`,
      ),
      text('收到的意见将逐条研究，采纳情况及理由汇总后反馈；对未采纳的意见可以提出一次异议。'),
    ],
    attachments: [`${plan}（征求意见稿）`, '意见反馈表'],
    signature: { name: source.office, date: opened },
    note: '征求意见稿为内部资料，请勿外传',
    annexes: [{ title: '意见反馈表', label: '附件2', body: form.body }],
    ...traced(source),
  };
}
