import { actor, council, MEETING, OFFICE, person, post, SCHEME, type Story } from '../../testing/council.ts';
import { CALL, ELSEWHERE, SECRETARY } from '../../testing/noted-council.ts';
import { fileOf, given, INSTITUTION, refOf } from '../../testing/given.ts';
import { adjournMeeting, openMeeting } from './attend.ts';
import { callMeeting } from './call.ts';
import { declareItem } from './declare.ts';
import { putItem } from './put.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordVote } from './record-vote.ts';
import { recuse } from './recuse.ts';

const COUNTS = { issued: 4, returned: 5, yes: 5, no: 0, abstain: 0, invalid: 0 };
const PUT_AGAIN = {
  text: refOf(SCHEME),
  all: 6,
  present: 4,
  need: 3,
  ballot: null,
  dispositions: [],
  conditions: [],
  notices: [],
};
const coming = (n: number) => [MEETING, { post: post(n), what: 'coming', elsewhere: ELSEWHERE }] as const;
const leaving = (n: number) => [MEETING, { post: post(n), what: 'leaving', elsewhere: ELSEWHERE }] as const;
const cast = (n: number, vote: 'yes' | 'no' = 'yes') =>
  [MEETING, { post: post(n), vote, elsewhere: ELSEWHERE }] as const;
const called = (rule: object = {}): Story => council(rule).does(SECRETARY, callMeeting, [MEETING, CALL]);
const put = (rule: object = {}): Story =>
  [1, 2, 3, 4]
    .reduce((so, n) => so.does(SECRETARY, recordAttendance, coming(n)), called(rule))
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);

test('the secretary records who came: it is the member’s own, the time is a claim, and the member is told', () => {
  const { decision } = called().when(SECRETARY, recordAttendance, coming(3));
  expect(decision).toMatchObject({
    facts: [
      {
        stream: `meeting/${MEETING}`,
        fact: { type: 'MemberPresent', data: { post: post(3) } },
        of: { as: 'committee-member', person: person(3), post: post(3) },
      },
      {
        fact: {
          type: 'RecordEntered',
          data: {
            verb: 'meeting.record-attendance',
            happened: ELSEWHERE.happened,
            people: [{ post: post(3), person: person(3) }],
            recorder: post(7),
          },
        },
      },
    ],
  });
});

test('whoever was recorded as present counts, and whoever left does not: the quorum is counted anew when the item is put', () => {
  const story = [1, 2, 3].reduce((so, n) => so.does(SECRETARY, recordAttendance, coming(n)), called());
  const open = story.does(SECRETARY, openMeeting, [MEETING, {}]);
  expect(open.when(SECRETARY, putItem, [MEETING, {}]).types()).toEqual(['meeting ItemPut']);
  open
    .does(SECRETARY, recordAttendance, leaving(3))
    .when(SECRETARY, putItem, [MEETING, {}])
    .refused('meeting.quorum');
});

test('attendance that makes no sense is refused: nobody’s seat, twice, before coming, after the meeting', () => {
  called().when(SECRETARY, recordAttendance, coming(9)).refused('meeting.seat');
  called()
    .does(SECRETARY, recordAttendance, coming(3))
    .when(SECRETARY, recordAttendance, coming(3))
    .refused('meeting.signed');
  called().when(SECRETARY, recordAttendance, leaving(3)).refused('meeting.present');
  put()
    .does(SECRETARY, recordAttendance, coming(5))
    .when(SECRETARY, recordAttendance, coming(5))
    .refused('meeting.signed');
  const over = called().does(SECRETARY, adjournMeeting, [MEETING, { reason: '改期' }]);
  over.when(SECRETARY, recordAttendance, coming(5)).refused('meeting.signing');
  called().when(OFFICE, recordAttendance, coming(3)).refused('meeting.records');
});

test('a record of the future, or one whose scan is not here, is refused', () => {
  const told = (elsewhere: object) =>
    called().when(SECRETARY, recordAttendance, [
      MEETING,
      { post: post(3), what: 'coming', elsewhere: { ...ELSEWHERE, ...elsewhere } },
    ]);
  told({ happened: '2025-11-21' }).refused('record.happened');
  told({ scan: fileOf('没有') }).refused('file.known');
  expect(told({ scan: fileOf('扫描件') }).types()).toEqual(['meeting MemberPresent', 'record RecordEntered']);
});

test('a vote is recorded of who is present, with the statement under the member’s own key', () => {
  const body = { post: post(2), vote: 'no', statement: '保留意见', elsewhere: ELSEWHERE } as const;
  expect(put().when(SECRETARY, recordVote, [MEETING, body]).decision).toMatchObject({
    facts: [
      {
        fact: { type: 'VoteCast', data: { post: post(2), vote: 'no', notices: [] } },
        of: { person: person(2) },
        sealed: [{ subject: person(2), plain: { statement: '保留意见' } }],
      },
      { fact: { data: { people: [{ post: post(2), person: person(2) }] } } },
    ],
  });
});

test('the chair recorded before the others shows in the vote and on the slip', () => {
  const notices = [{ rule: 'meeting.chair-last', facts: { waiting: 3 } }];
  expect(put().when(SECRETARY, recordVote, cast(1)).decision).toMatchObject({
    facts: [{ fact: { data: { notices } } }, { fact: { data: { notices, holds: [] } } }],
  });
});

