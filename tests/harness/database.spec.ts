import { ask } from 'mouding/postgres/ask';
import { freshDatabase, type FreshDatabase } from './database.ts';

const made: FreshDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function fresh(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  made.push(database);
  return database;
}

test('each database is migrated, empty and nobody else sees it', async () => {
  const [one, other] = [await fresh(), await fresh()];
  await ask(one.ownerUrl, 'create table ledger.mark (x int)');
  const count = 'select count(*)::int as n from ledger.institution';
  expect(await ask(one.ownerUrl, count)).toEqual({ row: { n: 0 } });
  expect(await ask(other.ownerUrl, 'select x from ledger.mark')).toEqual({
    error: expect.stringContaining('does not exist'),
  });
});

test('each role reaches it under its own name', async () => {
  const { appUrl, workerUrl, sequencerUrl, checkpointerUrl, auditUrl } = await fresh();
  const names = await Promise.all(
    [appUrl, workerUrl, sequencerUrl, checkpointerUrl, auditUrl].map((url) =>
      ask(url, 'select current_user as name'),
    ),
  );
  expect(names).toEqual(
    ['app', 'worker', 'sequencer', 'checkpointer', 'audit'].map((role) => ({
      row: { name: `mouding_${role}` },
    })),
  );
});
