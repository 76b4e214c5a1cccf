import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s6 } from 'mouding/rehearse/scenarios/s6';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s6, 6)));
afterAll(() => scene?.stop());

const of = (type: string): ReturnType<Rehearsed['of']> => scene.of(type);
/** Items that were put in a sitting: who was there is written with them. */
const inSittings = () => of('ItemPut').filter(({ data }) => data['all'] === 66);

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(11);
});

test('each item is put with who is in the room at that moment', () => {
  expect(inSittings().map(({ data }) => [data['present'], data['need']])).toEqual([
    [47, 44],
    [45, 44],
    [58, 44],
  ]);
  expect(
    inSittings().map(({ data }) => (data['there'] as { readonly posts: readonly string[] }).posts.length),
  ).toEqual([47, 45, 58]);
});

test('a put without a quorum is refused with its sum, and each refusal is recorded', () => {
  const refused = of('ActRefused').filter(({ data }) => data['rule'] === 'meeting.quorum');
  const sums = refused.flatMap(({ data }) =>
    data['verb'] === 'meeting.put' ? [(data['facts'] as { readonly present: number }).present] : [],
  );
  expect(sums).toEqual([42, 42, 42]);
});

test('an arrival long past is claimed by one person and confirmed by another', () => {
  const [claim] = of('MovementClaimed');
  const [confirmed] = of('MovementNoted').filter(({ data }) => data['confirmed'] !== undefined);
  expect(claim?.data).toMatchObject({ what: 'came', minutes: 30 });
  expect(confirmed?.data).toMatchObject({ entered: 'afterwards', at: claim?.data['at'] });
  expect(confirmed?.actor.by).not.toBe(claim?.actor.by);
});

test('the plan is carried over on the text of its call, and decided at the next sitting', () => {
  const [carried] = of('ItemCarriedOver');
  expect(of('SittingAdjourned')[0]?.data).toMatchObject({ carried: [carried?.stream] });
  const called = of('MeetingCalled').find(({ stream }) => stream === carried?.stream);
  const put = of('ItemPut').find(({ stream }) => stream === carried?.stream);
  expect(called?.data['item']).toMatchObject({ text: put?.data['text'] });
  expect(of('SittingCalled')).toHaveLength(2);
});

test('the record verifies, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
