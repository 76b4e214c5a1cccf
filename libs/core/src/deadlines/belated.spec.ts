import { initial, step } from '../machine.ts';
import { orgMachine, type OrgState } from '../org/org.ts';
import type { Fact } from '../stream.ts';
import { house } from '../testing/plan-case.ts';
import { belated } from './belated.ts';

const due = '2025-12-10T16:00:00.000Z';
const org = (...facts: readonly Fact[]): OrgState =>
  [...house, ...facts].reduce(
    (state, fact) => step(orgMachine, state, fact).state,
    initial(orgMachine),
  ) as OrgState;
const moved = (from: string, to: string): Fact => ({ type: 'ClockMoved', data: { from, to } });

test('what the sweep does within minutes is on time', () => {
  expect(belated({ now: '2025-12-10T16:00:01.000Z', org: org() }, due)).toEqual({});
  expect(belated({ now: '2025-12-10T16:10:00.000Z', org: org() }, due)).toEqual({});
});

test('what is made up for later says when', () => {
  const now = '2025-12-12T01:00:00.000Z';
  expect(belated({ now, org: org() }, due)).toEqual({ belated: now });
});

test('what was asked for after its date is not made up for, but done on the day', () => {
  const asked = '2025-12-20';
  expect(belated({ now: '2025-12-20T01:00:00.000Z', org: org() }, due, asked)).toEqual({});
  const now = '2025-12-22T01:00:00.000Z';
  expect(belated({ now, org: org() }, due, asked)).toEqual({ belated: now });
  expect(belated({ now, org: org() }, due, '2025-12-01')).toEqual({ belated: now });
});

test('a rehearsal whose clock was moved over the date was not down', () => {
  const to = '2025-12-12T01:00:00.000Z';
  const over = org(moved('2025-12-09T01:00:00.000Z', to));
  expect(belated({ now: '2025-12-12T01:00:02.000Z', org: over }, due)).toEqual({});
  const later = '2025-12-12T03:00:00.000Z';
  expect(belated({ now: later, org: over }, due)).toEqual({ belated: later });
  const twice = org(moved('2025-12-09T01:00:00.000Z', to), moved(to, later));
  expect(belated({ now: later, org: twice }, due)).toEqual({ belated: later });
});
