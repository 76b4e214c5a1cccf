import type { Paper } from '../paper/paper.ts';
import { below, fields, signing, table } from './blocks.ts';
import { sheetOf, type Source } from './source.ts';

export interface AttendanceSheet {
  readonly source: Source;
  readonly body: string;
  readonly at: string;
  readonly place: string;
  readonly items: readonly string[];
  readonly seats: readonly {
    readonly post: string;
    /** 主持人、成员、列席 … */
    readonly role: string;
    /** 已签到 14:25, 视频到会, 回避 …: what is known here; empty to be signed by hand. */
    readonly standing: string;
    readonly votes: boolean;
  }[];
}

/** Two lines: a name is written by hand here. */
const TO_SIGN = '\n';

/** 签到表: voters apart from those who only attend. */
export function attendanceSheet({ source, body, at, place, items, seats }: AttendanceSheet): Paper {
  const voting = seats.filter(({ votes }) => votes);
  const others = seats.filter(({ votes }) => !votes);
  const rows = [...voting, ...others].map(({ post, role, standing }, n) => [
    `${n + 1}`,
    post,
    role,
    standing,
    TO_SIGN,
    '',
  ]);
  return sheetOf(source, {
    title: `${body}签到表`,
    body: [
      fields([
        ['会议时间', at],
        ['会议地点', place],
        ['议题', items.map((item, n) => (items.length > 1 ? `${n + 1}. ${item}` : item)).join('；')],
        ['应到会人数', `${voting.length}人（有表决权）`],
      ]),
      table(
        {
          head: ['序号', '岗位', '席位', '登记情况', '签名', '到会时间'],
          widths: [6, 28, 14, 18, 20, 14],
          align: ['center', undefined, 'center', 'center'],
          caption: '签到',
        },
        rows,
      ),
      below('实到　　　　人；请假　　　　人；回避　　　　人；列席　　　　人。'),
      signing('会议秘书'),
    ],
  });
}
