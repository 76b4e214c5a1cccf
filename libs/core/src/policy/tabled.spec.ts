import type { Capacity } from '../capacity.ts';
import { knownFrom } from '../given.ts';
import type { Fact } from '../stream.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { actor, head, OFFICE, ORG, post } from '../testing/council.ts';
import { INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { permit, visible } from './permit.ts';
import { stands } from './relations.ts';

const SHEET = uuid(40);
const HEAD = head(1);
const ASKED: Fact = {
  type: 'TablingAsked',
  data: {
    case: uuid(1),
    stage: 'adopt',
    round: 1,
    bodyKey: 'council',
    title: '审议',
    text: refOf('稿'),
    sponsor: post(6),
    post: HEAD.post,
    by: HEAD.person,
  },
};
const SENT: Fact = { type: 'PapersCirculated', data: { papers: [], to: [post(1), post(3)] } };

const fold = (kind: 'org' | 'tabling', facts: readonly Fact[]) => {
  const of = streamKind(kind);
  return facts.reduce((state, fact) => nextState(of, state, fact).state, emptyState(of));
};
const known = (...facts: readonly Fact[]) =>
  knownFrom({
    institution: INSTITUTION,
    states: new Map([
      [`org/${INSTITUTION}` as const, fold('org', ORG)],
      [`tabling/${SHEET}` as const, fold('tabling', facts)],
    ]),
    procedures: new Map(),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });

const PEOPLE: { readonly [who: string]: Capacity } = {
  asker: HEAD,
  otherHead: head(2),
  sponsor: actor(6, 'leader'),
  chair: actor(1),
  deputy: actor(2),
  member: actor(3),
  unread: actor(4),
  secretary: actor(7, 'secretary'),
  office: OFFICE,
  auditor: { ...actor(20), as: 'auditor' },
};
const who = (holds: (capacity: Capacity) => boolean): readonly string[] =>
  Object.entries(PEOPLE).flatMap(([name, capacity]) => (holds(capacity) ? [name] : []));

test('the sheet is seen by whoever has a hand in it; by a member once the papers were sent to the post', () => {
  const sees = (...facts: readonly Fact[]) =>
    who((capacity) => visible('tabling', SHEET, [capacity], known(...facts)));
  const before = ['asker', 'sponsor', 'chair', 'deputy', 'secretary', 'office', 'auditor'];
  expect(sees(ASKED)).toEqual(before);
  expect(sees(ASKED, SENT).toSorted()).toEqual([...before, 'member'].toSorted());
});

test.each([
  ['tabling.revise', ['asker', 'office']],
  ['tabling.withdraw', ['asker', 'office']],
  ['tabling.back', ['sponsor']],
  ['tabling.approve', ['chair', 'deputy']],
  ['tabling.decline', ['chair', 'deputy']],
  ['tabling.note-consensus', ['sponsor', 'chair', 'deputy', 'secretary', 'office']],
  ['tabling.circulate', ['secretary', 'office']],
  ['tabling.read', ['chair', 'member']],
  ['tabling.record', ['secretary', 'office']],
])('%s: %s', (verb, allowed) => {
  const may = (capacity: Capacity): boolean =>
    'capacities' in permit(verb, 'tabling', SHEET, [capacity], known(ASKED, SENT));
  expect(who(may)).toEqual(allowed);
});

test('nobody stands so to another stream, or to a sheet that is not there', () => {
  for (const relation of ['asker', 'sponsor', 'circulated'] as const) {
    expect(stands(relation, HEAD, known(ASKED), 'org', INSTITUTION)).toBe(false);
    expect(
      stands(
        relation,
        { ...HEAD, post: null },
        known({ ...ASKED, data: { ...ASKED.data, post: null, sponsor: null } }),
        'tabling',
        SHEET,
      ),
    ).toBe(false);
  }
});
