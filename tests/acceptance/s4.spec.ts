import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s4 } from 'mouding/rehearse/scenarios/s4';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;

beforeAll(async () => {
  scene = await rehearsed(s4, 4);
});

afterAll(() => scene?.stop());

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown')).toHaveLength(11);
});

test('every change is a fact with its author, and rests on the one before', () => {
  const revised = scene.of('ManuscriptRevised');
  const texts = revised.map(({ data }) => data as { readonly from: object; readonly to: object });
  for (const [i, { from }] of texts.slice(1).entries()) expect(from).toEqual(texts[i]?.to);
  expect(new Set(revised.map(({ actor }) => actor.by)).size).toBe(2);
  expect(revised).toHaveLength(5);
});

test('the second at the clause was refused once, by rule', () => {
  expect(scene.of('ActRefused').map(({ data }) => data['rule'])).toEqual(['manuscript.clause']);
});

test('the record verifies, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
