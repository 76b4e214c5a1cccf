import { faultLine, type LogReport } from '@mouding/ledger';
import { restartLines } from 'mouding/log/restart-lines';
import { batchOf, begin, entryOf, sequenceAll } from '../ledger/given.ts';
import { openLogStage, type LogStage } from './given.ts';

/** A log that goes on in the place of another: by a declaration on the record, or without. */
let stage: LogStage;
let origin: string;
beforeEach(async () => {
  stage = await openLogStage();
  await stage.write(6);
  await stage.checkpoint();
  ({ origin } = (await stage.app.treeLogs.generation(stage.institution)) ?? { origin: '' });
});
afterEach(() => stage.close());

/** The second key has been turned: the fact stands on the stream of the organisation. */
async function declare(next: string): Promise<void> {
  const stream = `org/${stage.institution}`;
  const tx = await begin(stage.app, stage.institution);
  await tx.lock([{ name: stream, mode: 'write' }]);
  const done = await tx.commit(batchOf([entryOf(stream, tx.now, { type: 'LogRestarted', data: { next } })]));
  expect(done.kind).toBe('done');
  await sequenceAll(stage);
}

/** What `log recover` does. */
async function restart(): Promise<void> {
  const newest = await stage.app.treeLogs.newest(stage.institution);
  if (!newest) throw new Error('nothing was published');
  await stage.signer.close(origin);
  const log = { generation: 1, origin: `${origin}/1` };
  await stage.checkpointer.treeLogs.open(stage.institution, log, { reason: '硬盘损坏', after: newest });
  expect(await stage.checkpoint()).toMatchObject({ outcome: 'published' });
}

const verifyWith = (size: number): Promise<LogReport> =>
  stage.verify({ size, root: new Uint8Array(32), origin });

it('that was declared is named, and no fault', async () => {
  await declare(`${origin}/1`);
  await restart();
  expect(await stage.verify()).toMatchObject({
    origin: `${origin}/1`,
    faults: [],
    restarts: [{ origin: `${origin}/1`, declared: true, reason: '硬盘损坏', after: { size: 6 } }],
  });
});

it('that nobody has declared is a fault of its own', async () => {
  await declare(`${origin}/7`);
  await restart();
  const { faults, restarts } = await stage.verify();
  expect(restarts).toMatchObject([{ declared: false }]);
  expect(faults.map(faultLine)).toEqual([
    `log 6: checkpoint: the log ${origin}/1 goes on without a declaration on the record`,
  ]);
});

it('explains to whoever has an old checkpoint why entries of it are gone', async () => {
  await stage.checkpointer.treeLogs.open(
    stage.institution,
    { generation: 1, origin: `${origin}/1` },
    { reason: '硬盘损坏', after: { size: 40, root: new Uint8Array(32) } },
  );
  await declare(`${origin}/1`);
  const lines = (await verifyWith(40)).faults.map(faultLine);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    /^log 40: checkpoint: 40 entries stand in a checkpoint kept elsewhere, 7 are there; the record declares that it was lost: .*\(硬盘损坏\)$/,
  );
});

it('explains it too where the log has grown beyond that checkpoint since', async () => {
  await declare(`${origin}/1`);
  await restart();
  const [line] = (await verifyWith(5)).faults.map(faultLine);
  expect(line).toMatch(
    /^log 5: checkpoint: the first 5 entries are not those of the checkpoint kept elsewhere; the record declares that it was lost: /,
  );
});

it('is named by `log consistency`, declared or not', async () => {
  await restart();
  const lines = () => restartLines(stage.app, stage.institution);
  expect(await lines()).toMatchObject([
    { en: expect.stringMatching(/^NOT declared: \S+\/1 goes on after a log of 6/) },
  ]);
});
