import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s5 } from 'mouding/rehearse/scenarios/s5';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;

beforeAll(async () => {
  scene = await rehearsed(s5, 5);
});

afterAll(() => scene?.stop());

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown')).toHaveLength(17);
});

test('the window was shortened once with its mark, and restored', () => {
  const moved = scene.of('WindowMoved').map(({ data }) => [data['how'], data['until']]);
  expect(moved).toEqual([
    ['shortened', '2026-01-26'],
    ['extended', '2026-02-16'],
  ]);
});

test('what was adopted is cited by both changes, and nothing else', () => {
  const [opinion] = scene.of('OpinionGiven').map(({ stream }) => stream);
  const cites = scene
    .of('ManuscriptRevised')
    .flatMap(({ data }) =>
      (data['changes'] as readonly { readonly cites: string | null }[]).map((each) => each.cites),
    );
  expect(cites).toEqual([opinion, opinion]);
});

test('acts out of order were refused by rule, and each refusal is recorded', () => {
  const rules = scene.of('ActRefused').map(({ data }) => data['rule']);
  expect(rules).toEqual(['consult.disposed', 'revise.adopted', 'opinion.final', 'opinion.answered']);
});

test('the form stands behind the opinion that it brought, and what is taken up in the work is a duty of the house', () => {
  const [first, forum] = scene.of('OpinionGiven');
  expect(first?.data).toMatchObject({ quoted: true, original: { scheme: 'file-sha256@1' } });
  expect(forum?.data).toMatchObject({ department: null, from: 'staff' });
  expect(scene.of('DutyGiven').map(({ data }) => data['opinion'])).toEqual([forum?.stream]);
});

test('the record verifies, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
