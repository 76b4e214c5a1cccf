import type { Paper } from '../paper/paper.ts';
import { below, fields, labelled, signing } from './blocks.ts';
import { NOT_SHOWN } from './disposition-table.ts';
import { sheetOf, type Source } from './source.ts';

export interface DutySheet {
  readonly source: Source;
  /** 督办事项第2项 */
  readonly label: string;
  /** 院长办公会（2026年4月8日）: which resolution it comes from. */
  readonly from: string;
  readonly owner: string;
  /** 2026年4月30日（含当日） */
  readonly due: string;
  /** Days by which it was to be done before it was put off. */
  readonly extended: readonly string[];
  readonly standing: string;
  /** Null where the reader may not see it. */
  readonly wording: string | null;
  readonly reports: readonly { readonly on: string; readonly words: string | null }[];
}

/** 督办单. */
export const dutySheet = (data: DutySheet): Paper => {
  const { source, label, from, owner, due, extended, standing, wording, reports } = data;
  return sheetOf(source, {
    title: '督办单',
    body: [
      fields(
        [
          ['督办事项', label],
          ['事项来源', from],
          ['承办', owner],
          ['办结期限', due],
          ['原定期限', extended.length > 0 ? extended.join('、') : '未延期'],
          ['办理状态', standing],
        ],
        2,
      ),
      labelled('督办内容', wording ?? NOT_SHOWN),
      ...reports.map(({ on, words }) => labelled(`办理情况（${on}）`, words ?? NOT_SHOWN)),
      { kind: 'box', label: '办理情况（承办科室填写，佐证材料另附）', lines: 8 },
      signing('承办科室负责人'),
      { kind: 'box', label: '核实意见', lines: 4 },
      signing('督办人'),
      below('请于期限前办结并报告；不能按期办结的，期限届满前说明原因并申请延期。', 'kai'),
    ],
  });
};
