import { actor, CASE, council, person, post } from '../../testing/council.ts';
import { broken, counted, held, HELD, ROUTED, SECRETARY, voted } from '../../testing/held-meeting.ts';
import { INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { adjournMeeting } from './attend.ts';
import { callMeeting } from './call.ts';
import type { RecordMeeting } from './held.ts';
import { nameInterest } from './interest.ts';
import { recuse } from './recuse.ts';

const HAND = { ballot: 'hand' };
const ADVISORY = { ...ROUTED, with: { body: 'council', subject: 'scheme', binds: false } };
const ALONE: Partial<RecordMeeting> = { present: [post(1)], votes: voted([1, 'yes']) };
const hands = (yes: number, no = 0, abstain = 0) => ({ yes, no, abstain, invalid: 0 });
const sumOf = (more: Partial<RecordMeeting>, story = council({}, ROUTED)) => {
  const { decision } = held(more, story);
  const data = 'facts' in decision ? decision.facts[0]?.fact.data : {};
  return (data as { sum?: { zh?: string } }).sum?.zh;
};

test('应到 is the roll, whatever the record says: one of six is no quorum', () => {
  expect(broken({ ...ALONE, all: 1 })).toEqual(['meeting.quorum!', 'meeting.majority!', 'meeting.roll!']);
  expect(sumOf({ ...ALONE, all: 1 })).toBe('全体6，实到1≥3 ✗');
  expect(held({ ...ALONE, all: 1 }).decision).toMatchObject({
    facts: [{ fact: { data: { attended: { all: 1, present: 1 } } } }, {}, {}, {}, {}, {}, {}],
  });
});

test('posts off the roll are neither present nor vote', () => {
  const strangers = [11, 12, 13, 14, 15];
  const votes = [...voted([1, 'yes']), ...strangers.map((n) => ({ post: post(n), vote: 'yes' as const }))];
  const forged = { present: [1, ...strangers].map(post), votes };
  expect(broken(forged)).toEqual([
    'meeting.quorum!',
    'meeting.majority!',
    'meeting.roll!',
    'meeting.chair-last',
  ]);
  expect(sumOf(forged)).toBe('全体6，实到1≥3 ✗');
  expect(broken(counted({ presentCount: 5, votes: votes.slice(1) }))).toEqual([
    'meeting.majority!',
    'meeting.roll!',
  ]);
});

test('more people, or more hands, than the roll has seats', () => {
  const hundred = counted({ presentCount: 100, tally: hands(40, 40) });
  expect(broken(hundred, council(HAND, ROUTED))).toEqual(['meeting.majority!', 'meeting.roll!']);
  expect(sumOf(hundred, council(HAND, ROUTED))).toBe('全体6，实到6≥3 ✓；赞成0>3 ✗');
  const guests = { ...counted({ tally: hands(4, 0, 2) }), present: [1, 2, 3, 4, 18, 19].map(post) };
  expect(sumOf(guests, council(HAND, ROUTED))).toBe('全体6，实到4≥3 ✓；赞成2>3 ✗');
});

test('a person who holds two posts of the roll is one voice', () => {
  const org = `org/${INSTITUTION}`;
  const twice = council({}, ROUTED).but(
    org,
    { type: 'PostVacated', data: { post: post(3), person: person(3), until: '2025-11-01T00:00:00.000Z' } },
    { type: 'PostFilled', data: { post: post(3), person: person(2), from: '2025-11-02T00:00:00.000Z' } },
  );
  const both = { present: [2, 3].map(post), votes: voted([2, 'yes'], [3, 'yes']), chair: post(2) };
  expect(sumOf(both, twice)).toBe('全体5，实到1≥3 ✗');
  expect(broken({ ...both, all: 5 }, twice)).toContain('meeting.roll!');
});

test('a roll that differs shows where nothing is decided or bound, and a body may weigh it', () => {
  expect(broken({ ...ALONE, all: 1, outcome: 'deferred', reason: '再议' })).toEqual(['meeting.roll']);
  expect(broken({ all: 7 }, council({}, ADVISORY))).toEqual(['meeting.roll']);
  expect(broken({ all: 7 })).toEqual(['meeting.roll!']);
  expect(broken({ all: 7 }, council({ recorded: { roll: 'warn' } }, ROUTED))).toEqual(['meeting.roll']);
});

test('another text than the current one goes on by exemption alone; a body may weigh it', () => {
  const slipOf = (more: Partial<RecordMeeting>, rule: object = {}) => {
    const { decision } = held(more, council(rule, ROUTED));
    const facts = 'facts' in decision ? decision.facts : [];
    return facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data;
  };
  const text = refOf('附件');
  const two = { present: [1, 2].map(post), votes: voted([2, 'yes'], [1, 'yes']), text };
  expect(slipOf(two)).toMatchObject({
    holds: ['meeting.quorum', 'meeting.majority', 'meeting.current-text'],
    exemptOnly: ['meeting.current-text'],
  });
  expect(slipOf({ text }, { recorded: { 'current-text': 'warn' } })).toMatchObject({
    holds: [],
    exemptOnly: [],
  });
});

test('a yes of which nobody says to which text holds a gate, unless the body was called here on that text', () => {
  const untold = { text: undefined };
  expect(broken(untold)).toEqual(['meeting.text-shown!']);
  expect(broken(untold, council({}, ADVISORY))).toEqual(['meeting.text-shown']);
  expect(broken(untold, council({ recorded: { 'text-shown': 'warn' } }, ROUTED))).toEqual([
    'meeting.text-shown',
  ]);
  const call = { case: CASE, stage: 'adopt', at: HELD.at, place: '会议室' };
  const called = council({}, ROUTED).does(SECRETARY, callMeeting, [uuid(77), call]);
  expect(broken(untold, called)).toEqual(['meeting.text-shown', 'meeting.called-already']);
  const over = called.does(actor(7), adjournMeeting, [uuid(77), { reason: '改期' }]);
  expect(broken(untold, over)).toEqual(['meeting.text-shown!']);
  const moved = {
    ...over.history[`meeting/${uuid(77)}`]?.[0],
    type: 'MeetingCalled',
    data: {
      ...over.history[`meeting/${uuid(77)}`]?.[0]?.data,
      item: { subject: 'scheme', text: refOf('旧稿') },
    },
  };
  expect(broken(untold, called.with(`meeting/${uuid(77)}`, moved))).toContain('meeting.text-shown!');
});

test('whoever left for the item in one post is not there in another', () => {
  const twoSeats = council({}, ROUTED).but(
    `org/${INSTITUTION}`,
    { type: 'PostVacated', data: { post: post(6), person: person(6), until: '2025-11-01T00:00:00.000Z' } },
    { type: 'PostFilled', data: { post: post(6), person: person(5), from: '2025-11-01T00:00:00.000Z' } },
  );
  const record: Partial<RecordMeeting> = {
    present: [1, 2, 3, 4, 6].map(post),
    recused: [post(5)],
    votes: voted([2, 'no'], [3, 'no'], [4, 'yes'], [6, 'yes'], [1, 'yes']),
  };
  expect(sumOf(record, twoSeats)).toBe('全体5，回避1，实到4≥3 ✓；赞成2>2 ✗');
  expect(broken(record, twoSeats)).toContain('meeting.majority!');
});

test('who was recused or named as interested when it was called here is not recorded as taking part unnoticed', () => {
  const called = council({}, ROUTED).does(SECRETARY, callMeeting, [
    uuid(50),
    { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' },
  ]);
  const left = called.does(actor(2), recuse, [uuid(50), { reason: '有利害关系' }]);
  expect(broken({}, left)).toContain('meeting.recusal!');
  const named = called.does(SECRETARY, nameInterest, [
    uuid(50),
    { post: post(3), interested: true, reason: '亲属' },
  ]);
  expect(broken({}, named)).toContain('meeting.recusal!');
  expect(broken({}, called)).not.toContain('meeting.recusal!');
});
