import { openMeeting } from '../stages/meeting/attend.ts';
import { callMeeting } from '../stages/meeting/call.ts';
import { putItem } from '../stages/meeting/put.ts';
import { recordAttendance } from '../stages/meeting/record-attendance.ts';
import { actor, CASE, council, MEETING, post, type Story } from './council.ts';

export const SECRETARY = actor(7);
export const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
/** In the book of those who came, two minutes before the meeting. */
export const ELSEWHERE = {
  happened: '2025-11-20T01:58:00.000Z',
  medium: 'meeting',
  scan: null,
  book: '会议签到簿第3页',
  checker: null,
} as const;

/** The item is put to four members, whose coming the secretary noted. */
export const putAsNoted = (rule: object = {}): Story =>
  [1, 2, 3, 4]
    .reduce(
      (so, n) =>
        so.does(SECRETARY, recordAttendance, [
          MEETING,
          { post: post(n), what: 'coming', elsewhere: ELSEWHERE },
        ]),
      council(rule).does(SECRETARY, callMeeting, [MEETING, CALL]),
    )
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
