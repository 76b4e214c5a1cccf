import type { Paper } from '../paper/paper.ts';
import { text } from './blocks.ts';
import { traced, type Source } from './source.ts';

export interface CongressResolution {
  readonly source: Source;
  /** 云州市中医院第五届职工代表大会第三次会议 */
  readonly body: string;
  readonly on: string;
  readonly plan: string;
  readonly text: { readonly label: string; readonly code: string };
  readonly passed: boolean;
  /** 审议通过 */
  readonly outcome: string;
  readonly attendance: { readonly all: number; readonly present: number } | null;
  /** 全体66，实到52≥44 ✓；赞成34>33 ✓ */
  readonly sum: string;
  readonly conditions: readonly string[];
}

/** 职代会决议. @source 企业民主管理规定 §22, 浙江省企业民主管理条例 §15（参照） */
export function congressResolution(data: CongressResolution): Paper {
  const { source, body, on, plan, passed, outcome, attendance, sum, conditions } = data;
  const present =
    attendance === null ? '' : `应到代表${attendance.all}人，实到${attendance.present}人，符合规定人数。`;
  return {
    form: 'sheet',
    head: null,
    title: `${body}\n关于《${plan}》的决议`,
    body: [
      {
        kind: 'paragraph',
        runs: [{ text: `（${on}${body}${passed ? '通过' : ''}）`, font: 'kai' }],
        align: 'center',
        flush: true,
      },
      text(
        `${body}于${on}召开。${present}会议听取了关于《${plan}》编制情况的说明，对规划文稿（${data.text.label}，校验码${data.text.code}）进行了认真审议，并进行了表决。`,
      ),
      text(`表决情况：${sum}。`),
      text(
        passed
          ? `会议决定：${outcome}《${plan}》。`
          : `会议决定：${outcome}。请起草部门根据代表意见修改后，按程序再次提请审议。`,
      ),
      ...(conditions.length > 0
        ? [text('会议要求：'), ...conditions.map((one, at) => text(`${at + 1}. ${one}`))]
        : []),
      ...(passed ? [text('会议号召全院职工团结一致，扎实工作，为全面完成规划确定的目标任务而努力。')] : []),
    ],
    signature: { name: body, date: on },
    ...traced(source),
  };
}
