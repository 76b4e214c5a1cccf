import { faultLine, rebuildProjections, verifyInstitution } from '@mouding/ledger';
import {
  appendTo,
  batchOf,
  begin,
  countingFolder,
  entryOf,
  foundOne,
  newStream,
  openStage,
  sequenceAll,
  tamper,
  type Stage,
} from './given.ts';

let stage: Stage;
let streams: readonly string[];
beforeEach(async () => {
  stage = await openStage();
  streams = Array.from({ length: 5 }, () => newStream()).toSorted();
  for (const [i, stream] of streams.entries()) await appendTo(stage.app, stage.institution, stream, i + 1);
  await sequenceAll(stage);
});
afterEach(() => stage.close());

const options = () => ({ url: stage.database.ownerUrl, institution: stage.institution });
const rebuild = () => rebuildProjections(options(), () => countingFolder);
const faults = async () => (await verifyInstitution(options(), () => countingFolder)).faults.map(faultLine);
const rowsOf = async () => ({
  items: await stage.app.items(stage.institution, {}),
  obligations: await stage.app.obligationsOf(stage.institution, ['office']),
});

it('gives the live rows again, at a stated index', async () => {
  const before = await rowsOf();
  expect(await rebuild()).toEqual({
    leafIndex: 14,
    streams: 5,
    facts: 15,
    replaced: 5,
    differences: [],
    stuck: [],
  });
  expect(await rowsOf()).toEqual(before);
});

it('mends what was altered, and names it', async () => {
  const before = await rowsOf();
  await tamper(stage, `update ledger.item set status = 'issued' where stream = '${streams[0]}'`);
  await tamper(stage, `delete from ledger.obligation where stream = '${streams[2]}'`);
  await tamper(
    stage,
    `insert into ledger.item (institution, stream, version, kind, id, status, label) select institution, 'chapter/none', 1, 'chapter', 'none', 'open', '无' from ledger.institution`,
  );
  const { differences } = await rebuild();
  expect(differences.map(({ stream, fault }) => [stream, fault])).toEqual([
    [streams[0], 'item'],
    [streams[2], 'obligation'],
    ['chapter/none', 'item'],
  ]);
  expect(await rowsOf()).toEqual(before);
  expect(await faults()).toEqual([]);
});

it('leaves the rows of a stream that has moved beyond the index', async () => {
  const moved = streams[1] ?? '';
  await appendTo(stage.app, stage.institution, moved);
  const before = await rowsOf();
  expect(await rebuild()).toMatchObject({ leafIndex: 14, streams: 5, replaced: 4, differences: [] });
  expect(await rowsOf()).toEqual(before);
  expect(await faults()).toEqual([]);
});

it('leaves alone, and names, a stream that the rules cannot fold', async () => {
  const tx = await begin(stage.app, stage.institution);
  const stuck = streams[0] ?? '';
  await tx.lock([{ name: stuck, mode: 'write' }]);
  await tx.commit(batchOf([entryOf(stuck, tx.now, { type: 'ChapterUnthinkable' })]));
  await sequenceAll(stage);
  const before = await rowsOf();
  const report = await rebuild();
  expect(report.stuck).toEqual([
    { stream: stuck, version: 2, fault: 'fold', detail: 'ChapterUnthinkable cannot happen' },
  ]);
  expect(report.replaced).toBe(4);
  expect(await rowsOf()).toEqual(before);
});

it('leaves another institution alone', async () => {
  const other = await foundOne(stage.worker, 'live');
  await appendTo(stage.app, other, newStream());
  const before = await stage.app.items(other, {});
  await tamper(stage, `update ledger.item set status = 'issued' where institution = '${other}'`);
  expect((await rebuild()).differences).toEqual([]);
  expect(await stage.app.items(other, {})).toEqual(before.map((row) => ({ ...row, status: 'issued' })));
});

it('can be done while commands go on', async () => {
  let going = true;
  const writers = streams.map(async (stream) => {
    while (going) await appendTo(stage.app, stage.institution, stream);
  });
  for (let i = 0; i < 5; i++) {
    await sequenceAll(stage);
    expect((await rebuild()).differences).toEqual([]);
  }
  going = false;
  await Promise.all(writers);
  expect(await faults()).toEqual([]);
});
