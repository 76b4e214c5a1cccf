import { actor, CASE, council, MEETING, person, post, type Story } from '../../testing/council.ts';
import { callMeeting } from './call.ts';
import { openMeeting } from './attend.ts';
import { declareItem } from './declare.ts';
import { putItem } from './put.ts';
import { recordDecision } from './record-decision.ts';
import { recordAttendance } from './record-member.ts';
import { recordVote } from './record-vote.ts';

const SECRETARY = actor(7);
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const ELSEWHERE = {
  happened: '2025-11-20T01:58:00.000Z',
  medium: 'meeting',
  scan: null,
  book: '会议签到簿第3页',
  checker: null,
} as const;
const put = (rule: object = { decides: 'chair' }): Story =>
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
const heard = (): Story =>
  [2, 3, 4].reduce(
    (so, n) =>
      so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
    put(),
  );
const said = (outcome: 'passed' | 'not-passed' | 'deferred', reason?: string) =>
  [MEETING, { outcome, ...(reason === undefined ? {} : { reason }), elsewhere: ELSEWHERE }] as const;

test('what the chair decided in the room is the chair’s own decision, who is told of the entry', () => {
  const { decision } = heard().when(SECRETARY, recordDecision, said('passed'));
  expect(decision).toMatchObject({
    facts: [
      {
        fact: { type: 'ItemDecided', data: { outcome: 'passed', majority: 'passed', departs: false } },
        of: { person: person(1), post: post(1) },
      },
      { fact: { type: 'RecordEntered', data: { verb: 'meeting.record-decision' } } },
    ],
  });
});

test('it is declared like any other decision', () => {
  const story = heard().does(SECRETARY, recordDecision, said('passed'));
  expect(story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).types()[0]).toBe(
    'meeting ItemDeclared',
  );
});

test('a missing reason against the majority shows and refuses nothing', () => {
  const { decision } = heard().when(SECRETARY, recordDecision, said('not-passed'));
  expect(decision).toMatchObject({
    notices: expect.arrayContaining([expect.objectContaining({ rule: 'meeting.reason' })]) as object,
  });
});

test('the reason is sealed as the chair’s', () => {
  const { decision } = heard().when(SECRETARY, recordDecision, said('not-passed', '投资规模须再论证'));
  expect(decision).toMatchObject({
    facts: [{ sealed: [{ subject: person(1), plain: { reason: '投资规模须再论证' } }] }, {}],
  });
});

test('a body that votes has no decision of its chair to record, and only its secretary records one', () => {
  put({ decides: 'vote' }).when(SECRETARY, recordDecision, said('passed')).refused('meeting.vote-binds');
  heard().when(actor(3), recordDecision, said('passed')).refused('meeting.records');
});
