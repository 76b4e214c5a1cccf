import { Logger, run } from 'graphile-worker';
import { asRole, batchOf, begin, entryOf, newStream, openStage, type Stage } from './given.ts';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());

async function commitJobs(jobs: Parameters<typeof batchOf>[1]): Promise<void> {
  const tx = await begin(stage.app, stage.institution);
  const stream = newStream();
  await tx.lock([{ name: stream, mode: 'write' }]);
  await tx.commit(batchOf([entryOf(stream, tx.now)], jobs));
}

it('are handed over by the app with the facts, and run by the worker’s own role', async () => {
  const done: unknown[] = [];
  await commitJobs({
    jobs: [
      { task: 'tell', payload: { n: 1 }, key: 'same' },
      { task: 'tell', payload: { n: 2 }, key: 'same' },
      { task: 'tell', payload: { n: 3 }, key: null },
    ],
  });
  await commitJobs({ jobs: [{ task: 'tell', payload: { n: 4 }, key: 'same' }] });
  expect(await stage.worker.forwardJobs(100)).toBe(3);
  const finished = Promise.withResolvers<void>();
  const runner = await run({
    connectionString: stage.database.workerUrl,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: {
      tell: (payload) => {
        done.push(payload);
        if (done.length === 2) finished.resolve();
      },
    },
  });
  await finished.promise;
  await runner.stop();
  expect(done).toHaveLength(2);
  expect(done).toEqual(expect.arrayContaining([{ n: 3 }, { n: 4 }]));
});

it('go with their transaction', async () => {
  const tx = await begin(stage.app, stage.institution);
  const stream = newStream();
  await tx.lock([{ name: stream, mode: 'write' }]);
  await asRole(stage.database.ownerUrl, (owner) =>
    owner.query(`insert into ledger.stream_head values ($1, $2, 1, 'x')`, [stage.institution, stream]),
  );
  const committed = await tx.commit(
    batchOf([entryOf(stream, tx.now)], { jobs: [{ task: 'never', payload: {}, key: null }] }),
  );
  expect(committed.kind).toBe('moved');
  const waiting = await asRole(stage.database.ownerUrl, (owner) =>
    owner.query(`select from ledger.outbox where task = 'never'`),
  );
  expect(waiting.rowCount).toBe(0);
});
