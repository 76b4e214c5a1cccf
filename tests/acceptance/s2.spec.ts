import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s2 } from 'mouding/rehearse/scenarios/s2';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s2, 2)));
afterAll(() => scene?.stop());

const of = (type: string): ReturnType<Rehearsed['of']> => scene.of(type);

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(16);
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});

test('two departments are late, two were extended, one reported nothing, one was excused from the draft', () => {
  expect(of('ContributionSubmitted').filter(({ data }) => data['late'] === true)).toHaveLength(2);
  expect(of('ContributionAccepted').filter(({ data }) => data['late'] === true)).toMatchObject([
    { actor: { as: 'office-director' } },
    { actor: { as: 'office-director' } },
  ]);
  expect(of('ContributionSubmitted').filter(({ data }) => data['inGrace'] === true)).toHaveLength(1);
  const extended = of('ContributionExtended').map(({ data }) => data);
  expect(extended).toHaveLength(2);
  expect(extended).toContainEqual({
    from: '2025-12-10T16:00:00.000Z',
    until: '2025-12-15',
    due: '2025-12-15T16:00:00.000Z',
    on: '2025-12-08',
  });
  expect(of('ContributionNoneReported')).toHaveLength(1);
  expect(of('ManuscriptCompiled')).toMatchObject([
    { data: { without: [{ department: expect.any(String) }] } },
  ]);
  expect(of('ContributionWaived')).toHaveLength(1);
});

test('what fell due while the system was down keeps its date and says when it was made up for', () => {
  const belated = of('ContributionFellDue').filter(({ data }) => 'belated' in data);
  expect(new Set(belated.map(({ data }) => data['due']))).toEqual(new Set(['2025-12-12T16:00:00.000Z']));
  for (const { at, data } of belated) expect(data).toMatchObject({ belated: at });
  expect(belated.some(({ data }) => data['escalate'] === '2025-12-15T00:00:00.000Z')).toBe(true);
});

test('what the clockwork did stands in no person’s name', () => {
  for (const type of ['ContributionFellDue', 'ContributionEscalationProposed', 'ContributionQuarantined'])
    expect(of(type).map(({ actor }) => [actor.as, actor.by])).toContainEqual(['clock', null]);
  expect(of('ContributionQuarantined')).toHaveLength(1);
  // Informatics fell due for three seconds; only what stayed silent until work began was put before the office.
  expect(of('ContributionEscalationProposed')).toHaveLength(2);
  expect(of('ContributionEscalated')).toMatchObject([{ actor: { as: 'office' } }]);
});
