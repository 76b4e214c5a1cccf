import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s11 } from 'mouding/rehearse/scenarios/s11';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s11, 11)));
afterAll(() => scene?.stop());

/** 24:00 of Beijing days, in UTC. */
const [LEAVES, COMES] = ['2026-02-28T16:00:00.000Z', '2026-03-04T16:00:00.000Z'];

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(20);
});

test('each appointment took effect on its own day, by the clock, and none lapsed', () => {
  const left = scene.of('PostVacated').filter(({ data }) => data['until'] === LEAVES);
  const came = scene.of('PostFilled').filter(({ data }) => data['from'] === COMES);
  expect([left.length, came.length]).toEqual([2, 2]);
  expect([...left, ...came].map(({ actor }) => actor.as)).toEqual(Array(4).fill('clock'));
  expect(scene.of('PlannedActLapsed')).toEqual([]);
  expect(scene.of('ActPlanned').length).toBe(scene.of('PlannedActCarriedOut').length);
});

test('three people signed off in one post: for its holder, acting in it, and holding it', () => {
  const signed = scene.of('ChapterSignedOff').map(({ actor }) => actor);
  expect(new Set(signed.map(({ post }) => post)).size).toBe(1);
  expect(new Set(signed.map(({ by }) => by)).size).toBe(3);
  expect(signed.filter(({ for: behalf }) => behalf !== null)).toHaveLength(1);
  const [delegated] = scene.of('DelegationGranted');
  expect(signed.find(({ for: behalf }) => behalf !== null)).toMatchObject({
    by: delegated?.data['to'],
    for: delegated?.data['delegator'],
    post: delegated?.data['post'],
  });
});

test('the delegation ended when the delegator left, and its act was told', () => {
  expect(scene.of('DelegationEnded').map(({ data }) => [data['until'], data['reason']])).toEqual([
    [LEAVES, 'left'],
  ]);
  expect(scene.of('DelegatedActDone').map(({ data }) => data['verb'])).toEqual(['chapter.sign-off']);
});

test('what a delegate may not do was refused, by name, and recorded', () => {
  const rules = scene.of('ActRefused').map(({ data }) => data['rule']);
  expect(rules).toEqual(expect.arrayContaining(['delegation.scope', 'delegation.own-post']));
});

test('the vote was counted over those who held a seat then', () => {
  const sums = scene
    .of('StageClosed')
    .filter(({ data }) => data['stage'] === 'scheme-adoption')
    .map(({ data }) => (data['sum'] as { readonly all?: number }).all);
  expect(sums).toEqual([9, 8]);
});

test('a department that ended handed in by its heir', () => {
  const [merged] = scene.of('DepartmentsMerged');
  const [ended] = (merged?.data['departments'] ?? []) as readonly string[];
  const asked = scene.of('ContributionRequested').filter(({ data }) => data['department'] === ended);
  const handed = scene
    .of('ContributionSubmitted')
    .filter(({ stream }) => asked.some((each) => each.stream === stream));
  expect(handed).toHaveLength(1);
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
