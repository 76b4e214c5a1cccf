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
import { ELSEWHERE } from '../../testing/held-meeting.ts';
import { at, CHAIR, coming, listed, SECRETARY, sitting, SITTING } from '../../testing/sitting-room.ts';
import { INSTITUTION } from '../../testing/given.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { adjournSitting } from '../sitting/open.ts';
import { withdrawItem } from './agenda.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { declareItem } from './declare.ts';
import { nameInterest, recordRecusal } from './interest.ts';
import type { MeetingState } from './meeting.ts';
import { putItem } from './put.ts';
import { recordVote } from './record-vote.ts';
import { recuse, withdrawRecusal } from './recuse.ts';
import { meetingRows } from './rows.ts';
import { castVote } from './vote.ts';

const REASON = { reason: '本人亲属参与投标' };
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const stateOf = (story: Story): MeetingState => {
  const kind = streamKind('meeting');
  return (story.history[`meeting/${MEETING}`] ?? []).reduce(
    (so, fact) => nextState(kind, so, fact).state,
    emptyState(kind),
  ) as MeetingState;
};
const called = (rule: object = {}): Story => council(rule).does(SECRETARY, callMeeting, [MEETING, CALL]);
const present = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' }]), story);
const opened = (story: Story, ...members: readonly number[]): Story =>
  present(story, ...members).does(SECRETARY, openMeeting, [MEETING, {}]);
const put = (story: Story): Story => story.does(CHAIR, putItem, [MEETING, {}]);
const last = (story: Story) => story.history[`meeting/${MEETING}`]?.at(-1)?.data;

test('a member leaves for the item: the post and the person are stated, the reason is sealed', () => {
  const data = { post: post(2), person: person(2), kind: 'declared', notices: [] };
  const when = called().when(actor(2), recuse, [MEETING, REASON]);
  when.then([{ stream: `meeting/${MEETING}`, type: 'MemberRecused', data }]);
  expect(when.decision).toMatchObject({ facts: [{ sealed: [{ subject: person(2), plain: REASON }] }] });
});

test('before the item is put, once, and by a member', () => {
  const left = called().does(actor(2), recuse, [MEETING, REASON]);
  left.when(actor(2), recuse, [MEETING, REASON]).refused('meeting.recused');
  called().when(actor(7), recuse, [MEETING, REASON]).refused('meeting.seat');
  const story = put(opened(called(), 1, 2, 3, 4));
  story.when(actor(2), recuse, [MEETING, REASON]).refused('meeting.before-put');
});

test('who left is not there, signs in no more, owes nothing and does not vote; nobody votes instead', () => {
  const left = opened(called(), 1, 2, 3, 4).does(actor(2), recuse, [MEETING, REASON]);
  expect(stateOf(left).context.present).toEqual([1, 3, 4].map(post));
  left.when(actor(2), signIn, [MEETING, { by: 'room' }]).refused('meeting.recused');
  const open = called().does(actor(2), recuse, [MEETING, REASON]);
  expect(meetingRows(MEETING, stateOf(open)).obligations.map(({ holder }) => holder)).not.toContain(
    `post:${post(2)}`,
  );
  const voting = put(left);
  voting.when(actor(2), castVote, [MEETING, { vote: 'yes' }]).refused('meeting.recused');
  voting.when({ ...actor(3), post: post(2) }, castVote, [MEETING, { vote: 'yes' }]).refused('meeting.seat');
  voting
    .when(SECRETARY, recordVote, [MEETING, { post: post(2), vote: 'yes', elsewhere: ELSEWHERE }])
    .refused('meeting.recused');
});

