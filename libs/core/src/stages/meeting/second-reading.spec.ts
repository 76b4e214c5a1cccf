import type { CaseState } from '../../case/case.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { foldStream } from '../../streams.ts';
import { reviseManuscript } from '../manuscript/revise.ts';
import { CASE, OFFICE, type Story } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { held, MANUSCRIPT, plan, PLAN, SECRETARY, TWICE } from '../../testing/plan-bodies.ts';
import { callMeeting } from './call.ts';
import type { Vote } from './meeting.ts';

const NO: readonly Vote[] = ['no', 'no', 'no', 'yes'];
const AGAIN = {
  after: { n: 7, unit: 'natural' },
  limit: 2,
  then: 'council',
  basis: '本院职代会实施细则第九条',
};

/** The second gate is read again under the rule; `weighs` is what its body makes of a breach. */
const ruled = (weighs: object = {}, again: object = AGAIN) => ({
  ...TWICE,
  bodies: { council: { ...TWICE.bodies.council, ...weighs } },
  steps: TWICE.steps.map((step) =>
    step.id === 'second' ? { ...step, with: { ...step.with, again } } : step,
  ),
});
const BLOCKS = { rules: { 'meeting.second-reading': { effect: 'block', reason: '本院规定' } } };
/** The days of the first and the second reading. */
const HELD = ['2025-11-20', '2025-11-28'];
const on = (day: string) => `${day}T02:00:00.000Z`;

/** Passed by the first gate, refused by the second, revised and passed by the first again: so many times. */
function refusedTimes(times: number, definition: object): Story {
  let story = plan(definition);
  for (let i = 0; i < times; i++) {
    story = held(story, { meeting: uuid(20 + 2 * i), stage: 'first' });
    story = held(story, {
      meeting: uuid(21 + 2 * i),
      stage: 'second',
      votes: NO,
      more: { at: on(HELD[i] ?? '') },
    });
    const body = { base: refOf(PLAN), label: '送审稿', edits: [], done: true };
    story = story.does(OFFICE, reviseManuscript, [MANUSCRIPT, body]);
  }
  return held(story, { meeting: uuid(90), stage: 'first', more: { at: on('2025-12-01') } });
}
const calls = (story: Story, at: string, more: object = {}) =>
  story.when(SECRETARY, callMeeting, [
    uuid(99),
    { case: CASE, stage: 'second', at: on(at), place: '礼堂', ...more },
  ]);
const notices = ({ decision }: ReturnType<typeof calls>) =>
  ('refusal' in decision ? [decision.refusal] : (decision.notices ?? []))
    .map(({ rule }) => rule)
    .filter((rule) => rule === 'meeting.second-reading');

test('a second reading comes seven days after the first, not six', () => {
  const story = refusedTimes(1, ruled());
  expect(notices(calls(story, '2025-11-26'))).toEqual(['meeting.second-reading']);
  expect(notices(calls(story, '2025-11-27'))).toEqual([]);
});

test('it says the sum, what would make it possible, and on what it rests', () => {
  const { decision } = calls(refusedTimes(1, ruled(BLOCKS)), '2025-11-26');
  expect(decision).toMatchObject({
    refusal: {
      rule: 'meeting.second-reading',
      facts: { last: '2025-11-20', n: 7, unit: 'natural', earliest: '2025-11-27', on: '2025-11-26' },
      needs: { zh: '请改在2025年11月27日或者以后召开' },
      basis: '本院职代会实施细则第九条',
    },
  });
});

test('working days are counted as such', () => {
  const story = refusedTimes(1, ruled(BLOCKS, { ...AGAIN, after: { n: 7, unit: 'working' } }));
  calls(story, '2025-11-28').refused('meeting.second-reading');
  expect(notices(calls(story, '2025-12-01'))).toEqual([]);
});

test('a third reading needs a resolution of the named body, later than the second', () => {
  const story = refusedTimes(2, ruled(BLOCKS));
  calls(story, '2025-12-20').refused('meeting.second-reading');
  calls(story, '2025-12-20', { upon: uuid(20) }).refused('meeting.second-reading');
  calls(story, '2025-12-20', { upon: uuid(21) }).refused('meeting.second-reading');
  expect(notices(calls(story, '2025-12-20', { upon: uuid(90) }))).toEqual([]);
});

test('where the body turns the rule off, and where the procedure has none, nothing is said', () => {
  const off = { rules: { 'meeting.second-reading': { effect: 'off', reason: '不适用' } } };
  expect(notices(calls(refusedTimes(2, ruled(off)), '2025-11-22'))).toEqual([]);
  expect(notices(calls(refusedTimes(2, TWICE), '2025-11-22'))).toEqual([]);
});

test('passed, the count begins anew', () => {
  const story = held(refusedTimes(1, ruled(BLOCKS)), {
    meeting: uuid(91),
    stage: 'second',
    more: { at: on('2025-11-27') },
  });
  const read = readDefinition(ruled(BLOCKS));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const procedure = compileProcedure(read.definition);
  const { context } = foldStream('case', story.history[`case/${CASE}`] ?? [], () => procedure) as CaseState;
  expect(context.decided['second']).toMatchObject({ outcome: 'passed', text: refOf(PLAN) });
  expect(context.decided['second']).not.toHaveProperty('failed');
});
