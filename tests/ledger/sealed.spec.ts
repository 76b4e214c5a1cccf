import { randomUUID } from 'node:crypto';
import { KeyDestroyed, migrate, openLedger, WillNotOpen } from '@mouding/ledger';
import { decodeEntry } from '@mouding/evidence';
import { asRole, batchOf, begin, entryOf, newStream, openStage, tamper, type Stage } from './given.ts';

let stage: Stage;
beforeEach(async () => (stage = await openStage()), 60_000);
afterEach(() => stage.close());

const WORDING = { wording: '建议增加急诊床位', name: '王秀兰' };

async function sealOne(subject: string, stream = newStream()): Promise<string> {
  const tx = await begin(stage.app, stage.institution);
  await tx.lock([{ name: stream, mode: 'write' }]);
  try {
    const batch = batchOf([entryOf(stream, tx.now, { sealed: [{ subject, plain: WORDING }] })]);
    const { kind } = await tx.commit(batch);
    // A key that was known and is gone by now: a command is tried again, and then misses it.
    return kind === 'moved' ? sealOne(subject, stream) : stream;
  } finally {
    await tx.rollback();
  }
}

it('opens for whoever has the key, and is nowhere in clear', async () => {
  const subject = randomUUID();
  const stream = await sealOne(subject);
  expect(await stage.app.openSealed(stage.institution, stream, 1, subject)).toEqual(WORDING);
  const [stored] = await stage.app.entries(stage.institution, stream);
  expect(stored?.entry).not.toContain('王秀兰');
  const bytes = await asRole(stage.database.ownerUrl, (owner) =>
    owner.query<{ text: string }>(`select encode(body, 'escape') as text from ledger.sealed_body`),
  );
  expect(bytes.rows[0]?.text).not.toContain(Buffer.from('王秀兰').toString('latin1'));
});

it('is sealed by the coalesced door too', async () => {
  const [stream, subject] = [newStream(), randomUUID()];
  const sealed = [{ subject, plain: WORDING }];
  const at = await stage.app.lawNow(stage.institution);
  const expected = new Map([[stream, { version: 0, hash: null }]]);
  await stage.app.appendCoalesced(stage.institution, {
    expected,
    entries: [entryOf(stream, at, { sealed })],
  });
  expect(await stage.app.openSealed(stage.institution, stream, 1, subject)).toEqual(WORDING);
});

it('makes one key for a subject, whoever is first', async () => {
  const subject = randomUUID();
  const streams = await Promise.all(Array.from({ length: 8 }, () => sealOne(subject)));
  for (const stream of streams)
    expect(await stage.app.openSealed(stage.institution, stream, 1, subject)).toEqual(WORDING);
});

it('never opens again once its key is destroyed, and no hash changes', async () => {
  const subject = randomUUID();
  const stream = await sealOne(subject);
  const before = await stage.app.entries(stage.institution, stream);
  await stage.app.destroyKey(stage.institution, subject);
  await stage.app.destroyKey(stage.institution, subject);
  expect(await stage.app.openSealed(stage.institution, stream, 1, subject)).toBeUndefined();
  expect(await stage.worker.openSealed(stage.institution, stream, 1, subject)).toBeUndefined();
  expect(await stage.app.entries(stage.institution, stream)).toEqual(before);
  await expect(sealOne(subject)).rejects.toThrow(KeyDestroyed);
});

it('does not open after a restore that brought the key back, and the next migration deletes it', async () => {
  const subject = randomUUID();
  const stream = await sealOne(subject);
  const keys = `select encode(wrapped, 'hex') as wrapped from vault.data_key where subject = '${subject}'`;
  const { ownerUrl } = stage.database;
  const saved = await asRole(
    ownerUrl,
    async (owner) => (await owner.query<{ wrapped: string }>(keys)).rows[0]?.wrapped,
  );
  await stage.app.destroyKey(stage.institution, subject);
  await tamper(
    stage,
    `insert into vault.data_key values ('${stage.institution}', '${subject}', decode('${saved}', 'hex'))`,
  );
  expect(await stage.app.openSealed(stage.institution, stream, 1, subject)).toBeUndefined();
  await migrate(ownerUrl);
  expect(await asRole(ownerUrl, async (owner) => (await owner.query(keys)).rowCount)).toBe(0);
});

it('loses its keys, not its record, when the vault was left out of a dump', async () => {
  const subject = randomUUID();
  const stream = await sealOne(subject);
  await asRole(stage.database.ownerUrl, (owner) => owner.query('drop schema vault cascade'));
  await migrate(stage.database.ownerUrl);
  expect(await stage.app.openSealed(stage.institution, stream, 1, subject)).toBeUndefined();
  const again = randomUUID();
  expect(await stage.app.openSealed(stage.institution, await sealOne(again), 1, again)).toEqual(WORDING);
});

it('says so when a body was altered or moved', async () => {
  const subject = randomUUID();
  const [one, other] = [await sealOne(subject), await sealOne(subject)];
  await tamper(
    stage,
    `update ledger.sealed_body set stream = '${other}', version = 2 where stream = '${one}'`,
  );
  await tamper(
    stage,
    `update ledger.sealed_body set stream = '${one}', version = 1 where stream = '${other}' and version = 1`,
  );
  await expect(stage.app.openSealed(stage.institution, one, 1, subject)).rejects.toThrow(WillNotOpen);
});

it('needs a key file', async () => {
  const bare = openLedger({ url: stage.database.appUrl, applicationName: 'spec-bare' });
  try {
    const tx = await begin(bare, stage.institution);
    const stream = newStream();
    await tx.lock([{ name: stream, mode: 'write' }]);
    const sealed = [{ subject: randomUUID(), plain: WORDING }];
    await expect(tx.commit(batchOf([entryOf(stream, tx.now, { sealed })]))).rejects.toThrow('key file');
    await tx.rollback();
  } finally {
    await bare.close();
  }
});

it('says in the entry what the body must hash and open to', async () => {
  const subject = randomUUID();
  const [stored] = await stage.app.entries(stage.institution, await sealOne(subject));
  const { sealed } = decodeEntry(stored?.entry ?? '');
  expect(sealed).toEqual([
    { subject, ct: expect.stringMatching(/^[0-9a-f]{64}$/), cm: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});
