import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s8 } from 'mouding/rehearse/scenarios/s8';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s8, 8)));
afterAll(() => scene?.stop());

const of = (type: string): ReturnType<Rehearsed['of']> => scene.of(type);
const closed = (): readonly unknown[] => of('StageClosed').map(({ data }) => data['sum']);

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(11);
});

test('the base is nine less one, in the sum and in its words', () => {
  expect(closed()[0]).toMatchObject({
    all: 9,
    recused: 1,
    present: 7,
    base: 8,
    need: 5,
    yes: 6,
    zh: '全体9，回避1，实到7≥6 ✓；赞成6>4 ✓',
  });
});

test('why somebody left is sealed under the own key, and no word of it is in the open', () => {
  const recused = of('MemberRecused');
  expect(recused.map(({ data }) => data['kind'])).toEqual(Array.from({ length: 5 }, () => 'declared'));
  expect(recused.every(({ sealed, data }) => sealed[0]?.subject === data['person'])).toBe(true);
  expect(JSON.stringify(scene.entries.map(({ data }) => data))).not.toContain('近亲属');
});

test('too few are left: referred upward, answered on paper, and ended so', () => {
  expect(of('ItemReferred')).toMatchObject([{ data: { because: 'recusal', routed: false } }]);
  expect(of('UpperAnswered')).toMatchObject([{ data: { outcome: 'passed' } }]);
  expect(closed()[1]).toMatchObject({ decides: 'upper', zh: '提请上级决定；上级答复：研究通过' });
});

test('what was refused is recorded by its rule', () => {
  const refused = of('ActRefused').filter(({ data }) => data['because'] !== 'policy');
  expect(refused.map(({ data }) => [data['verb'], data['rule']])).toEqual([
    ['meeting.sign-in', 'meeting.recused'],
    ['meeting.record-vote', 'meeting.recused'],
    ['meeting.vote', 'meeting.recused'],
    ['meeting.open', 'meeting.recusal-floor'],
    ['meeting.sign-in', 'meeting.signed'],
    ['meeting.vote', 'meeting.one-vote'],
  ]);
});

test('the record verifies, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
