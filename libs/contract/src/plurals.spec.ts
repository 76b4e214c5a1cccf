import { workPage } from './plurals.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test.each([
  ['org', 'org.confirm-aide', '/org?view=aides'],
  ['org', 'org.confirm-dated', '/org?view=planned'],
  ['org', 'org.see-log-trouble', '/org?view=security'],
  ['chapter', 'chapter.submit', `/chapters/${ID}/hand-in`],
  ['chapter', 'chapter.sign-off', `/chapters/${ID}`],
  ['case', 'case.advance', `/plans/${ID}`],
])('what a %s is owed by %s is done at %s', (kind, verb, page) => {
  expect(workPage({ stream: `${kind}/${ID}`, verb })).toBe(page);
});
