import { checkReceipt, receiptLines } from '@mouding/contract';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { DISSENTS, s9 } from 'mouding/rehearse/scenarios/s9';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s9, 9)));
afterAll(() => scene?.stop());

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

test('with server and database gone, the receipt of a dissent still says what was said of, and never what', async () => {
  const cast = of('VoteCast').find(({ data }) => data['vote'] === 'no');
  if (!cast) throw new Error('nobody was against');
  const { stream, version, at, sealed } = cast;
  const [, meeting] = stream.split('/');
  await scene.stop();
  await expect(fetch(`${scene.urls.apiUrl}/health/ready`)).rejects.toThrow('fetch failed');
  const [receipt = '', key = ''] = ['receipt', 'key'].map((name) => scene.played.kept.get(name));
  const means = { sha256, verify: verifyEd25519 };
  const report = checkReceipt(receipt, key, null, means);
  expect(report).toMatchObject({
    verdict: 'signed',
    receipt: {
      dissent: { meeting, item: 1, commitment: sealed[0]?.cm },
      entries: [{ stream, version, at }],
    },
  });
  expect(DISSENTS.filter((words) => receipt.includes(words))).toEqual([]);
  expect(receiptLines(report)[0]?.zh).toBe('一致：回执由该单位签署');
  const altered = receipt.replace(/^dissent (\S+) 1 /m, 'dissent $1 2 ');
  expect(altered).not.toBe(receipt);
  expect(checkReceipt(altered, key, null, means)).toEqual({ verdict: 'not-signed' });
});
