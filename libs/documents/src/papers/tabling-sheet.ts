import type { Paper } from '../paper/paper.ts';
import { fields, labelled, text } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

/** A hand on a paper: what was said, by which post, on which day. Null where the line is still to be written on. */
export interface Signed {
  readonly words: string | null;
  readonly post: string | null;
  /** 2026年4月1日 */
  readonly on: string | null;
}

export interface TablingSheet {
  readonly source: Source;
  readonly body: string;
  readonly title: string;
  /** 申报单位（岗位） and day. */
  readonly asker: Signed;
  /** What is to be decided, as the asker wrote it; null where the reader may not see it. */
  readonly reason: string | null;
  readonly text: { readonly label: string; readonly code: string };
  readonly papers: readonly string[];
  /** 分管领导意见, 主要负责人审定. */
  readonly sponsor: Signed | null;
  readonly chief: Signed | null;
  /** 会前沟通意见一致; null before it is known. */
  readonly agreed: boolean | null;
  readonly read: { readonly all: number; readonly opened: number };
}

/** 议题申报表: 一事一议, from the asker to the leader in charge to the chair. @source 党委会、院长办公会议事规则 议题征集与审定 */
export function tablingSheet(data: TablingSheet): Paper {
  const { source, body, title, asker, papers, sponsor, chief, agreed, read } = data;
  return sheetOf(source, {
    title: `${body}议题申报表`,
    body: [
      {
        kind: 'fields',
        pairs: [
          ['议题名称', title],
          ['提请会议', body],
          ['申报岗位', asker.post ?? ''],
          ['申报日期', asker.on ?? ''],
          ['审议文稿', `${data.text.label}（校验码${data.text.code}）`],
          ['会前沟通', consensus(agreed)],
          ['材料送阅', read.all === 0 ? '尚未送阅' : `送阅${read.all}人，已阅${read.opened}人`],
        ],
      },
      labelled('提请研究的事项和建议', data.reason ?? ''),
      ...(papers.length > 0
        ? [labelled('附件', papers.map((paper, at) => `${at + 1}. ${paper}`).join('　'))]
        : []),
      ...opinionBox('申报科室负责人意见', asker.words === null ? null : asker),
      ...opinionBox('分管领导意见', sponsor),
      ...opinionBox('会议主持人（主要负责人）审定意见', chief),
      text('注：一事一表；未经审定的议题不列入会议，不得临时动议。'),
    ],
  });
}

const consensus = (agreed: boolean | null): string => {
  if (agreed === null) return '尚未登记';
  return agreed ? '书记、院长意见一致' : '意见不一致，暂不上会';
};

/** A row with what was said, by whom and when; what is missing is a box to write in. */
export const opinionBox = (label: string, signed: Signed | null): Paper['body'] => {
  if (!signed) return [{ kind: 'box', label: `${label}\n（签名、日期）`, lines: 4 }];
  const { words, post, on } = signed;
  const hand = [words ?? '（已办理）', post, on].filter((part) => part !== null);
  return [fields([[label, hand.join('　')]])];
};
