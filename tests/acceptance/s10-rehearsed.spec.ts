import { resourceOf } from '@mouding/contract';
import { openLedger } from '@mouding/ledger';
import { castOf } from 'mouding/client/cast';
import { demoHospital, demoPassword } from 'mouding/demo/hospital';
import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { RETURNED } from 'mouding/rehearse/scenarios/amending';
import { s10 } from 'mouding/rehearse/scenarios/s10';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

/** The story of s10.spec.ts as `mouding rehearse --scenario S10` plays it, on the default procedure. */
let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s10, 10)));
afterAll(() => scene?.stop());

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(20);
});

test('sent twice; while it lay with the authority our clock stood still, and ran on by the days it was away', () => {
  const sent = scene.of('FilingSent');
  expect(sent.map(({ data }) => data['no'])).toEqual([1, 2]);
  expect(scene.of('StagePaused').map(({ data }) => data['from'])).toEqual(['2026-04-07', '2026-05-07']);
  expect(scene.of('StageResumed')[0]?.data['due']).toBe('2026-06-08T16:00:00.000Z');
  expect(scene.of('AnswerReceived').map(({ data }) => [data['outcome'], data['points']])).toEqual([
    ['returned', 3],
    ['approved', 0],
  ]);
});

test('no wording of a point stands in the clear, in either log', () => {
  const clear = JSON.stringify(scene.entries.map(({ data }) => data));
  expect(RETURNED.filter(({ point }) => clear.includes(point))).toEqual([]);
});

test('another hand than whoever changed the text classed it, as the rule says at least', () => {
  const [amended] = scene.of('ManuscriptAmended');
  const [classed] = scene.of('AmendmentClassed');
  expect(classed?.data).toMatchObject({ class: 'indicator', proposed: 'editorial', least: 'indicator' });
  expect(classed?.actor).toMatchObject({ as: 'office-director' });
  expect(classed?.actor.by).not.toBe(amended?.actor.by);
  expect(scene.of('ChangeClassed').map(({ data }) => data['keeps'])).toEqual([
    ['dean-meeting', 'congress', 'authority'],
  ]);
});

test('the Party committee decided twice, the congress once', () => {
  const here = scene.of('StageClosed').filter(({ data }) => data['before'] === undefined);
  expect(here.map(({ data }) => data['stage'])).toEqual([
    'party-committee',
    'congress',
    'authority',
    'amendment',
    'amendment-party',
    'authority',
    'issue',
  ]);
});

test('one number was taken, and what was issued is what was decided last', () => {
  expect(scene.of('NumberTaken')).toHaveLength(1);
  const [classed] = scene.of('ChangeClassed');
  expect(scene.of('Issued').map(({ data }) => data['text'])).toEqual([classed?.data['to']]);
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});

test('the issue says what each gate decided, in the body’s own words, with its day and its sum', async () => {
  const { urls } = scene;
  const ledger = openLedger({ url: urls.ownerUrl, applicationName: 's10', keyFile: urls.keyFile });
  const hospital = (await ledger.institutions()).find(({ code }) => code.startsWith(demoHospital.code));
  await ledger.close();
  const office = await castOf(urls.apiUrl, hospital?.code ?? '', demoPassword).as('office');
  const [issued] = scene.of('Issued');
  const { data } = await office.read(`/v1/issues/${issued?.stream.split('/')[1]}`, resourceOf('issue'));
  const text = issued?.data['text'];
  expect(data.gates).toMatchObject([
    { gate: 'dean-meeting', body: '院长办公会', outcome: 'passed', words: null, meeting: null },
    {
      gate: 'party-committee',
      body: '党委会',
      outcome: 'passed',
      words: '研究通过',
      text,
      sum: { decides: 'vote' },
    },
    { gate: 'congress', body: '职工代表大会', outcome: 'passed', words: '表决通过', text },
    { gate: 'authority', body: null, outcome: 'approved' },
  ]);
});
