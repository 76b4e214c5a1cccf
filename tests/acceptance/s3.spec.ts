import { isPlayed } from 'mouding/rehearse/scenarios/play-scenario';
import { s3 } from 'mouding/rehearse/scenarios/s3';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

/** 退回跨并行会签, as `mouding rehearse --scenario S3` plays it. */
let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(s3, 3)));
afterAll(() => scene?.stop());

test('everything is as the scenario says', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played.told.filter(({ kind }) => kind === 'shown').length).toBeGreaterThanOrEqual(17);
});

test('each return says to whom, what of it, and whose countersigns fall with it', () => {
  const returns = scene.of('ChapterReturned').filter(({ data }) => data['of'] === undefined);
  expect(returns.map(({ data }) => [data['clauses'], (data['falls'] as string[]).length])).toEqual([
    [[2, 3], 2],
    [[4], 1],
  ]);
  expect(returns.map(({ data }) => data['to'])).toEqual([expect.any(String), expect.any(String)]);
  expect(returns[0]?.data['to']).not.toBe(returns[1]?.data['to']);
});

test('what stood through both returns was signed once', () => {
  const kept = scene
    .of('ChapterSubmitted')
    .flatMap(({ data }) => (data['kept'] as object[] | undefined) ?? []);
  const [nursing] = kept as { department: string; here: number[] }[];
  expect(kept).toEqual([
    { department: nursing?.department, here: [5] },
    { department: nursing?.department, here: [5] },
  ]);
  const signed = scene.of('ChapterCountersigned').map(({ data }) => data['department']);
  expect(signed.filter((each) => each === nursing?.department)).toHaveLength(1);
  expect(signed).toHaveLength(6);
});

test('two chapters went back to their drafters in one append, and the draft was made once', () => {
  const back = scene.of('ChapterReturned').filter(({ data }) => data['of'] !== undefined);
  expect(new Set(back.map(({ command }) => command.key)).size).toBe(1);
  expect(back).toHaveLength(2);
  expect(scene.of('ManuscriptReturned')).toHaveLength(1);
  expect(scene.of('ManuscriptCompiled')).toHaveLength(1);
});

test('no wording of a return stands in the clear', () => {
  const clear = JSON.stringify(scene.entries.map(({ data }) => data));
  expect(['口径核对', '人才数请核对', '口径不一致'].filter((words) => clear.includes(words))).toEqual([]);
});

test('the record is whole, and the read models rebuilt from it equal the live ones', () => {
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
  expect(isPlayed(scene.played)).toBe(true);
});