// Six with a vote, quorum half, more than half of those entitled in favour.
test('the base and the quorum are those of who is left, and the sum states it', () => {
  const entitled = {
    quorum: { base: 'entitled', num: 1, den: 2, inclusive: true },
    pass: { base: 'entitled', num: 1, den: 2, strict: true },
  };
  const voted = (rule: object): Story =>
    [3, 4, 1].reduce(
      (so, n) => so.does(actor(n), castVote, [MEETING, { vote: 'yes' }]),
      put(opened(called(rule).does(actor(2), recuse, [MEETING, REASON]), 1, 3, 4)),
    );
  const declared = voted(entitled).does(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  expect(last(declared)).toMatchObject({
    outcome: 'passed',
    sum: { all: 6, recused: 1, present: 3, base: 5, need: 3, zh: '全体6，回避1，实到3≥3 ✓；赞成3>2 ✓' },
  });
  const kept = voted({ ...entitled, recusal: 'keep' }).does(SECRETARY, declareItem, [
    MEETING,
    { minutes: null },
  ]);
  expect(last(kept)).toMatchObject({ outcome: 'not-passed', sum: { all: 6, recused: 1, base: 6, need: 4 } });
});

test('it is taken back before the item is put: by the member, or by the secretary what the secretary recorded', () => {
  const left = called().does(actor(2), recuse, [MEETING, REASON]);
  left
    .when(SECRETARY, withdrawRecusal, [MEETING, { ...REASON, post: post(2) }])
    .refused('meeting.recused-oneself');
  left.when(actor(3), withdrawRecusal, [MEETING, REASON]).refused('meeting.recused-oneself');
  const back = left.does(actor(2), withdrawRecusal, [MEETING, REASON]);
  expect(stateOf(present(back, 2)).context.present).toEqual([post(2)]);
  const entered = called().does(SECRETARY, recordRecusal, [
    MEETING,
    { ...REASON, post: post(3), elsewhere: ELSEWHERE },
  ]);
  const again = entered.does(SECRETARY, withdrawRecusal, [MEETING, { ...REASON, post: post(3) }]);
  expect(stateOf(again).context.recusals).toEqual([]);
  put(opened(called(), 1, 2, 3))
    .when(actor(2), withdrawRecusal, [MEETING, REASON])
    .refused('meeting.before-put');
});

test('the secretary records it of a member, who is told', () => {
  const recording = { ...REASON, post: post(3), elsewhere: ELSEWHERE };
  const when = called().when(SECRETARY, recordRecusal, [MEETING, recording]);
  expect(when.types()).toEqual(['meeting MemberRecused', 'record RecordEntered']);
  expect(when.decision).toMatchObject({
    facts: [
      { of: { person: person(3), post: post(3) }, fact: { data: { kind: 'recorded' } } },
      { fact: { data: { people: [{ post: post(3), person: person(3) }], holds: [] } } },
    ],
  });
  called().when(actor(2), recordRecusal, [MEETING, recording]).refused('meeting.records');
  called()
    .when(SECRETARY, recordRecusal, [MEETING, { ...recording, post: post(9) }])
    .refused('meeting.seat');
  const left = called().does(actor(3), recuse, [MEETING, REASON]);
  left.when(SECRETARY, recordRecusal, [MEETING, recording]).refused('meeting.recused');
});

test('somebody named as interested who stays stands against the put, or shows, as the body weighs it', () => {
  const naming = { post: post(3), interested: true, ...REASON };
  const named = (rule: object = {}): Story =>
    opened(called(rule), 1, 2, 3, 4).does(OFFICE, nameInterest, [MEETING, naming]);
  expect(called().when(OFFICE, nameInterest, [MEETING, naming]).decision).toMatchObject({
    facts: [{ sealed: [{ subject: person(3), plain: REASON }] }],
  });
  const blocked = named().when(CHAIR, putItem, [MEETING, {}]);
  blocked.refused('meeting.recusal');
  expect(blocked.decision).toMatchObject({
    refusal: { facts: { posts: [post(3)] }, basis: expect.any(String) },
  });
  const weighed = (effect: string) => ({ rules: { 'meeting.recusal': { effect, reason: '本院议事规则' } } });
  expect(last(put(named(weighed('warn'))))).toMatchObject({ notices: [{ rule: 'meeting.recusal' }] });
  expect(last(put(named(weighed('off'))))).toMatchObject({ notices: [] });
  expect(last(put(named().does(actor(3), recuse, [MEETING, REASON])))).toMatchObject({ present: 3 });
  const not = named().does(SECRETARY, nameInterest, [MEETING, { ...naming, interested: false }]);
  expect(last(put(not))).toMatchObject({ present: 4 });
});

test('naming is for the office, the secretary or whoever presides, of a member, before the put', () => {
  const naming = { post: post(3), interested: true, ...REASON };
  called().when(actor(4), nameInterest, [MEETING, naming]).refused('meeting.runs');
  called().when(head(1), nameInterest, [MEETING, naming]).refused('meeting.runs');
  called()
    .when(OFFICE, nameInterest, [MEETING, { ...naming, post: post(9) }])
    .refused('meeting.seat');
  put(opened(called(), 1, 2, 3))
    .when(OFFICE, nameInterest, [MEETING, naming])
    .refused('meeting.before-put');
});

test('in a sitting who left for one item is there for the others', () => {
  const left = at(sitting(listed(), 1, 2, 3, 4).does(actor(2), recuse, [MEETING, REASON]), 2);
  expect(stateOf(left).context.present).toEqual([1, 3, 4].map(post));
  expect(last(put(left))).toMatchObject({ present: 3, there: { posts: [1, 3, 4].map(post) } });
});

test('carried over, who left for the item stays away from it', () => {
  const carried = sitting(listed(), 1, 2, 3)
    .does(actor(2), recuse, [MEETING, REASON])
    .does(SECRETARY, adjournSitting, [SITTING, { reason: '散会' }]);
  expect(stateOf(carried).context.recusals).toHaveLength(1);
  carried.when(actor(2), signIn, [MEETING, { by: 'room' }]).refused('meeting.recused');
});

// One human, one voice: who holds two seats and leaves in one has left in both.
test('a second seat of the same person neither votes nor signs in', () => {
  const doubled = [
    { type: 'PostVacated', data: { post: post(5), person: person(5), until: CALL.at } },
    { type: 'PostFilled', data: { post: post(5), person: person(2), from: CALL.at } },
  ];
  const story = council()
    .but(`org/${INSTITUTION}`, ...doubled)
    .does(SECRETARY, callMeeting, [MEETING, CALL])
    .does(actor(2), recuse, [MEETING, REASON]);
  story.when({ ...actor(5), person: person(2) }, signIn, [MEETING, { by: 'room' }]).refused('meeting.seat');
  expect(last(put(opened(story, 1, 3, 4)))).toMatchObject({ all: 5, present: 3 });
});

test('coming in a sitting is not refused to who is recused from an item of it', () => {
  expect(
    coming(listed().does(actor(2), recuse, [MEETING, REASON]), 2).history[`sitting/${SITTING}`]?.at(-1)?.type,
  ).toBe('MovementNoted');
});

test('nor does a chair who left take the item back', () => {
  const left = called().does(CHAIR, recuse, [MEETING, REASON]);
  left.when(CHAIR, withdrawItem, [MEETING, REASON]).refused('meeting.recused');
  called().when(CHAIR, withdrawItem, [MEETING, REASON]).refused('meeting.outcome');
});
