import { recordMeeting } from '../stages/meeting/record-meeting.ts';
import type { RecordMeeting } from '../stages/meeting/held.ts';
import { actor, CASE, council, MEETING, post, SCHEME, type Story } from './council.ts';
import { refOf } from './given.ts';

export const SECRETARY = actor(7);
export const ROUTED = {
  then: {
    passed: 'publish',
    'not-passed': 'again',
    deferred: 'again',
    'in-principle': 'again',
    withdrawn: 'again',
  },
};
/** On paper, the day before. */
export const ELSEWHERE = {
  happened: '2025-11-19',
  medium: 'meeting',
  scan: null,
  book: '第3册第8页',
  checker: null,
} as const;
export const voted = (...votes: readonly (readonly [number, 'yes' | 'no' | 'abstain'])[]) =>
  votes.map(([n, vote]) => ({ post: post(n), vote }));
export const VOTES = voted([2, 'yes'], [3, 'yes'], [4, 'no'], [5, 'yes'], [1, 'yes']);
/** Held by the book: called in time, five of six there, four for it, the chair last, on this very text. */
export const HELD: RecordMeeting = {
  case: CASE,
  stage: 'adopt',
  at: '2025-11-19T02:00:00.000Z',
  place: '二楼会议室',
  called: '2025-11-17',
  present: [1, 2, 3, 4, 5].map(post),
  chair: post(1),
  votes: VOTES,
  outcome: 'passed',
  text: refOf(SCHEME),
  minutes: refOf('纪要'),
  elsewhere: ELSEWHERE,
};
export const held = (more: Partial<RecordMeeting> = {}, story: Story = council({}, ROUTED), by = SECRETARY) =>
  story.when(by, recordMeeting, [MEETING, { ...HELD, ...more }]);
/** The rules that a record says were broken, those that hold the next step with an exclamation mark. */
export function broken(more: Partial<RecordMeeting>, story?: Story): readonly string[] {
  const { decision } = held(more, story);
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  const slip = decision.facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data;
  const { notices, holds } = slip as { notices: readonly { rule: string }[]; holds: readonly string[] };
  return notices.map(({ rule }) => (holds.includes(rule) ? `${rule}!` : rule));
}
/** By numbers alone: no list of those present, no names in the vote. */
export const counted = (more: Partial<RecordMeeting>): Partial<RecordMeeting> => ({
  ...HELD,
  present: undefined,
  votes: undefined,
  ...more,
});

/** Held once more, on the next day. */
export const TODAY = {
  at: '2025-11-20T01:00:00.000Z',
  elsewhere: { ...ELSEWHERE, happened: '2025-11-20' },
} as const;
