import type { Capacity } from '../capacity.ts';
import { knownFrom } from '../given.ts';
import type { Known } from '../decider.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { parseStream, type Fact, type StreamName } from '../stream.ts';
import { INSTITUTION, uuid } from '../testing/given.ts';
import { asking, department, filled, house, made, post } from '../testing/house.ts';
import { CASE, caseIn, procedure } from '../testing/plan-case.ts';
import { entersOwed, holdingsServed } from './entering.ts';
import { permit, seesMaking, visible } from './permit.ts';

const [REVIEW, ISSUE] = [uuid(0xc1), uuid(0xc2)];
const read = readDefinition(procedure());
if ('faults' in read) throw new Error('a fault');
const plan = compileProcedure(read.definition);

const posts: readonly Fact[] = [
  ...[1, 2].flatMap((n) => [made(n, 'leader'), filled(n, n)]),
  ...[3, 4].flatMap((n) => [made(n, 'secretary'), filled(n, n)]),
  ...[5, 6].flatMap((n) => [made(n, 'department-head', department(n - 4)), filled(n, n)]),
];
/** The holder of a post of a secretary or of a head serves the first leader. */
const serves = (n: number): readonly Fact[] => [
  { type: 'AideNamed', data: { aide: uuid(0xa0 + n), leader: post(1), post: post(n), by: null } },
  { type: 'AideConfirmed', data: { aide: uuid(0xa0 + n), by: null, post: null } },
];
const AIDE = asking('secretary', 3, 3);
const OTHER = asking('secretary', 4, 4);
const WRITER = asking('department-head', 5, 5, department(1));
const ELSE = asking('department-head', 6, 6, department(2));

/** What is known of a review and of an issue, both of this subject, to a plan whose one chapter the first department wrote. */
function known(subject: string, ...facts: readonly Fact[]): Known {
  const chapters = [
    { no: 1, title: '总体', lead: post(2), owners: [department(1)], writer: department(1), support: [] },
  ];
  const about = { case: CASE, stage: 'consult', subject, text: null, recipients: [department(2)] };
  const history: { readonly [stream: string]: readonly Fact[] } = {
    ...house(...posts, ...facts),
    [`case/${CASE}`]: caseIn('consult', { chapters }),
    [`review/${REVIEW}`]: [{ type: 'ReviewRequested', data: about }],
    [`issue/${ISSUE}`]: [{ type: 'IssueDrafted', data: about }],
  };
  const fold = (name: string, all: readonly Fact[]) => {
    const kind = streamKind(parseStream(name).kind, name.startsWith('case/') ? plan : undefined);
    return all.reduce((state, fact) => nextState(kind, state, fact).state, emptyState(kind));
  };
  return knownFrom({
    institution: INSTITUTION,
    states: new Map(Object.entries(history).map(([name, all]) => [name as StreamName, fold(name, all)])),
    procedures: new Map([['plan', plan]]),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });
}

type Case = readonly [kind: 'review' | 'issue', id: string, records: string, acts: string];
const KINDS: readonly Case[] = [
  ['review', REVIEW, 'review.record-opinion', 'review.give-opinion'],
  ['issue', ISSUE, 'issue.record-step', 'issue.sign'],
];

/** Whether somebody sees the review or the issue, sees how it came about, may record in it, and may act as the leader. */
const stands = ([kind, id, records, acts]: Case, who: Capacity, of: Known) => {
  const may = (verb: string): boolean => 'capacities' in permit(verb, kind, id, [who], of);
  return [visible(kind, id, [who], of), seesMaking(kind, id, [who], of), may(records), may(acts)];
};
const NOTHING = [false, false, false, false];
const RECORDS = [true, false, true, false];

describe.each(KINDS)('the %s', (...one) => {
  test('is seen, for its text alone, by who serves a leader, and may be recorded in; by nobody else', () => {
    const served = known('manuscript', ...serves(3));
    expect(stands(one, AIDE, served)).toEqual(RECORDS);
    expect(stands(one, OTHER, served)).toEqual(NOTHING);
    expect(stands(one, ELSE, served)).toEqual(NOTHING);
    expect(stands(one, AIDE, known('manuscript'))).toEqual(NOTHING);
    expect(stands(one, AIDE, known('manuscript', ...serves(3).slice(0, 1)))).toEqual(NOTHING);
  });

  test('of a text that their department wrote in is none of theirs; the scheme is the office’s', () => {
    const of = (subject: string) => known(subject, ...serves(5), ...serves(6));
    expect(stands(one, WRITER, of('manuscript'))).toEqual(NOTHING);
    expect(stands(one, ELSE, of('manuscript'))).toEqual(RECORDS);
    expect(stands(one, WRITER, of('scheme'))).toEqual(RECORDS);
  });
});

test('what the leader owes of an issue may be entered by who serves the leader, and by nobody else', () => {
  const owed = { holder: 'leader', verb: 'issue.sign', stream: `issue/${ISSUE}` };
  const served = known('manuscript', ...serves(3), ...serves(5));
  const entered = (who: Capacity) => entersOwed(served, [who], owed);
  expect([AIDE, WRITER, OTHER].map(entered)).toEqual(['issue.record-step', null, null]);
  expect(entersOwed(served, [AIDE], { ...owed, holder: 'office' })).toBeNull();
  expect(entersOwed(served, [AIDE], { ...owed, verb: 'issue.confirm-editorial' })).toBeNull();
  expect(holdingsServed(served.org, [AIDE])).toEqual(['leader', `post:${post(1)}`]);
  expect(holdingsServed(served.org, [OTHER])).toEqual([]);
});
