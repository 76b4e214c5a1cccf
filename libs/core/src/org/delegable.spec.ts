import { COMMANDS } from '../commands.ts';
import { DELEGABLE, isHarmless, isHarmlessKind, neverDelegated } from './delegable.ts';
import { APPROVALS } from './security.ts';

const VERBS = COMMANDS.map(({ verb }) => verb);

test('what is harmless may be delegated, approves nothing, and is something that can be asked', () => {
  const harmless = VERBS.filter(isHarmless);
  expect(harmless.length).toBeGreaterThan(10);
  expect(harmless.filter((verb) => neverDelegated(verb) || APPROVALS.has(verb))).toEqual([]);
  expect(harmless.every((verb) => isHarmlessKind(verb.split('.')[0] ?? ''))).toBe(true);
});

test('no vote, no ballot, no appointment and no second person is ever delegated', () => {
  const never = VERBS.filter(neverDelegated);
  expect(never).toEqual(
    expect.arrayContaining([
      'meeting.vote',
      'meeting.sign-in',
      'ballot.tally',
      'ballot.confirm',
      'org.delegate',
      'org.fill-post',
      'case.grant-exemption',
      'case.confirm-joining',
      'record.confirm-repair',
    ]),
  );
  expect(
    VERBS.filter((verb) => /(?:^|\.|-)(?:vote|confirm|grant)(?:-|$)/.test(verb)).filter(
      (verb) => !neverDelegated(verb),
    ),
  ).toEqual([]);
});

test('the posts of those who vote in person, count, audit or guard are not delegated', () => {
  expect(DELEGABLE).not.toEqual(
    expect.arrayContaining(['delegate', 'teller', 'scrutineer', 'auditor', 'security-administrator']),
  );
  expect(DELEGABLE).toEqual(expect.arrayContaining(['leader', 'department-head', 'office-director']));
});
