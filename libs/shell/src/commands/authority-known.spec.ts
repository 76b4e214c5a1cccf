import { authorityKnown } from './authority-known.ts';

const HOSPITAL = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const AUTHORITY = '00000000-0000-4000-8000-000000000003';
const KINDS = new Map([
  [HOSPITAL, 'unit'],
  [OTHER, 'unit'],
  [AUTHORITY, 'authority'],
]);

type Ledger = Parameters<typeof authorityKnown>[0];
const ledger: Ledger = {
  institutions: () =>
    Promise.resolve([...KINDS.keys()].map((id) => ({ id, code: id, name: id, mode: 'rehearsal' as const }))),
  entries: (institution) => {
    const entry = JSON.stringify({ type: 'InstitutionFounded', data: { kind: KINDS.get(institution) } });
    return Promise.resolve([{ version: 1, seq: 1, entry, leafHash: '' }]);
  },
};
const asked = (authority: string | null, verb = 'case.open') =>
  authorityKnown(ledger, { verb, body: { authority }, institution: HOSPITAL });

test('an authority of this server, or none at all, stands', async () => {
  expect(await asked(AUTHORITY)).toBeNull();
  expect(await asked(null)).toBeNull();
});

test.each([
  ['nobody', '00000000-0000-4000-8000-00000000ffff'],
  ['the hospital itself', HOSPITAL],
  ['another hospital', OTHER],
])('%s is refused, with its id alone as the fact', async (_, id) => {
  expect(await asked(id)).toMatchObject({
    because: 'rule',
    rule: 'case.authority-known',
    facts: { authority: id },
  });
});

test('no other command is looked at', async () => {
  expect(await asked(OTHER, 'case.advance')).toBeNull();
});
