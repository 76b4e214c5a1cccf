import { BODY, CALL, lastOf, meetingOf, sittingOf } from '../../testing/called-sitting.ts';
import { actor, council, head, MEETING, OFFICE, person, post, type Story } from '../../testing/council.ts';
import { INSTITUTION, uuid } from '../../testing/given.ts';
import { ELSEWHERE } from '../../testing/held-meeting.ts';
import {
  at,
  coming,
  listed,
  OTHER_MEETING,
  SECRETARY,
  SITTING,
  sitting,
} from '../../testing/sitting-room.ts';
import { openMeeting, signIn } from '../meeting/attend.ts';
import { callMeeting } from '../meeting/call.ts';
import { recordAttendance } from '../meeting/record-attendance.ts';
import { arrive, leave } from './arrive.ts';
import { callSitting } from './call.ts';
import { adjournSitting, openSitting } from './open.ts';
import { noteItem } from './take-up.ts';

test('a sitting is called with a roll and numbers; titles are sealed', () => {
  const { decision } = council().when(SECRETARY, callSitting, [SITTING, BODY]);
  expect(decision).toMatchObject({
    facts: [
      {
        fact: { type: 'SittingCalled', data: { bodyKey: 'council', title: '委员会', items: 2 } },
        sealed: [{ subject: person(7), plain: { agenda: BODY.titles } }],
      },
    ],
  });
  expect(JSON.stringify('facts' in decision ? decision.facts[0]?.fact : '')).not.toContain('预算');
});

test('it is called by the office or the secretary, of a body that exists, once', () => {
  expect(council().when(OFFICE, callSitting, [SITTING, BODY]).types()).toEqual(['sitting SittingCalled']);
  council().when(head(1), callSitting, [SITTING, BODY]).refused('sitting.calls');
  council()
    .when(SECRETARY, callSitting, [SITTING, { ...BODY, body: 'nobody' }])
    .refused('meeting.roll');
  const empty = { type: 'BodyFormed', data: { body: uuid(500), key: 'council', name: '委员会', seats: [] } };
  council()
    .but(`org/${INSTITUTION}`, empty)
    .when(OFFICE, callSitting, [SITTING, BODY])
    .refused('meeting.roll');
  listed().when(SECRETARY, callSitting, [SITTING, BODY]).refused('sitting.new');
});

test('items of ours take their places: the next after the end, or one that is named', () => {
  expect(sittingOf(listed()).context.items.map(({ no, meeting }) => [no, meeting])).toEqual([
    [1, null],
    [2, `meeting/${MEETING}`],
    [3, `meeting/${OTHER_MEETING}`],
  ]);
  const called = council().does(SECRETARY, callSitting, [SITTING, BODY]);
  const first = called.does(SECRETARY, callMeeting, [MEETING, { ...CALL, sitting: { id: SITTING, no: 1 } }]);
  expect(sittingOf(first).context.items.map(({ meeting }) => meeting !== null)).toEqual([true, false]);
  expect(meetingOf(first).context.sitting).toBe(`sitting/${SITTING}`);
});

test('an item is not listed in another body’s sitting, at another time, in a place that is taken, or when it is over', () => {
  const calling = (story: Story, more: object = {}, no?: number) =>
    story.when(SECRETARY, callMeeting, [
      MEETING,
      { ...CALL, ...more, sitting: { id: SITTING, ...(no === undefined ? {} : { no }) } },
    ]);
  const called = council().does(SECRETARY, callSitting, [SITTING, BODY]);
  calling(council()).refused('sitting.stands');
  calling(called, { at: '2025-11-20T03:00:00.000Z' }).refused('sitting.time');
  calling(called, {}, 4).refused('sitting.place');
  calling(called.does(SECRETARY, adjournSitting, [SITTING, { reason: '另行召集' }])).refused(
    'sitting.stands',
  );
  const noted = called
    .does(actor(1), arrive, [SITTING, { by: 'room' }])
    .does(SECRETARY, openSitting, [SITTING, {}])
    .does(SECRETARY, noteItem, [SITTING, { no: 1, words: '同意', count: null }]);
  calling(noted, {}, 1).refused('sitting.place');
  expect(calling(noted, {}, 2).types()).toContain('sitting SittingItemListed');
  const other = [
    {
      type: 'SittingCalled',
      data: { ...BODY, body: uuid(7), bodyKey: 'other', title: '其他', roll: [], items: 0 },
    },
  ];
  calling(council().with(`sitting/${SITTING}`, ...other)).refused('sitting.body');
});

test('the member comes and leaves, or the secretary notes it, each with the moment', () => {
  const data = {
    post: post(2),
    person: person(2),
    what: 'came',
    by: 'room',
    entered: 'self',
    enteredBy: post(2),
  };
  listed()
    .when(actor(2), arrive, [SITTING, { by: 'room' }])
    .then([
      {
        stream: `sitting/${SITTING}`,
        type: 'MovementNoted',
        data: { ...data, at: '2025-11-20T02:00:00.000Z' },
      },
    ]);
  const { decision } = listed().when(SECRETARY, arrive, [SITTING, { post: post(3), by: 'video' }]);
  expect(decision).toMatchObject({
    facts: [{ fact: { data: { post: post(3), entered: 'secretary', enteredBy: post(7), by: 'video' } } }],
  });
  const came = coming(listed(), 2);
  came.when(actor(2), arrive, [SITTING, { by: 'room' }]).refused('meeting.signed');
  came.when(actor(3), leave, [SITTING, {}]).refused('meeting.present');
  listed()
    .when(actor(8), arrive, [SITTING, { by: 'room' }])
    .refused('meeting.seat');
  listed()
    .when(actor(2), arrive, [SITTING, { post: post(3), by: 'room' }])
    .refused('meeting.secretary');
  listed()
    .when(SECRETARY, arrive, [SITTING, { post: post(9), by: 'room' }])
    .refused('meeting.roll');
});

test('it opens when one of its items could be put, and shows the sum otherwise', () => {
  const { decision } = coming(listed(), 1, 2).when(SECRETARY, openSitting, [SITTING, {}]);
  expect(decision).toMatchObject({
    refusal: {
      rule: 'meeting.quorum',
      said: { zh: '未达到法定人数：全体6，实到2<3' },
      needs: { zh: '还需1人到会' },
    },
  });
  expect(lastOf(sitting(listed(), 1, 2, 3), `sitting/${SITTING}`)).toMatchObject({
    type: 'SittingOpened',
    data: { all: 6, present: 3 },
  });
  coming(listed(), 1, 2, 3).when(head(1), openSitting, [SITTING, {}]).refused('meeting.runs');
});

test('a meeting that is an item takes who is there from its sitting', () => {
  listed()
    .when(actor(2), signIn, [MEETING, { by: 'room' }])
    .refused('sitting.attends');
  listed().when(SECRETARY, openMeeting, [MEETING, {}]).refused('sitting.attends');
  listed()
    .when(SECRETARY, recordAttendance, [MEETING, { post: post(2), what: 'coming', elsewhere: ELSEWHERE }])
    .refused('sitting.attends');
  const taken = at(sitting(listed(), 1, 2, 3, 4), 2);
  expect(meetingOf(taken).value).toBe('open');
  expect(meetingOf(taken).context.present).toEqual([1, 2, 3, 4].map(post));
});