test('who comes after the item was put is marked, votes on nothing that was put, and votes when it is put again', () => {
  const late = put().when(SECRETARY, recordAttendance, coming(5));
  expect(late.types()).toEqual(['meeting MemberPresent', 'record RecordEntered']);
  expect(late.decision).toMatchObject({
    notices: [{ rule: 'meeting.signing', facts: { post: post(5) } }],
    facts: [{}, { fact: { data: { holds: [] } } }],
  });
  const story = put({ decides: 'chair' })
    .does(SECRETARY, recordAttendance, coming(5))
    .does(SECRETARY, recordAttendance, leaving(4));
  expect(story.when(SECRETARY, recordVote, cast(5)).types()[0]).toBe('meeting WrittenVoteKept');
  expect(story.when(SECRETARY, recordVote, cast(4)).types()[0]).toBe('meeting VoteCast');
  const again = story.but(`meeting/${MEETING}`, { type: 'ItemPut', data: PUT_AGAIN });
  expect(again.when(SECRETARY, recordVote, cast(5)).types()[0]).toBe('meeting VoteCast');
  expect(again.when(SECRETARY, recordVote, cast(4)).types()[0]).toBe('meeting WrittenVoteKept');
});

test('put again after a void ballot, the quorum is of who is there now', () => {
  const box = (type: string, data: object) => ({ type, data: { ...COUNTS, ...data } });
  const voided = put({ ballot: 'secret' }).but(
    'ballot/new-ballot',
    box('TallyEntered', { post: post(8), person: person(8) }),
    box('TallyConfirmed', { post: post(9) }),
  );
  const story = voided.does(SECRETARY, recordAttendance, coming(5));
  const { decision } = story.when(SECRETARY, putItem, [MEETING, {}]);
  expect(decision).toMatchObject({
    facts: [{ fact: { data: { present: 5 } } }, { fact: { data: { issued: 5 } } }],
  });
  const gone = [2, 3].reduce((so, n) => so.does(SECRETARY, recordAttendance, leaving(n)), voided);
  gone.when(SECRETARY, putItem, [MEETING, {}]).refused('meeting.quorum');
});

test('what an absent member sends in is kept on file with its mark, told, and not counted', () => {
  const body = { post: post(5), vote: 'no', statement: '来信反对', elsewhere: ELSEWHERE } as const;
  const { decision } = put().when(SECRETARY, recordVote, [MEETING, body]);
  expect(decision).toMatchObject({
    notices: [{ rule: 'meeting.present' }],
    facts: [
      {
        fact: { type: 'WrittenVoteKept', data: { post: post(5), vote: 'no' } },
        of: { person: person(5) },
        sealed: [{ subject: person(5), plain: { statement: '来信反对' } }],
      },
      { fact: { data: { holds: [], people: [{ post: post(5), person: person(5) }] } } },
    ],
  });
  const written = put().does(SECRETARY, recordVote, [MEETING, body]);
  written.when(SECRETARY, recordVote, [MEETING, body]).refused('meeting.one-vote');
  const voted = [2, 3, 4, 1].reduce((so, n) => so.does(SECRETARY, recordVote, cast(n)), written);
  expect(voted.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).decision).toMatchObject({
    facts: [{ fact: { data: { sum: { present: 4, yes: 4, no: 0 } } } }, {}, {}, {}],
    notices: [{ rule: 'meeting.present' }, { rule: 'meeting.minutes' }],
  });
});

test('a vote is not recorded twice, in a body that does not vote by name, or before the item is put', () => {
  put()
    .does(SECRETARY, recordVote, cast(2))
    .when(SECRETARY, recordVote, cast(2, 'no'))
    .refused('meeting.one-vote');
  put({ ballot: 'secret' }).when(SECRETARY, recordVote, cast(2)).refused('meeting.ballot');
  put({ ballot: 'hand' }).when(SECRETARY, recordVote, cast(2)).refused('meeting.ballot');
  called().when(SECRETARY, recordVote, cast(2)).refused('meeting.put');
  put().when(SECRETARY, recordVote, cast(9)).refused('meeting.seat');
  put().when(OFFICE, recordVote, cast(2)).refused('meeting.records');
});

test('nothing can be recorded of a meeting that nobody called', () => {
  given({}, { actor: SECRETARY })
    .when(recordVote, ...cast(2))
    .refused('meeting.put');
});

test('whoever left for the item is not recorded as coming', () => {
  const left = called().does(actor(2), recuse, [MEETING, { reason: '有利害关系' }]);
  left.when(SECRETARY, recordAttendance, coming(2)).refused('meeting.recused');
});

test('who comes is whoever holds the seat now, also where the predecessor had come', () => {
  const moved = (story: Story): Story =>
    story.but(
      `org/${INSTITUTION}`,
      { type: 'PostVacated', data: { post: post(3), person: person(3), until: CALL.at } },
      { type: 'PostFilled', data: { post: post(3), person: person(13), from: CALL.at } },
    );
  const seat = { post: post(3), person: person(13), role: 'member' };
  const before = called().does(SECRETARY, recordAttendance, coming(3));
  for (const story of [moved(called()), moved(before)])
    expect(story.when(SECRETARY, recordAttendance, coming(3)).decision).toMatchObject({
      facts: [{ fact: { data: { post: post(3), seat } }, of: { person: person(13) } }, {}],
    });
  moved(called())
    .does(SECRETARY, recordAttendance, coming(3))
    .when(SECRETARY, recordAttendance, coming(3))
    .refused('meeting.signed');
});
