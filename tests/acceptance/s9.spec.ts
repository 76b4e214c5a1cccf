import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { DISSENTS, s9 } from 'mouding/rehearse/scenarios/s9';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s9, 9)), 240_000);
afterAll(() => scene?.stop(), 60_000);

const of = (type: string): ReturnType<Rehearsed['of']> => scene.of(type);

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(12);
});

test('what was refused is recorded by its rule, in the name of whoever typed it', () => {
  const refused = of('ActRefused').filter(({ data }) => data['rule'] !== 'policy.capacity');
  expect(refused.map(({ data }) => [data['verb'], data['rule']])).toEqual([
    ['meeting.vote', 'meeting.chair-last'],
    ['meeting.decide', 'meeting.chair-last'],
    ['meeting.decide', 'meeting.reason'],
    ['meeting.vote', 'meeting.chair-last'],
    ['meeting.decide', 'meeting.vote-binds'],
  ]);
  const [dean, secretary] = [refused[0]?.actor.by, refused[3]?.actor.by];
  expect(dean).not.toBe(secretary);
  expect(refused.map(({ actor }) => actor.by)).toEqual([dean, dean, dean, secretary, secretary]);
});

test('the chief decides with two of six: it departs from the majority, and the reason is sealed', () => {
  expect(of('ItemDecided').map(({ data }) => data)).toMatchObject([
    { outcome: 'passed', majority: 'not-passed', departs: true, notices: [] },
    { outcome: 'passed', majority: 'passed', departs: false },
  ]);
  expect(of('ItemDecided')[0]?.sealed).toHaveLength(1);
  const closed = of('StageClosed').find(({ data }) => data['stage'] === 'dean-meeting');
  expect(closed?.data['sum']).toMatchObject({ decides: 'chair', all: 6, present: 6, yes: 2, no: 4 });
});

test('four dissents are sealed, each under the key of whoever said it, and no word of them is in the open', () => {
  const first = of('VoteCast')[0]?.stream;
  const against = of('VoteCast').filter(({ stream, data }) => stream === first && data['vote'] === 'no');
  expect(against.map(({ sealed }) => sealed.length)).toEqual([1, 1, 1, 1]);
  expect(new Set(against.map(({ sealed }) => sealed[0]?.subject)).size).toBe(DISSENTS.length);
  const open = JSON.stringify(scene.entries.map(({ data }) => data));
  expect(DISSENTS.filter((words) => open.includes(words))).toEqual([]);
});

test('five to four against: the vote stands, and the item goes to the organ above', () => {
  expect(of('ItemReferred')).toMatchObject([
    { data: { outcome: 'referred', because: 'even', routed: true } },
  ]);
  const closed = of('StageClosed').find(({ data }) => data['stage'] === 'party-committee');
  expect(closed?.data['sum']).toMatchObject({ all: 9, present: 9, yes: 4, no: 5 });
});

test('where the rule only shows, the early vote is entered with its mark', () => {
  const marked = of('VoteCast').filter(({ data }) => JSON.stringify(data).includes('meeting.chair-last'));
  expect(marked).toMatchObject([{ data: { vote: 'yes', notices: [{ facts: { waiting: 5 } }] } }]);
});

test('the record verifies, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
