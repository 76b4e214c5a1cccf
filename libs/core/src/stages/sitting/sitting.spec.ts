import {
  actor,
  CASE,
  council,
  head,
  MEETING,
  OFFICE,
  person,
  post,
  type Story,
} from '../../testing/council.ts';
import { INSTITUTION, uuid } from '../../testing/given.ts';
import {
  AT,
  at,
  CHAIR,
  coming,
  leaving,
  listed,
  NEXT,
  OTHER_MEETING,
  PLACE,
  SECRETARY,
  SITTING,
  sitting,
} from '../../testing/sitting-room.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { adjournMeeting, openMeeting, signIn } from '../meeting/attend.ts';
import { callMeeting } from '../meeting/call.ts';
import { declareItem } from '../meeting/declare.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { putItem } from '../meeting/put.ts';
import { recordAttendance } from '../meeting/record-member.ts';
import { meetingRows } from '../meeting/rows.ts';
import { castVote } from '../meeting/vote.ts';
import { ELSEWHERE } from '../../testing/held-meeting.ts';
import { arrive, leave } from './arrive.ts';
import { callSitting } from './call.ts';
import { carryOver } from './carry-over.ts';
import { adjournSitting, openSitting } from './open.ts';
import { sittingRows } from './rows.ts';
import type { SittingState } from './sitting.ts';
import { noteItem, takeUp } from './take-up.ts';

const BODY = { body: 'council', at: AT, place: PLACE, titles: ['人事事项', '预算'] };
const CALL = { case: CASE, stage: 'adopt', at: AT, place: PLACE };

function stateOf(story: Story, name: `sitting/${string}` | `meeting/${string}`) {
  const kind = streamKind(name.startsWith('sitting') ? 'sitting' : 'meeting');
  return (story.history[name] ?? []).reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
}
const sittingOf = (story: Story) => stateOf(story, `sitting/${SITTING}`) as SittingState;
const meetingOf = (story: Story, id = MEETING) => stateOf(story, `meeting/${id}`) as MeetingState;
const lastOf = (story: Story, stream: string) => story.history[stream]?.at(-1);
const owed = (story: Story): readonly string[] =>
  sittingRows(SITTING, sittingOf(story)).obligations.map(({ verb, holder }) => `${verb} ${holder}`);

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

