import { leaderSlipPageOf, workPage } from './plurals.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test.each([
  ['org', 'org.confirm-aide', '/org?view=aides'],
  ['org', 'org.confirm-dated', '/org?view=planned'],
  ['org', 'org.see-log-trouble', '/org?view=security'],
  ['org', 'org.see-delegated-acts', '/me/delegations'],
  ['org', 'org.confirm-log-restart', '/org/log-restarts'],
  ['chapter', 'chapter.submit', `/chapters/${ID}/hand-in`],
  ['chapter', 'chapter.sign-off', `/chapters/${ID}`],
  ['issue', 'issue.sign', `/issues/${ID}`],
  ['issue', 'issue.record-step', `/issues/${ID}/slip`],
  ['case', 'case.advance', `/plans/${ID}`],
])('what a %s is owed by %s is done at %s', (kind, verb, page) => {
  expect(workPage({ stream: `${kind}/${ID}`, verb })).toBe(page);
});

test('the code of a slip leads to where just this text is entered as signed', () => {
  expect(leaderSlipPageOf(`issue/${ID}`, 'a1')).toBe(`/issues/${ID}/slip?text=a1`);
});
