import type { CapacityKind } from '../capacity.ts';
import { uuid } from '../testing/given.ts';
import type { Post } from './org.ts';
import { officersMissing } from './three-officers.ts';

const post = (n: number, as: CapacityKind, person: number | null): Post => ({
  id: uuid(n),
  title: `岗位${n}`,
  as,
  department: null,
  holder: person === null ? null : { person: uuid(person), from: '2025-01-01T00:00:00.000Z', term: null },
});

test('three people in three offices: nothing shows', () => {
  expect(
    officersMissing([
      post(1, 'administrator', 11),
      post(2, 'security-administrator', 12),
      post(3, 'security-auditor', 13),
    ]),
  ).toEqual([]);
});

test('two people, or a vacant office, show with their number', () => {
  expect(
    officersMissing([
      post(1, 'administrator', 11),
      post(2, 'security-administrator', 12),
      post(3, 'security-auditor', 11),
    ]),
  ).toMatchObject([{ rule: 'org.three-officers', facts: { persons: 2, vacant: [] } }]);
  expect(
    officersMissing([
      post(1, 'administrator', 11),
      post(4, 'administrator', 14),
      post(2, 'security-administrator', 12),
      post(3, 'security-auditor', null),
    ]),
  ).toMatchObject([{ facts: { persons: 3, vacant: ['安全审计员'] } }]);
});