test('the quorum is counted when each item is put: the first stands, the second waits for those who left', () => {
  const first = at(sitting(listed(), 1, 2, 3, 4), 2).does(CHAIR, putItem, [MEETING, {}]);
  const voted = [2, 3, 4, 1].reduce(
    (so, n) => so.does(actor(n), castVote, [MEETING, { vote: 'yes' }]),
    first,
  );
  const declared = voted.does(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  expect(meetingOf(declared).context.outcome).toBe('passed');
  const fewer = at(leaving(declared, 3, 4), 3);
  const { decision } = fewer.when(CHAIR, putItem, [OTHER_MEETING, {}]);
  expect(decision).toMatchObject({ refusal: { rule: 'meeting.quorum', needs: { zh: '还需1人到会' } } });
  const returned = coming(fewer, 4).does(CHAIR, putItem, [OTHER_MEETING, {}]);
  expect(lastOf(returned, `meeting/${OTHER_MEETING}`)).toMatchObject({
    type: 'ItemPut',
    data: { all: 6, present: 3, need: 3, there: { posts: [1, 2, 4].map(post), remote: [] } },
  });
});

test('who arrives after the put does not vote on it', () => {
  const put = at(sitting(listed(), 1, 2, 3), 2).does(CHAIR, putItem, [MEETING, {}]);
  coming(put, 4)
    .when(actor(4), castVote, [MEETING, { vote: 'yes' }])
    .refused('meeting.present');
});

test('one matter at a time, in the order of the agenda or with a mark', () => {
  const open = sitting(listed(), 1, 2, 3);
  const { decision } = open.when(SECRETARY, takeUp, [SITTING, { no: 3 }]);
  expect(decision).toMatchObject({ notices: [{ rule: 'sitting.order', facts: { no: 3, over: [1, 2] } }] });
  const put = at(open, 2).does(CHAIR, putItem, [MEETING, {}]);
  put.when(SECRETARY, takeUp, [SITTING, { no: 3 }]).refused('sitting.one-at-a-time');
  open.when(SECRETARY, takeUp, [SITTING, { no: 1 }]).refused('sitting.item');
  listed()
    .when(SECRETARY, takeUp, [SITTING, { no: 2 }])
    .refused('sitting.stands');
  const again = at(coming(at(open, 2), 4), 2);
  expect(meetingOf(again).context.present).toEqual([1, 2, 3, 4].map(post));
});

test('two items that were come to are not put at the same time', () => {
  const both = at(at(sitting(listed(), 1, 2, 3), 2), 3).does(CHAIR, putItem, [MEETING, {}]);
  both.when(CHAIR, putItem, [OTHER_MEETING, {}]).refused('sitting.one-at-a-time');
});

test('an item that was taken back is passed over, and nobody owes it any more', () => {
  const gone = sitting(listed(), 1, 2, 3)
    .does(SECRETARY, noteItem, [SITTING, { no: 1, words: '同意', count: null }])
    .does(SECRETARY, adjournMeeting, [MEETING, { reason: '另行召集' }]);
  expect(owed(gone)).toEqual(['sitting.take-up secretary@council']);
  expect(gone.when(SECRETARY, takeUp, [SITTING, { no: 3 }]).decision).toMatchObject({ notices: [] });
  const over = gone.when(SECRETARY, takeUp, [SITTING, { no: 2 }]);
  expect(over.types()).toEqual(['sitting SittingItemTaken']);
  expect(over.decision).toMatchObject({ notices: [{ rule: 'sitting.item-over', facts: { no: 2 } }] });
  const next = at(at(gone, 2), 3);
  expect(meetingOf(next, OTHER_MEETING).value).toBe('open');
  expect(owed(next)).toEqual(['sitting.adjourn secretary@council']);
  next.when(SECRETARY, takeUp, [SITTING, { no: 2 }]).refused('sitting.item');
});

test('an agenda takes sixty items and no more, each of which can be come to', () => {
  const titles = Array.from({ length: 60 }, (_, i) => `事项${i + 1}`);
  const called = council().does(SECRETARY, callSitting, [SITTING, { ...BODY, titles }]);
  called
    .when(SECRETARY, callMeeting, [MEETING, { ...CALL, sitting: { id: SITTING } }])
    .refused('sitting.full');
  const placed = { ...CALL, sitting: { id: SITTING, no: 60 } };
  expect(called.when(SECRETARY, callMeeting, [MEETING, placed]).types()).toContain(
    'sitting SittingItemListed',
  );
});

test('of another matter only what came of it is noted', () => {
  const open = sitting(listed(), 1, 2, 3);
  const result = { no: 1, words: '研究同意', count: { yes: 3, no: 0, abstain: 0 } };
  const { no, words, count } = result;
  expect(open.when(SECRETARY, noteItem, [SITTING, result]).decision).toEqual({
    facts: [
      {
        stream: `sitting/${SITTING}`,
        fact: { type: 'SittingItemNoted', data: { no, count } },
        sealed: [{ subject: person(7), plain: { no, words } }],
      },
    ],
  });
  open.when(SECRETARY, noteItem, [SITTING, { ...result, no: 2 }]).refused('sitting.item');
  open.when(head(1), noteItem, [SITTING, result]).refused('meeting.runs');
  listed().when(SECRETARY, noteItem, [SITTING, result]).refused('sitting.stands');
});

test('adjourned: what was not decided is carried over on its papers, and heard at the next sitting', () => {
  const adjourned = at(sitting(listed(), 1, 2, 3), 2).does(SECRETARY, adjournSitting, [
    SITTING,
    { reason: '人数不足' },
  ]);
  expect(sittingOf(adjourned).context.carried).toEqual([`meeting/${MEETING}`, `meeting/${OTHER_MEETING}`]);
  const carried = meetingOf(adjourned);
  expect([carried.value, carried.context.sitting, carried.context.present]).toEqual(['called', null, []]);
  expect(carried.context.item).toEqual(meetingOf(listed()).context.item);
  expect(meetingRows(MEETING, carried).obligations.map(({ verb }) => verb)).toEqual(['meeting.carry-over']);
  const again = adjourned
    .does(SECRETARY, callSitting, [NEXT, { ...BODY, at: '2025-11-25T02:00:00.000Z', titles: [] }])
    .does(SECRETARY, carryOver, [MEETING, { sitting: { id: NEXT } }]);
  expect(lastOf(again, `sitting/${NEXT}`)).toMatchObject({ data: { no: 1, meeting: `meeting/${MEETING}` } });
  expect(meetingOf(again).context).toMatchObject({
    sitting: `sitting/${NEXT}`,
    at: '2025-11-25T02:00:00.000Z',
  });
  again.when(SECRETARY, carryOver, [MEETING, { sitting: { id: NEXT } }]).refused('sitting.carried');
  again.when(head(1), carryOver, [OTHER_MEETING, { sitting: { id: NEXT } }]).refused('meeting.calls');
  again.when(SECRETARY, carryOver, [OTHER_MEETING, { sitting: { id: SITTING } }]).refused('sitting.stands');
});

test('it is not adjourned over an item that was put', () => {
  const put = at(sitting(listed(), 1, 2, 3), 2).does(CHAIR, putItem, [MEETING, {}]);
  put.when(SECRETARY, adjournSitting, [SITTING, { reason: '散会' }]).refused('sitting.undecided');
  put.when(head(1), adjournSitting, [SITTING, { reason: '散会' }]).refused('meeting.runs');
});

test('who owes what: members come, the secretary opens, comes to the items, adjourns', () => {
  expect(owed(coming(listed(), 1, 2, 3, 4, 5))).toEqual([
    `sitting.arrive post:${post(6)}`,
    'sitting.open secretary@council',
  ]);
  const open = sitting(listed(), 1, 2, 3);
  expect(owed(open)).toEqual(['sitting.note-item secretary@council']);
  const noted = open.does(SECRETARY, noteItem, [SITTING, { no: 1, words: '同意', count: null }]);
  expect(owed(noted)).toEqual(['sitting.take-up secretary@council']);
  expect(owed(at(at(noted, 2), 3))).toEqual(['sitting.adjourn secretary@council']);
  expect(meetingRows(MEETING, meetingOf(listed())).obligations).toEqual([]);
  expect(sittingRows(SITTING, sittingOf(open)).item).toMatchObject({ case: null, label: '委员会（会次）' });
});

test('a successor in a post comes on the own account, and a predecessor’s coming is not the successor’s', () => {
  const changed: readonly { type: string; data: object }[] = [
    { type: 'PostVacated', data: { post: post(3), person: person(3), until: AT } },
    { type: 'PostFilled', data: { post: post(3), person: person(33), from: AT } },
  ];
  const open = at(sitting(listed(), 1, 2, 3, 4), 2).but(`org/${INSTITUTION}`, ...changed);
  const put = open.does(CHAIR, putItem, [MEETING, {}]);
  expect(lastOf(put, `meeting/${MEETING}`)).toMatchObject({
    data: {
      present: 3,
      there: { posts: [1, 2, 4].map(post) },
      changes: { left: [], come: [{ post: post(3), person: person(33), role: 'member' }] },
    },
  });
  const successor = { ...actor(3), person: person(33) };
  const came = open.does(successor, arrive, [SITTING, { by: 'room' }]).does(CHAIR, putItem, [MEETING, {}]);
  came.when(actor(3), castVote, [MEETING, { vote: 'yes' }]).refused('meeting.seat');
  expect(came.when(successor, castVote, [MEETING, { vote: 'yes' }]).types()).toEqual(['meeting VoteCast']);
});
