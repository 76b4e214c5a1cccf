import { randomUUID } from 'node:crypto';
import { asRole, foundOne, openStage, type Stage } from './given.ts';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());

const ABOUT = `chapter:${randomUUID()}.return`;
const said = (text: string) => ({ text, others: [], writtenAt: '2026-03-02T09:00:00.000Z' });

test('a draft is its writer’s alone, and lies sealed', async () => {
  const { app, worker, institution, database } = stage;
  const [person, other] = [randomUUID(), randomUUID()];
  const elsewhere = await foundOne(worker, 'live');
  expect(await app.drafts.put(institution, person, ABOUT, { version: 1, said: said('床位数不实') })).toBe(
    true,
  );
  expect(await app.drafts.get(institution, person, ABOUT)).toEqual({ version: 1, said: said('床位数不实') });
  expect(await app.drafts.get(institution, other, ABOUT)).toBeUndefined();
  expect(await app.drafts.get(elsewhere, person, ABOUT)).toBeUndefined();
  const stored = await asRole(database.ownerUrl, (owner) =>
    owner.query<{ body: Buffer }>('select body from ledger.draft where person = $1', [person]),
  );
  expect(stored.rows.map(({ body }) => body.toString('utf8')).join()).not.toContain('床位');
});

test('of two machines that saw the same draft one puts its own, and the other is told', async () => {
  const { app, institution } = stage;
  const person = randomUUID();
  const put = (version: number, text: string): Promise<boolean> =>
    app.drafts.put(institution, person, ABOUT, { version, said: said(text) });
  expect((await Promise.all([put(1, '甲'), put(1, '乙')])).toSorted()).toEqual([false, true]);
  expect(await put(2, '丙')).toBe(true);
  expect(await put(2, '丁')).toBe(false);
  expect(await app.drafts.get(institution, person, ABOUT)).toEqual({ version: 2, said: said('丙') });
});

test('it goes with the data key of its writer', async () => {
  const { app, institution } = stage;
  const person = randomUUID();
  await app.drafts.put(institution, person, ABOUT, { version: 1, said: said('甲') });
  await app.destroyKey(institution, person);
  expect(await app.drafts.get(institution, person, ABOUT)).toBeUndefined();
  expect(await app.drafts.put(institution, person, ABOUT, { version: 2, said: said('乙') })).toBe(false);
});
