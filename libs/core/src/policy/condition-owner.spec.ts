import type { Capacity } from '../capacity.ts';
import { nextState, emptyState, streamKind } from '../streams.ts';
import type { Fact } from '../stream.ts';
import { head, ORG, actor, department, MEETING, CASE, post } from '../testing/council.ts';
import { INSTITUTION, uuid } from '../testing/given.ts';
import { knownFrom } from '../given.ts';
import { stands } from './relations.ts';

const CONDITION = uuid(600);
const drafted = (owner: object): Fact => ({
  type: 'ConditionDrafted',
  data: {
    case: CASE,
    stage: 'adopt',
    meeting: `meeting/${MEETING}`,
    bodyKey: 'council',
    subject: 'scheme',
    no: 1,
    owner,
    due: '2025-11-30',
    presider: post(1),
  },
});
const SET: Fact = { type: 'ConditionSet', data: { outcome: 'in-principle' } };

const fold = (kind: 'org' | 'condition', facts: readonly Fact[]) => {
  const of = streamKind(kind);
  return facts.reduce((state, fact) => nextState(of, state, fact).state, emptyState(of));
};
const known = (...facts: readonly Fact[]) =>
  knownFrom({
    institution: INSTITUTION,
    states: new Map([
      [`org/${INSTITUTION}` as const, fold('org', ORG)],
      [`condition/${CONDITION}` as const, fold('condition', facts)],
    ]),
    procedures: new Map(),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });
const owns = (capacity: Capacity, ...facts: readonly Fact[]): readonly boolean[] =>
  (['condition-department', 'condition-post'] as const).map((relation) =>
    stands(relation, capacity, known(...facts), 'condition', CONDITION),
  );

test('a condition is its department’s, or its post’s, and nobody else’s', () => {
  const ofDepartment = [drafted({ department: department(1) }), SET];
  expect(owns(head(1), ...ofDepartment)).toEqual([true, false]);
  expect(owns(head(2), ...ofDepartment)).toEqual([false, false]);
  const ofPost = [drafted({ post: post(3) }), SET];
  expect(owns(actor(3), ...ofPost)).toEqual([false, true]);
  expect(owns(actor(4), ...ofPost)).toEqual([false, false]);
});

test('before the resolution is declared it is nobody’s', () => {
  expect(owns(head(1), drafted({ department: department(1) }))).toEqual([false, false]);
  expect(stands('condition-post', actor(3), known(), 'condition', CONDITION)).toBe(false);
});

test('the seats that count are those of the body that set it', () => {
  const set = known(drafted({ post: post(3) }), SET);
  expect(stands('seat:presiding', actor(1), set, 'condition', CONDITION)).toBe(true);
  expect(stands('seat:presiding', actor(3), set, 'condition', CONDITION)).toBe(false);
});
