import type { Paper } from '../paper/paper.ts';
import { labelled, text } from './blocks.ts';
import { meetingName } from './meeting-words.ts';
import { traced, type Source } from './source.ts';

export interface MeetingNotice {
  readonly source: Source;
  /** 院长办公会 */
  readonly body: string;
  /** 2026年4月8日（星期三）14:30 */
  readonly at: string;
  readonly place: string;
  /** Posts, 主持人 first. */
  readonly chair: string | null;
  readonly members: readonly string[];
  /** 列席 and 会议秘书. */
  readonly others: readonly string[];
  /** Titles of the items in their order; null for one whose title the reader does not see. */
  readonly items: readonly (string | null)[];
  readonly papers: readonly string[];
  /** 2026年4月3日: when it was sent. */
  readonly sent: string;
  /** 应到会…方可举行: what the body asks for, in a sentence. */
  readonly quorum: string;
}

/** 会议通知. */
export function meetingNotice(data: MeetingNotice): Paper {
  const { source, body, at, place, chair, members, others, items, papers, sent, quorum } = data;
  return {
    form: 'letter',
    head: { mark: source.institution, number: null, signers: [] },
    title: `关于召开${meetingName(body)}的通知`,
    addressee: '各参会人员',
    body: [
      text(`经研究，定于${at}召开${meetingName(body)}。现将有关事项通知如下：`),
      labelled('一、时间', at),
      labelled('二、地点', place),
      labelled('三、参会人员', ''),
      ...(chair === null ? [] : [text(`主持：${chair}`)]),
      text(`出席：${members.join('、')}`),
      ...(others.length > 0 ? [text(`列席、记录：${others.join('、')}`)] : []),
      labelled('四、议题', ''),
      ...items.map((title, n) => text(`${n + 1}. ${title ?? '（另行通知）'}`)),
      labelled(
        '五、有关要求',
        `请参会人员提前阅看会议材料，准时参会；不能到会的，请提前向主持人请假，书面意见可以留存但不计入票数。${quorum}与议题有利害关系的，请主动申请回避。`,
      ),
    ],
    ...(papers.length > 0 ? { attachments: papers } : {}),
    signature: { name: source.office, date: sent },
    ...traced(source),
  };
}
