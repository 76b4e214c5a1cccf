import type { Capacity, CapacityKind } from '../capacity.ts';
import { initial, step } from '../machine.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { confirmLogRestart, proposeLogRestart } from './log-restart.ts';
import { noteLogTrouble, seeLogTrouble } from './log-trouble.ts';
import { orgMachine, type OrgState } from './org.ts';
import { orgRows } from './rows.ts';
import { nextOrigin } from './tree-log.ts';

const org = `org/${INSTITUTION}` as const;
const [ADMIN, GUARD] = [uuid(1), uuid(2)];
const [LI, WANG] = [uuid(21), uuid(22)];
const RESTART = uuid(40);
const ROOT = `${'A'.repeat(43)}=`;
const NOW = '2026-01-05T01:00:00.000Z';

const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'live' } },
];
const heads = {
  origin: `yl.example/log/${INSTITUTION}`,
  signed: { size: 10, root: ROOT },
  kept: { size: 7, root: ROOT },
  reason: '硬盘损坏，备份止于前一日',
};
const data = {
  ...heads,
  next: `yl.example/log/${INSTITUTION}/1`,
  restart: RESTART,
  by: LI,
  post: ADMIN,
};
const proposed: Fact = { type: 'LogRestartProposed', data };
const said = { zh: '记录被改写。', en: 'The record was rewritten.' };
const stopped: Fact = { type: 'CheckpointsStopped', data: { trouble: 'forked', said, at: NOW } };

const as = (
  kind: CapacityKind,
  person: string,
  post: string,
): { readonly actor: Capacity; readonly now: string } => ({
  actor: { as: kind, person, post, department: null },
  now: NOW,
});
const admin = as('administrator', LI, ADMIN);
const guard = as('security-administrator', WANG, GUARD);
const folded = (...facts: readonly Fact[]): OrgState =>
  [...house, ...facts].reduce(
    (state, fact) => step(orgMachine, state, fact).state,
    initial(orgMachine),
  ) as OrgState;

test('a log that follows another is counted on', () => {
  expect(nextOrigin(heads.origin)).toBe(data.next);
  expect(nextOrigin(`${heads.origin}/9`)).toBe(`${heads.origin}/10`);
});

describe('提出另起记录树', () => {
  const propose = (facts: readonly Fact[], change: object = {}) =>
    given({ [org]: [...house, ...facts] }, admin).when(proposeLogRestart, INSTITUTION, {
      ...heads,
      ...change,
    });

  test('says what was signed and what is left, and waits for a second person', () => {
    const { decision } = propose([]);
    expect('facts' in decision && decision.facts.map(({ fact }) => fact)).toMatchObject([
      { type: 'LogRestartProposed', data: { ...data, restart: expect.any(String) } },
    ]);
    expect(orgRows(INSTITUTION, folded(proposed)).obligations).toMatchObject([
      { name: `log-restart:${RESTART}`, holder: 'security-administrator', verb: 'org.confirm-log-restart' },
    ]);
  });

  test('is for a log of the institution, and one at a time', () => {
    propose([], { origin: 'yl.example/log/another' }).refused('log.origin');
    propose([proposed]).refused('log.restart-waits');
  });
});

describe('确认另起记录树', () => {
  const judge = (facts: readonly Fact[], who: typeof admin, agree = true) =>
    given({ [org]: [...house, ...facts] }, who).when(confirmLogRestart, INSTITUTION, {
      restart: RESTART,
      agree,
    });

  test('declares it, with the heads that it is about', () => {
    const declared = { ...heads, next: data.next, restart: RESTART, by: WANG, post: GUARD };
    judge([proposed], guard).then([{ stream: org, type: 'LogRestarted', data: declared }]);
    const { restarts } = folded(proposed, { type: 'LogRestarted', data: declared }).context.treeLog;
    expect(restarts).toMatchObject([{ status: 'declared', judged: { by: WANG, post: GUARD } }]);
  });

  test('by another person, in another post', () => {
    judge([proposed], as('leader', LI, GUARD)).refused('log.second-person');
    judge([proposed], as('leader', WANG, ADMIN)).refused('log.second-person');
  });

  test('or sends it back, which whoever proposed it may too; and that once', () => {
    const declined = { restart: RESTART, by: LI, post: ADMIN };
    judge([proposed], admin, false).then([{ stream: org, type: 'LogRestartDeclined', data: declined }]);
    judge([proposed, { type: 'LogRestartDeclined', data: declined }], guard).refused('log.restart');
  });
});

describe('检查点停发告警', () => {
  const note = (facts: readonly Fact[], trouble: string | null) =>
    given({ [org]: [...house, ...facts] }, { now: NOW }).when(noteLogTrouble, INSTITUTION, { trouble, said });

  test('is noted once for each trouble, and once when checkpoints come out again', () => {
    note([], 'forked').then([{ stream: org, ...stopped }]);
    note([stopped], 'forked').then([]);
    note([stopped], 'tiles').then([
      { stream: org, type: 'CheckpointsStopped', data: { trouble: 'tiles', said, at: NOW } },
    ]);
    note([stopped], null).then([{ stream: org, type: 'CheckpointsResumed', data: { at: NOW } }]);
    note([], null).then([]);
  });

  test('waits for both administrators, each of whom takes note once', () => {
    const seen: Fact = { type: 'CheckpointTroubleSeen', data: { by: LI, as: 'administrator' } };
    const holders = (...facts: readonly Fact[]) =>
      orgRows(INSTITUTION, folded(...facts)).obligations.map(({ holder }) => holder);
    expect(holders(stopped)).toEqual(['administrator', 'security-administrator']);
    expect(holders(stopped, seen)).toEqual(['security-administrator']);
    expect(holders(stopped, { type: 'CheckpointsResumed', data: { at: NOW } })).toEqual([]);
    const see = (facts: readonly Fact[], who: typeof admin) =>
      given({ [org]: [...house, ...facts] }, who).when(seeLogTrouble, INSTITUTION, {});
    see([stopped], admin).then([{ stream: org, ...seen }]);
    see([stopped, seen], admin).refused('log.trouble');
    see([], guard).refused('log.trouble');
    expect(folded(stopped, seen).context.treeLog.trouble?.trouble).toBe('forked');
  });
});
