import { emptyState, nextState, streamKind, type Fact, type OrgState } from '@mouding/core';
import { holderWords } from './holder-words.ts';

const POST = '00000000-0000-4000-8000-00000000000b';
const PERSON = '00000000-0000-4000-8000-000000000065';
const filled: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'live' } },
  { type: 'PostCreated', data: { post: POST, title: '医务科主任', as: 'office', department: null } },
  { type: 'PostFilled', data: { post: POST, person: PERSON, from: '2025-10-01T00:00:00.000Z' } },
];
const left: Fact = {
  type: 'PostVacated',
  data: { post: POST, person: PERSON, until: '2025-11-01T00:00:00.000Z' },
};
const org = (...facts: readonly Fact[]): OrgState => {
  const kind = streamKind('org');
  return facts.reduce((state, fact) => nextState(kind, state, fact).state, emptyState(kind)) as OrgState;
};

test('a person is called by the post that they hold now, never by name', () => {
  expect(holderWords(org(...filled), `person:${PERSON}`)).toBe('医务科主任');
  expect(holderWords(org(...filled, left), `person:${PERSON}`)).toBe('已离任人员');
});
