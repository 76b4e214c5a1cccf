import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s12 } from 'mouding/rehearse/scenarios/s12';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s12, 12)));
afterAll(() => scene?.stop());

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(15);
});

test('four cases move, are taken back, and move again: each time all four, on a document', () => {
  const moved = scene.of('CaseMigrated');
  expect(new Set(moved.map(({ stream }) => stream)).size).toBe(4);
  expect(moved).toHaveLength(8);
  expect(scene.of('CaseRolledBack')).toHaveLength(4);
  for (const { data, actor } of [...moved, ...scene.of('CaseRolledBack')]) {
    expect(data['document']).toMatchObject({ number: '党委会2026年第6次' });
    expect(actor.as).toBe('office-director');
  }
});

test('nothing moves while one of them votes: what was refused stands as refused', () => {
  const refused = scene.of('ActRefused').map(({ data }) => data['rule']);
  expect(refused).toEqual(
    expect.arrayContaining(['case.migrate-vote', 'case.migrate-moved', 'case.roll-back']),
  );
});

test('the new stage opens with its own date in the case that comes to it, and in no other', () => {
  const entered = scene.of('StageEntered').filter(({ data }) => data['stage'] === 'legal-review');
  expect(entered).toHaveLength(1);
  expect(entered[0]?.data['due']).not.toBeNull();
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
