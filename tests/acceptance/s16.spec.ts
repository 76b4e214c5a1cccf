import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s16 } from 'mouding/rehearse/scenarios/s16';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s16, 16)));
afterAll(() => scene?.stop());

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(8);
});

test('the case begins where it stood: what came before is told of it, and was not done here', () => {
  const [joined, ...others] = scene.of('CaseOpened');
  expect([joined?.data['joined'], others]).toMatchObject([{ stage: 'party-committee' }, []]);
  const closed = scene.of('StageClosed').filter(({ stream }) => stream === joined?.stream);
  expect(closed.filter(({ data }) => data['before'] !== undefined)).toHaveLength(11);
  const here = closed.filter(({ data }) => data['before'] === undefined);
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

test('whoever entered the earlier stages did not confirm them', () => {
  const [joined] = scene.of('CaseOpened');
  const [confirmed] = scene.of('JoiningConfirmed');
  expect(confirmed?.actor.as).toBe('office-director');
  expect(confirmed?.actor.by).not.toBe(joined?.actor.by);
});

test('the meeting of the day before is a record, with its day, its scan and the rule that it broke', () => {
  const [slip] = scene.of('RecordEntered').filter(({ data }) => data['verb'] === 'meeting.record');
  expect(slip?.data).toMatchObject({ stage: 'party-committee' });
  expect(JSON.stringify(slip?.data)).toContain('meeting.notice');
  expect(JSON.stringify(slip?.data)).toContain('2026-03-12');
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
