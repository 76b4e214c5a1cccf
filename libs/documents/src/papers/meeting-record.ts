import type { Paper } from '../paper/paper.ts';
import { fields, heading, numbered, signing, text } from './blocks.ts';
import { paperOfMeeting, postList } from './meeting-words.ts';
import { sheetOf, type Source } from './source.ts';
import { NOT_SHOWN } from './disposition-table.ts';

/** Who said what, in the order in which it was said. */
export interface Said {
  readonly post: string;
  /** Null where the reader may not see it. */
  readonly words: string | null;
  /** 赞成、反对、弃权; null where no vote was named. */
  readonly vote: string | null;
  /** Of a member who was absent: kept, not counted. */
  readonly written: boolean;
}

export interface MeetingRecord {
  readonly source: Source;
  readonly body: string;
  readonly at: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly present: readonly string[];
  readonly remote: readonly string[];
  readonly absent: readonly string[];
  readonly recused: readonly string[];
  readonly others: readonly string[];
  readonly item: string;
  readonly text: { readonly label: string; readonly code: string };
  readonly said: readonly Said[];
  readonly sum: string;
  /** 研究同意; null before it is declared. */
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly conditions: readonly string[];
  readonly notices: readonly string[];
}

/** How many lines are left for what was said and is still to be written down by hand. */
const BY_HAND = 12;

/** 会议记录: the full record, what each of them said. It is not the 纪要, which says what came of it. */
export function meetingRecord(data: MeetingRecord): Paper {
  const { source, body, item, said, sum, outcome, reason, conditions, notices } = data;
  return sheetOf(source, {
    title: paperOfMeeting(body, '记录'),
    body: [
      fields(attendance(data)),
      heading(numbered(0, '议题')),
      text(`${item}（${data.text.label}，校验码${data.text.code}）`),
      heading(numbered(1, '讨论发言')),
      ...(said.length > 0 ? said.map((one) => text(speech(one))) : []),
      { kind: 'box', label: said.length > 0 ? '补记' : '发言记录', lines: said.length > 0 ? 4 : BY_HAND },
      heading(numbered(2, '表决和决定')),
      text(sum === '' ? '尚未表决。' : `${sum}。`),
      text(outcome === null ? '决定：' : `决定：${outcome}。${reason === null ? '' : `理由：${reason}`}`),
      ...conditions.map((one, at) => text(`附条件${at + 1}：${one}`)),
      ...(notices.length > 0 ? [heading(numbered(3, '程序提示')), ...notices.map(text)] : []),
      { kind: 'space', lines: 1 },
      signing('记录人'),
      signing('主持人'),
    ],
  });
}

const attendance = ({
  at,
  place,
  chair,
  recorder,
  present,
  remote,
  absent,
  recused,
  others,
}: MeetingRecord): readonly (readonly [string, string])[] => [
  ['时间', at],
  ['地点', place],
  ['主持', chair],
  ['出席', postList(present)],
  ...(remote.length > 0 ? [['其中视频到会', postList(remote)] as const] : []),
  ['缺席', postList(absent)],
  ...(recused.length > 0 ? [['回避', postList(recused)] as const] : []),
  ['列席', postList(others)],
  ['记录', recorder],
];

const speech = ({ post, words, vote, written }: Said): string => {
  const kept = written ? '（未到会，书面意见留存，不计入票数）' : '';
  const voted = vote === null ? '' : `【${vote}】`;
  return `${post}${kept}：${words ?? NOT_SHOWN}${voted}`;
};
