import { readdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import {
  assertOrderIsCausal,
  EVERY_SQL_FILE,
  migrate,
  openOrm,
  prepareRoles,
  rebuildProjections,
  runSequencer,
  verifyInstitution,
} from '@mouding/ledger';
import { at, freshDatabase, type FreshDatabase } from '../harness/database.ts';
import {
  asRole,
  batchOf,
  begin,
  countingFolder,
  countRows,
  entryOf,
  newKey,
  newStream,
  sequenceAll,
  stageOn,
} from './given.ts';

const PASSWORDS = { app: 'a', worker: 'b', sequencer: 'c', checkpointer: 'd', audit: 'e' };

let database: FreshDatabase;
beforeAll(async () => (database = await freshDatabase()));
afterAll(() => database.drop());

it('leaves a schema that differs in nothing from the entities', async () => {
  const orm = await openOrm(database.ownerUrl);
  try {
    expect(await orm.schema.getUpdateSchemaSQL()).toBe('');
  } finally {
    await orm.close();
  }
});

it('names every SQL file once', () => {
  const sql = new URL('../../libs/ledger/sql/', import.meta.url);
  const files = readdirSync(sql, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.sql'),
  );
  expect(EVERY_SQL_FILE.toSorted()).toEqual(files.map((name) => name.slice(0, -4)).toSorted());
});

it('can be repeated, twice at once', async () => {
  await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
  const versions = await asRole(database.ownerUrl, (owner) =>
    owner.query<{ name: string }>('select name from ledger.migration order by id'),
  );
  const names = versions.rows.map(({ name }) => name);
  expect([names[0], new Set(names).size]).toEqual(['FirstSchema', names.length]);
});

describe('an owner who is no superuser', () => {
  const name = `plain_${process.pid}`;
  let plain: FreshDatabase;
  beforeAll(async () => {
    await asRole(database.ownerUrl, async (owner) => {
      await owner.query(`create role ${name} login password 'plain'`);
      await owner.query(`grant mouding_jobs to ${name}`);
      await owner.query(`create database ${name} owner ${name}`);
    });
    const there = (url: string): string => at(url, name);
    const ownerUrl = new URL(there(database.ownerUrl));
    ownerUrl.username = name;
    ownerUrl.password = 'plain';
    plain = {
      ownerUrl: ownerUrl.href,
      appUrl: there(database.appUrl),
      workerUrl: there(database.workerUrl),
      sequencerUrl: there(database.sequencerUrl),
      checkpointerUrl: there(database.checkpointerUrl),
      auditUrl: there(database.auditUrl),
      drop: () =>
        asRole(database.ownerUrl, async (owner) => {
          await owner.query(`drop database if exists ${name} with (force)`);
          await owner.query(`drop role ${name}`);
        }),
    };
  });

  it('may migrate once the roles are there, and is told who makes them', async () => {
    await migrate(plain.ownerUrl);
    await migrate(plain.ownerUrl);
    const refused = await prepareRoles(plain.ownerUrl, PASSWORDS);
    expect(refused).toEqual({ refused: expect.stringContaining('docker/roles.sql') });
  });

  it('is held by the policies itself, and everything works', async () => {
    const stage = await stageOn(plain);
    const { app, worker, institution } = stage;
    const [stream, subject] = [newStream(), randomUUID()];
    const command = newKey({ judged: true });
    const tx = await begin(app, institution, command);
    await tx.lock([{ name: stream, mode: 'write' }]);
    const sealed = [{ subject, plain: '意见' }];
    const done = await tx.commit(
      batchOf([entryOf(stream, tx.now, { sealed, data: { due: tx.now } })], {
        jobs: [{ task: 'tell', payload: {}, key: 'k' }],
        deadlines: [{ stream, name: 'due', due: tx.now, verb: 'chapter.expire' }],
        rows: [{ stream, rows: countRows(stream, 1) }],
        answer: () => ({ status: 200, body: null }),
      }),
    );
    expect(done.kind).toBe('done');
    expect((await app.open(institution, command)).kind).toBe('replay');
    expect(await app.openSealed(institution, stream, 1, subject)).toBe('意见');
    await app.destroyKey(institution, subject);
    expect((await app.moveClock(institution, '2044-01-01T00:00:00.000Z')).kind).toBe('moved');
    expect(await worker.dueInstitutions()).toEqual([institution]);
    await sequenceAll(stage);
    await migrate(plain.ownerUrl);
    for (const url of [plain.auditUrl, plain.ownerUrl]) {
      const report = await verifyInstitution({ url, institution }, () => countingFolder);
      expect(report).toMatchObject({ entries: 1, leaves: 1, facts: 1, faults: [] });
    }
    expect(
      await rebuildProjections({ url: plain.ownerUrl, institution }, () => countingFolder),
    ).toMatchObject({ replaced: 1 });
    await stage.close();
  });
});

it('takes no other prefix of roles than a plain word', async () => {
  await expect(prepareRoles(database.ownerUrl, PASSWORDS, 'x"; drop')).rejects.toThrow('not a prefix');
});

it('does not start the sequencer where positions may run ahead of each other', async () => {
  await asRole(database.ownerUrl, async (owner) => {
    await assertOrderIsCausal(owner);
    await owner.query('alter sequence ledger.append_order cache 20');
    await expect(assertOrderIsCausal(owner)).rejects.toThrow('CACHE 1');
    const { signal } = new AbortController();
    await expect(runSequencer({ url: database.sequencerUrl, signal })).rejects.toThrow('CACHE 1');
    await owner.query('alter sequence ledger.append_order cache 1');
  });
});
