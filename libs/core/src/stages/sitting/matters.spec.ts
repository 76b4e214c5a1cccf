import { BODY, CALL, lastOf, meetingOf, owed, sittingOf } from '../../testing/called-sitting.ts';
import { actor, council, head, MEETING, person, post } from '../../testing/council.ts';
import { INSTITUTION } from '../../testing/given.ts';
import {
  AT,
  at,
  CHAIR,
  coming,
  leaving,
  listed,
  NEXT,
  OTHER_MEETING,
  SECRETARY,
  SITTING,
  sitting,
} from '../../testing/sitting-room.ts';
import { adjournMeeting } from '../meeting/attend.ts';
import { callMeeting } from '../meeting/call.ts';
import { declareItem } from '../meeting/declare.ts';
import { putItem } from '../meeting/put.ts';
import { meetingRows } from '../meeting/rows.ts';
import { castVote } from '../meeting/vote.ts';
import { arrive } from './arrive.ts';
import { callSitting } from './call.ts';
import { carryOver } from './carry-over.ts';
import { adjournSitting } from './open.ts';
import { sittingRows } from './rows.ts';
import { noteItem, takeUp } from './take-up.ts';

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
