import type { Capacity, CapacityKind } from '../capacity.ts';
import { initial, step } from '../machine.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { approveAuditAccess, endAuditAccess, proposeAuditAccess } from './audit-access.ts';
import { isCurrent, lettersFor } from './audit-letter.ts';
import { orgFallDue } from './fall-due.ts';
import { orgMachine, type OrgState } from './org.ts';
import { orgRows } from './rows.ts';

const org = `org/${INSTITUTION}` as const;
const [AUDITOR, LEADER, DIRECTOR] = [uuid(1), uuid(2), uuid(3)];
const [LI, WANG] = [uuid(21), uuid(22)];
const LETTER = uuid(40);
const FROM = '2025-12-31T16:00:00.000Z';
const UNTIL = '2026-01-31T16:00:00.000Z';

const post = (id: string, as: CapacityKind): Fact => ({
  type: 'PostCreated',
  data: { post: id, title: as, as, department: null },
});
const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  post(AUDITOR, 'auditor'),
  post(LEADER, 'leader'),
  post(DIRECTOR, 'office-director'),
];
const data = {
  letter: LETTER,
  number: '审函〔2026〕1号',
  purpose: '专项审计',
  posts: [AUDITOR],
  cases: null,
  period: null,
  from: FROM,
  until: UNTIL,
  paper: null,
  by: LI,
  post: DIRECTOR,
};
const proposed: Fact = { type: 'AuditAccessProposed', data };
const approved: Fact = { type: 'AuditAccessApproved', data: { letter: LETTER, by: WANG, post: LEADER } };

const as = (kind: CapacityKind, person: string, held: string): { readonly actor: Capacity } => ({
  actor: { as: kind, person, post: held, department: null },
});
const director = { ...as('office-director', LI, DIRECTOR), now: '2026-01-05T01:00:00.000Z' };
const leader = { ...as('leader', WANG, LEADER), now: '2026-01-05T01:00:00.000Z' };
const body = {
  number: '审函〔2026〕1号',
  purpose: '专项审计',
  posts: [AUDITOR],
  cases: null,
  period: null,
  from: '2026-01-01',
  until: '2026-01-31',
  paper: null,
};
const folded = (...facts: readonly Fact[]): OrgState =>
  [...house, ...facts].reduce(
    (state, fact) => step(orgMachine, state, fact).state,
    initial(orgMachine),
  ) as OrgState;

describe('登记调阅函', () => {
  const propose = (change: object = {}) =>
    given({ [org]: house }, director).when(proposeAuditAccess, INSTITUTION, { ...body, ...change });

  test('says for which posts, what and until when, and waits for another person', () => {
    const { decision } = propose();
    expect('facts' in decision && decision.facts.map(({ fact }) => fact)).toMatchObject([
      { type: 'AuditAccessProposed', data: { ...data, letter: expect.any(String) } },
    ]);
    const state = folded(proposed);
    expect(orgRows(INSTITUTION, state).obligations).toEqual([
      { name: `audit:${LETTER}`, holder: 'leader', verb: 'org.approve-audit-access', case: null, due: UNTIL },
    ]);
    expect(lettersFor(state.context.letters, [AUDITOR], leader.now)).toEqual([]);
  });

  test('is for auditors’ posts alone', () => {
    propose({ posts: [AUDITOR, LEADER] }).refused('audit.posts');
  });

  test('has days in their order, the last of which does not lie behind', () => {
    propose({ until: '2025-12-31' }).refused('audit.days');
    propose({ from: '2025-12-01', until: '2026-01-04' }).refused('audit.days');
    propose({ period: { from: '2026-02-02', to: '2026-02-01' } }).refused('audit.days');
    expect('facts' in propose({ until: '2026-01-05' }).decision).toBe(true);
  });

  test('names cases that are there', () => {
    propose({ cases: [uuid(77)] }).refused('audit.cases');
  });
});

describe('批准调阅', () => {
  const judge = (facts: readonly Fact[], who: typeof leader, agree = true) =>
    given({ [org]: [...house, ...facts] }, who).when(approveAuditAccess, INSTITUTION, {
      letter: LETTER,
      agree,
    });

  test('opens it, by another person than whoever entered it', () => {
    judge([proposed], leader).then([
      { stream: org, type: 'AuditAccessApproved', data: { letter: LETTER, by: WANG, post: LEADER } },
    ]);
    judge([proposed], { ...leader, ...as('leader', LI, LEADER) }).refused('audit.second-person');
  });

  test('or declines it, which whoever entered it may too', () => {
    judge([proposed], director, false).then([
      { stream: org, type: 'AuditAccessDeclined', data: { letter: LETTER, by: LI, post: DIRECTOR } },
    ]);
  });

  test('once, and not after its term', () => {
    judge([proposed, approved], leader).refused('audit.letter');
    judge([proposed], { ...leader, now: UNTIL }).refused('audit.letter');
  });
});

describe('权限终止', () => {
  const [letter] = folded(proposed, approved).context.letters;

  test('it opens from its first instant and no longer at its last', () => {
    const times = ['2025-12-31T15:59:59.999Z', FROM, '2026-01-31T15:59:59.999Z', UNTIL];
    expect(times.map((now) => letter && isCurrent(letter, now))).toEqual([false, true, true, false]);
    expect(lettersFor(folded(proposed, approved).context.letters, [LEADER], FROM)).toEqual([]);
  });

  test('by itself at its term, approved or not', () => {
    for (const facts of [[proposed], [proposed, approved]])
      given({ [org]: [...house, ...facts] }, { now: UNTIL })
        .when(orgFallDue, INSTITUTION, { due: UNTIL })
        .then([{ stream: org, type: 'AuditAccessEnded', data: { letter: LETTER, at: UNTIL, how: 'term' } }]);
  });

  test('or at once, when it is taken back', () => {
    const end = (facts: readonly Fact[]) =>
      given({ [org]: [...house, ...facts] }, leader).when(endAuditAccess, INSTITUTION, { letter: LETTER });
    const ended = { type: 'AuditAccessEnded', data: { letter: LETTER, at: leader.now, how: 'revoked' } };
    end([proposed, approved]).then([{ stream: org, ...ended }]);
    end([proposed, approved, ended]).refused('audit.letter');
    expect(lettersFor(folded(proposed, approved, ended).context.letters, [AUDITOR], leader.now)).toEqual([]);
  });
});
