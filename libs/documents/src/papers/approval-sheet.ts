import type { Paper } from '../paper/paper.ts';
import { below, fields, heading, numbered, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** One step that somebody took, or that a body did. */
export interface ApprovalRow {
  readonly stage: string;
  /** Post, department or body. */
  readonly who: string;
  /** 同意、会签、研究同意 … */
  readonly words: string;
  /** What was said with it; null where nothing was said or where it is not shown. */
  readonly opinion: string | null;
  readonly on: string;
  /** 代录、补录 and how it came; null for what was done here. */
  readonly medium: string | null;
}

export interface ApprovalSheet {
  readonly source: Source;
  readonly plan: string;
  readonly standing: string;
  readonly rows: readonly ApprovalRow[];
}

/** 审批单: all opinions and approvals of a plan in the order in which they were given. */
export const approvalSheet = ({ source, plan, standing, rows }: ApprovalSheet): Paper =>
  sheetOf(source, {
    title: '规划编制审批单',
    body: [
      fields([
        ['事项', plan],
        ['现行文稿', source.draft ?? ''],
        ['办理进度', standing],
      ]),
      heading(numbered(0, '审核、会签和审议意见')),
      table(
        {
          head: ['序号', '环节', '办理人（岗位、机构）', '意见', '日期'],
          widths: [6, 18, 22, 34, 20],
          align: ['center'],
          caption: '审核、会签和审议意见',
        },
        rows.map(({ stage, who, words, opinion, on, medium }, at) => [
          `${at + 1}`,
          stage,
          who,
          [words, opinion, medium === null ? null : `（补录：${medium}）`]
            .filter((part) => part !== null)
            .join('\n'),
          on,
        ]),
      ),
      below('本单由系统根据办理记录生成；以岗位列名，办理人以当时任职者为准。无记名投票只列票数。', 'kai'),
    ],
  });
