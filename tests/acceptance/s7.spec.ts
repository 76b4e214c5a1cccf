import { CaseOverview } from '@mouding/contract';
import type { Entry } from '@mouding/evidence';
import { castOf } from 'mouding/client/cast';
import { demoHospital, demoPassword } from 'mouding/demo/hospital';
import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s7 } from 'mouding/rehearse/scenarios/s7';
import { openLedger } from '@mouding/ledger';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

const [ALL, PRESENT, YES] = [66, 52, 33];

let scene: Rehearsed;
/** The plan under “more than half”, and the one under “half or more”. */
let strict: string;
let inclusive: string;

beforeAll(async () => {
  scene = await rehearsed(s7, 7);
  [strict = '', inclusive = ''] = scene
    .of('CaseOpened')
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ stream }) => stream);
});

afterAll(() => scene?.stop());

/** How the stages of a plan closed, in their order. */
const closings = (plan: string, stage: string): readonly Entry['data'][] =>
  scene
    .of('StageClosed')
    .flatMap(({ stream, data }) => (stream === plan && data['stage'] === stage ? [data] : []));

const outcomes = (plan: string, stage: string): readonly unknown[] =>
  closings(plan, stage).map(({ outcome }) => outcome);

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(13);
});

test('院长办公会 agrees in principle with four conditions: nothing is approved, the text goes to its revision', () => {
  expect(outcomes(strict, 'dean-meeting')).toEqual(['in-principle', 'passed', 'passed', 'passed']);
  expect(scene.of('ConditionSet')).toHaveLength(4);
  expect(closings(strict, 'dean-meeting')[0]?.['sum']).toMatchObject({ conditions: 4 });
  expect(outcomes(strict, 'revision')).toEqual(['revised', 'revised', 'revised', 'revised']);
});

test('the item of 党委会 is refused until all four are verified or waived, and each refusal is recorded', () => {
  const refused = scene.of('ActRefused').filter(({ data }) => data['rule'] === 'meeting.conditions');
  expect(refused.map(({ data }) => data['verb'])).toEqual(['meeting.put', 'meeting.put', 'meeting.put']);
  expect(refused.map(({ data }) => (data['facts'] as { readonly open?: number }).open)).toEqual([4, 4, 1]);
  expect([scene.of('ConditionVerified').length, scene.of('ConditionWaived').length]).toEqual([3, 1]);
  expect(outcomes(strict, 'party-committee')).toEqual(['passed', 'passed', 'passed']);
});

test('whoever meets a condition sees it, and neither the meeting that set it nor the text', async () => {
  const { urls } = scene;
  const ledger = openLedger({ url: urls.ownerUrl, applicationName: 's7', keyFile: urls.keyFile });
  const hospital = (await ledger.institutions()).find(({ code }) => code.startsWith(demoHospital.code));
  await ledger.close();
  const head = await castOf(urls.apiUrl, hospital?.code ?? '', demoPassword).as('hulibu');
  const { stages } = await head.read(`/v1/cases/${strict.slice('case/'.length)}`, CaseOverview);
  const dean = stages.find(({ id }) => id === 'dean-meeting');
  expect(dean?.items.map(({ kind }) => kind)).toEqual(['condition']);
  expect([dean?.outcome, dean?.text]).toEqual(['passed', null]);
});

test(`${YES} of ${ALL} is not more than half: twice sent back, and passed at the third reading with one more`, () => {
  expect(outcomes(strict, 'congress')).toEqual(['not-passed', 'not-passed', 'passed']);
  const sums = closings(strict, 'congress').map(({ sum }) => sum);
  expect(sums[0]).toMatchObject({ all: ALL, present: PRESENT, yes: YES, need: 34, quorate: true });
  expect(sums[1]).toMatchObject({ all: ALL, present: PRESENT, yes: YES, need: 34 });
  expect(sums[2]).toMatchObject({ all: ALL, present: PRESENT, yes: YES + 1, need: 34 });
});

test('a second reading too soon, and a third without a resolution of 党委会, are refused with the sum', () => {
  const refused = scene.of('ActRefused').filter(({ data }) => data['rule'] === 'meeting.second-reading');
  expect(refused.map(({ data }) => data['facts'])).toMatchObject([
    { last: '2026-03-27', n: 7, unit: 'natural', earliest: '2026-04-03', on: '2026-04-02' },
    { failed: 2, limit: 2, then: 'party-committee' },
  ]);
});

test(`${YES} of ${ALL} is half: where half or more is enough, it passes`, () => {
  expect(outcomes(inclusive, 'congress')).toEqual(['passed']);
  expect(closings(inclusive, 'congress')[0]?.['sum']).toMatchObject({
    all: ALL,
    present: PRESENT,
    yes: YES,
    need: 33,
  });
});

test('under a mandate the text is changed once inside it and once outside: covered, and decided on again', () => {
  expect(outcomes(inclusive, 'dean-meeting')).toEqual(['mandated', 'passed']);
  expect(outcomes(inclusive, 'dean-meeting-mandate')).toEqual(['approved']);
  expect(outcomes(inclusive, 'party-committee')).toEqual(['mandated', 'passed']);
  expect(outcomes(inclusive, 'party-committee-mandate')).toEqual(['returned']);
  expect(scene.of('MandateApproved').map(({ data }) => [data['outside'], data['late']])).toEqual([
    [0, false],
  ]);
  expect(scene.of('MandateReferred').map(({ data }) => data['outside'])).toEqual([2]);
  const refused = scene.of('ActRefused').filter(({ data }) => data['rule'] === 'mandate.scope');
  expect(refused.map(({ data }) => data['facts'])).toMatchObject([
    {
      outside: [
        { row: 2, why: 'number' },
        { row: 3, why: 'unassigned', numbers: [] },
      ],
    },
  ]);
});

test('what a body passed is put before it again while the next one has it, and confirmed', () => {
  expect(
    scene.of('GateReconsidered').map(({ stream, data }) => [stream, data['stage'], data['effect']]),
  ).toEqual([[inclusive, 'dean-meeting', 'confirmed']]);
});

test('a member who was recorded is told; nobody who was only counted is', () => {
  const people = (verb: string): readonly (readonly [stage: unknown, people: number])[] =>
    scene
      .of('RecordEntered')
      .flatMap(({ data }) =>
        data['verb'] === verb
          ? [[data['stage'], (data['people'] as readonly unknown[]).length] as const]
          : [],
      );
  const attendance = people('meeting.record-attendance').map(([, told]) => told);
  expect([attendance.length, Math.max(...attendance), Math.min(...attendance)]).toEqual([4 * PRESENT, 1, 1]);
  expect(people('meeting.record').filter(([stage]) => stage !== 'group-review')).toEqual([
    ['dean-meeting', 6],
    ['party-committee', 9],
    ['dean-meeting', 6],
    ['party-committee', 9],
  ]);
});

test('the record verifies, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
