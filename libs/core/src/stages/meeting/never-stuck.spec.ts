import fc from 'fast-check';
import { actor, CASE, council, MEETING, post, type Story } from '../../testing/council.ts';
import { at, CHAIR, listed, SECRETARY, SITTING } from '../../testing/sitting-room.ts';
import { countHeads } from '../../testing/vote-by-heads.ts';
import { arrive, leave } from '../sitting/arrive.ts';
import { openSitting } from '../sitting/open.ts';
import { adjournMeeting, openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { putItem } from './put.ts';
import { recuse } from './recuse.ts';
import { referItem } from './refer.ts';

const MEMBERS = [1, 2, 3, 4, 5, 6];
const NO_VOTES = { all: MEMBERS.length, yes: 0, no: 0, abstain: 0, invalid: 0 };
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const REASON = { reason: '有利害关系' };
const share = fc.constantFrom({ num: 1, den: 2 }, { num: 2, den: 3 }, { num: 3, den: 4 });
const rules = fc.record({
  decides: fc.constantFrom('vote' as const, 'chair' as const),
  recusal: fc.constantFrom('exclude' as const, 'keep' as const),
  recusalFloor: fc.option(share, { nil: undefined }),
  quorum: fc
    .record({ base: fc.constantFrom('all' as const, 'entitled' as const), share, inclusive: fc.boolean() })
    .map(({ share: of, ...rest }) => ({ ...of, ...rest })),
  pass: fc
    .record({
      base: fc.constantFrom('all' as const, 'entitled' as const, 'present' as const),
      share,
      strict: fc.boolean(),
    })
    .map(({ share: of, ...rest }) => ({ ...of, ...rest })),
});
type Rules = typeof rules extends fc.Arbitrary<infer R> ? R : never;
const ruleOf = ({ recusalFloor, ...rule }: Rules) => (recusalFloor ? { ...rule, recusalFloor } : rule);
const some = fc.subarray(MEMBERS);

const carriedOut = (asked: { readonly decision: object }): boolean => !('refusal' in asked.decision);
const leftOut = (story: Story, recused: readonly number[]): Story =>
  recused.reduce((so, n) => so.does(actor(n), recuse, [MEETING, REASON]), story);

/** The chair, if there and not recused, otherwise the secretary: either may run the meeting. */
const refers = (story: Story): boolean => carriedOut(story.when(SECRETARY, referItem, [MEETING, REASON]));

test('whatever the rule and whoever is recused: either all who are left can decide, or the item is referred upward', () => {
  fc.assert(
    fc.property(rules, some, (rule, recused) => {
      const called = council(ruleOf(rule)).does(SECRETARY, callMeeting, [MEETING, CALL]);
      const left = leftOut(called, recused);
      const there = MEMBERS.filter((n) => !recused.includes(n));
      const full = there.reduce((so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' }]), left);
      const opens = carriedOut(full.when(SECRETARY, openMeeting, [MEETING, {}]));
      const puts =
        opens &&
        carriedOut(full.does(SECRETARY, openMeeting, [MEETING, {}]).when(SECRETARY, putItem, [MEETING, {}]));
      const { possible, quorate } = countHeads(ruleOf(rule), {
        ...NO_VOTES,
        recused: recused.length,
        present: there.length,
        yes: there.length,
      });
      const led = there.includes(1) || there.includes(2);
      const decides = quorate && (rule.decides === 'vote' ? possible : led);
      if (recused.length === 0) expect(refers(full)).toBe(false);
      else expect(refers(full)).toBe(!decides);
      expect(puts || refers(full) || recused.length === 0).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('from every state before the put something can be done, if only to adjourn', () => {
  fc.assert(
    fc.property(rules, some, some, (rule, recused, present) => {
      const left = leftOut(council(ruleOf(rule)).does(SECRETARY, callMeeting, [MEETING, CALL]), recused);
      const story = present
        .filter((n) => !recused.includes(n))
        .reduce((so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' }]), left);
      expect(carriedOut(story.when(SECRETARY, adjournMeeting, [MEETING, REASON]))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

const steps = fc.array(fc.tuple(fc.constantFrom(...MEMBERS), fc.boolean()), { maxLength: 14 });

test('the quorum at the put is that of the room at that moment, without who is recused', () => {
  fc.assert(
    fc.property(rules, some, steps, (rule, recused, movements) => {
      const all = MEMBERS.reduce(
        (so, n) => so.does(actor(n), arrive, [SITTING, { by: 'room' }]),
        leftOut(listed({ ...ruleOf(rule), decides: 'vote' }), recused),
      );
      const opened = all.when(SECRETARY, openSitting, [SITTING, {}]);
      if (!carriedOut(opened)) return;
      const room = new Set(MEMBERS);
      let story = at(all.does(SECRETARY, openSitting, [SITTING, {}]), 2);
      for (const [n, comes] of movements) {
        if (room.has(n) === comes) continue;
        story = comes
          ? story.does(actor(n), arrive, [SITTING, { by: 'room' }])
          : story.does(actor(n), leave, [SITTING, {}]);
        if (comes) room.add(n);
        else room.delete(n);
      }
      const voters = MEMBERS.filter((n) => room.has(n) && !recused.includes(n));
      const { quorate } = countHeads(ruleOf(rule), {
        ...NO_VOTES,
        recused: recused.length,
        present: voters.length,
      });
      const put = story.when(SECRETARY, putItem, [MEETING, {}]);
      const reachable = !refers(story);
      if (reachable) expect(carriedOut(put)).toBe(quorate);
      if (!carriedOut(put)) return;
      expect(put.decision).toMatchObject({
        facts: [{ fact: { data: { present: voters.length, there: { posts: voters.map(post) } } } }],
      });
    }),
    { numRuns: 40 },
  );
});

test('the chair who is recused does not put the item, and whoever presides instead does', () => {
  const left = leftOut(council().does(SECRETARY, callMeeting, [MEETING, CALL]), [1]);
  const story = [2, 3, 4].reduce((so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' }]), left);
  const open = story.does(actor(2), openMeeting, [MEETING, {}]);
  expect(carriedOut(open.when(actor(2), putItem, [MEETING, {}]))).toBe(true);
  open.when(CHAIR, putItem, [MEETING, {}]).refused('meeting.runs');
});
