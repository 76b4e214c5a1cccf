import { randomUUID } from 'node:crypto';
import { dayOf } from '@mouding/core';
import type { Settling } from '@mouding/ledger';
import { asRole, foundOne, newStream, openStage, refusal, type Stage } from '../ledger/given.ts';
import { DOMAIN, owe, owed, pass, reachable, told } from './given.ts';

let stage: Stage;
beforeEach(async () => (stage = await openStage()));
afterEach(() => stage.close());

const LEASE = 60_000;
const all = async () => stage.app.outbox.list(stage.institution, { limit: 200 });
const states = async () => (await all()).map(({ state }) => state).toSorted();
const claim = (limit = 10) => stage.worker.outbox.claim(stage.institution, limit, LEASE);
const settle = (id: string, over: Partial<Settling> = {}) =>
  stage.worker.outbox.settle(stage.institution, {
    id,
    state: 'sent',
    counts: true,
    again: null,
    error: null,
    ...over,
  });
const reconcile = (tellings: Parameters<Stage['worker']['outbox']['reconcile']>[1]) =>
  stage.worker.outbox.reconcile(stage.institution, tellings, DOMAIN);

describe('queueing', () => {
  it('happens once, however often and by however many it is done', async () => {
    const [stream, person] = [newStream(), await reachable(stage)];
    await owe(stage, stream, [owed()]);
    await Promise.all(Array.from({ length: 5 }, () => reconcile([told(stream, person)])));
    const [message] = await all();
    expect(await states()).toEqual(['queued']);
    expect(message).toMatchObject({ stream, person, address: null, attempts: 0 });
    expect(message?.messageId).toBe(`${message?.id}@${DOMAIN}`);
  });

  it('sets aside whom nobody can reach, until somebody can', async () => {
    const [stream, person] = [newStream(), randomUUID()];
    await owe(stage, stream, [owed()]);
    await reconcile([told(stream, person)]);
    expect(await states()).toEqual(['no-address']);
    expect(await claim()).toEqual([]);
    await stage.app.contacts.set(stage.institution, person, 'mail', 'a@plan.example');
    await reconcile([told(stream, person)]);
    expect(await claim()).toMatchObject([
      { person, address: 'a@plan.example', holder: 'office', verb: 'chapter.submit' },
    ]);
  });

  it('ends what no longer stands: unsent is cancelled, sent stays sent', async () => {
    const [one, other, person] = [newStream(), newStream(), await reachable(stage)];
    for (const stream of [one, other]) await owe(stage, stream, [owed()]);
    await reconcile([told(one, person)]);
    const [first] = await claim();
    await settle(first?.id ?? '');
    await reconcile([told(one, person), told(other, person)]);
    await reconcile([]);
    expect(await states()).toEqual(['cancelled', 'sent']);
    expect((await all()).every(({ ended }) => ended !== null)).toBe(true);
  });

  it('tells again when it is owed again, and when the date was moved', async () => {
    const [stream, person] = [newStream(), await reachable(stage)];
    const due = ['2026-05-01T16:00:00.000Z', '2026-05-08T16:00:00.000Z'] as const;
    for (const tellings of [
      [told(stream, person, { due: due[0] })],
      [],
      [told(stream, person, { due: due[0] })],
      [told(stream, person, { due: due[1] })],
    ])
      await reconcile(tellings);
    expect(await states()).toEqual(['cancelled', 'cancelled', 'queued']);
    expect((await all())[0]?.due).toBe(due[1]);
    expect(new Set((await all()).map(({ messageId }) => messageId)).size).toBe(3);
  });
});

describe('a reminder', () => {
  const remindedOn = (stream: string, person: string, remind: string) =>
    reconcile([told(stream, person, { remind })]);

  it('goes to whom the first message reached, on another law day, once a day', async () => {
    const [stream, person] = [newStream(), await reachable(stage)];
    await owe(stage, stream, [owed()]);
    const today = dayOf(await stage.app.lawNow(stage.institution));
    await remindedOn(stream, person, today);
    expect(await states()).toEqual(['queued']);
    await settle((await claim())[0]?.id ?? '');
    await remindedOn(stream, person, today);
    expect(await states()).toEqual(['sent']);
    await stage.app.moveClock(stage.institution, '2044-03-04T02:00:00.000Z');
    for (let i = 0; i < 3; i += 1) await remindedOn(stream, person, '2044-03-04');
    expect((await all()).map(({ kind, occasion, state }) => [kind, occasion, state])).toEqual([
      ['reminder', '2044-03-04', 'queued'],
      ['todo', '', 'sent'],
    ]);
  });

  it('does not pile up behind one that has not gone out', async () => {
    const [stream, person] = [newStream(), await reachable(stage)];
    await owe(stage, stream, [owed()]);
    await reconcile([told(stream, person)]);
    await settle((await claim())[0]?.id ?? '');
    for (const day of ['2044-03-04', '2044-03-07', '2044-03-08']) {
      await stage.app.moveClock(stage.institution, `${day}T02:00:00.000Z`);
      await remindedOn(stream, person, day);
    }
    expect((await all()).map(({ occasion }) => occasion)).toEqual(['2044-03-04', '']);
  });
});

describe('sending', () => {
  it('is one worker’s at a time, and another’s when the lease is over: then it may have been sent', async () => {
    const [stream, person] = [newStream(), await reachable(stage)];
    await owe(stage, stream, [owed()]);
    await reconcile([told(stream, person)]);
    const taken = await Promise.all([claim(), claim(), claim()]);
    expect(taken.flat()).toHaveLength(1);
    expect(taken.flat()[0]?.was).toBe('queued');
    await reconcile([]);
    expect(await states()).toEqual(['sending']);
    await pass(stage, 2);
    expect(await claim()).toMatchObject([{ was: 'sent-unsure', messageId: taken.flat()[0]?.messageId }]);
  });

  it('does not begin for what is no longer owed, or owed by another date', async () => {
    const [gone, moved, person] = [newStream(), newStream(), await reachable(stage)];
    const due = '2026-05-01T16:00:00.000Z';
    await owe(stage, gone, [owed({ due })]);
    await owe(stage, moved, [owed({ due })]);
    await reconcile([told(gone, person, { due }), told(moved, person, { due })]);
    await owe(stage, gone, []);
    await owe(stage, moved, [owed({ due: '2026-05-08T16:00:00.000Z' })]);
    expect(await claim()).toEqual([]);
    expect(await states()).toEqual(['cancelled', 'cancelled']);
  });

  it('comes again after its time, keeping what is not known', async () => {
    const [stream, person] = [newStream(), await reachable(stage)];
    await owe(stage, stream, [owed()]);
    await reconcile([told(stream, person)]);
    const [first] = await claim();
    await settle(first?.id ?? '', { state: 'sent-unsure', again: 60_000, error: 'gone after DATA' });
    expect(await claim()).toEqual([]);
    await pass(stage, 2);
    const [second] = await claim();
    expect(second).toMatchObject({ was: 'sent-unsure', attempts: 1, messageId: first?.messageId });
    await settle(second?.id ?? '');
    expect((await all())[0]).toMatchObject({ state: 'sent', attempts: 2, nextAt: null, lastError: null });
  });

  it('comes again for a bounced one when the office says so or the address was changed, and else never', async () => {
    const [stream, person] = [newStream(), await reachable(stage, 'old@plan.example')];
    await owe(stage, stream, [owed()]);
    await reconcile([told(stream, person)]);
    const bounce = async () => {
      const [message] = await claim();
      await settle(message?.id ?? '', { state: 'bounced', error: '550' });
      return message?.id ?? '';
    };
    const id = await bounce();
    await pass(stage, 60);
    await reconcile([told(stream, person)]);
    expect(await claim()).toEqual([]);
    expect(await stage.app.outbox.resend(stage.institution, id)).toBe('queued');
    expect(await stage.app.outbox.resend(stage.institution, id)).toBe('queued');
    expect(await stage.app.outbox.resend(stage.institution, randomUUID())).toBeUndefined();
    await bounce();
    await stage.app.contacts.set(stage.institution, person, 'mail', 'new@plan.example');
    await reconcile([told(stream, person)]);
    expect(await claim()).toMatchObject([{ id, address: 'new@plan.example' }]);
    await settle(id);
    expect(await stage.app.outbox.resend(stage.institution, id)).toBe('sent');
  });
});

/** One message for each of some streams, queued one after the other. */
async function queueSome(count: number): Promise<readonly string[]> {
  const person = await reachable(stage);
  const streams = Array.from({ length: count }, () => newStream());
  for (const [i, stream] of streams.entries()) {
    await owe(stage, stream, [owed()]);
    await reconcile(streams.slice(0, i + 1).map((of) => told(of, person)));
  }
  return streams;
}

it('is listed page by page, by state, the newest first, and counted', async () => {
  const streams = await queueSome(5);
  const [first] = await claim(1);
  if (!first) throw new Error('nothing was queued');
  await settle(first.id, { state: 'bounced' });
  const list = (over: object) => stage.app.outbox.list(stage.institution, { limit: 2, ...over });
  const one = await list({});
  const two = await list({ after: one[1]?.id });
  const three = await list({ after: two[1]?.id });
  expect([...one, ...two, ...three].map(({ stream }) => stream)).toEqual(streams.toReversed());
  expect((await list({ state: 'bounced' })).map(({ stream }) => stream)).toEqual([first.stream]);
  expect(await stage.app.outbox.counts(stage.institution)).toEqual(
    new Map([
      ['queued', 4],
      ['bounced', 1],
    ]),
  );
});

it('says how many have waited for an hour, and how many bounced', async () => {
  const person = await reachable(stage);
  const streams = [newStream(), newStream()];
  for (const stream of streams) await owe(stage, stream, [owed()]);
  await reconcile(streams.map((stream) => told(stream, person)));
  expect(await stage.app.outbox.health(stage.institution)).toEqual({ waiting: 0, bounced: 0 });
  await pass(stage, 61);
  expect(await stage.app.outbox.health(stage.institution)).toEqual({ waiting: 2, bounced: 0 });
  await settle((await claim(1))[0]?.id ?? '', { state: 'bounced' });
  expect(await stage.app.outbox.health(stage.institution)).toEqual({ waiting: 1, bounced: 1 });
});

it('forgets an address everywhere at once', async () => {
  const [stream, person] = [newStream(), await reachable(stage, 'gone@plan.example')];
  await owe(stage, stream, [owed()]);
  await reconcile([told(stream, person)]);
  await settle((await claim())[0]?.id ?? '');
  expect((await all())[0]?.address).toBe('gone@plan.example');
  await stage.app.contacts.set(stage.institution, person, 'mail', null);
  const kept = await asRole(stage.database.ownerUrl, (owner) =>
    owner.query<{ row: string }>(
      `select m::text as row from ledger.message m union all select c::text from ledger.contact c`,
    ),
  );
  expect(kept.rows.map(({ row }) => row).join()).not.toContain('gone@');
});

it('is another institution’s for nobody, and written by the worker alone', async () => {
  const other = await foundOne(stage.worker, 'live');
  const [stream, person] = [newStream(), await reachable(stage)];
  await owe(stage, stream, [owed()]);
  await reconcile([told(stream, person)]);
  const [message] = await all();
  expect(await stage.app.outbox.list(other, { limit: 10 })).toEqual([]);
  expect(await stage.app.contacts.get(other, person)).toEqual([]);
  expect(await stage.worker.outbox.claim(other, 10, LEASE)).toEqual([]);
  expect(await stage.app.outbox.resend(other, message?.id ?? '')).toBeUndefined();
  await asRole(stage.database.appUrl, async (client) => {
    await client.query(`select set_config('mouding.institution', $1, false)`, [stage.institution]);
    for (const sql of [
      `update ledger.message set state = 'sent'`,
      'delete from ledger.message',
      `insert into ledger.contact values (ledger.institution(), gen_random_uuid(), 'mail', 'a@b.example')`,
    ])
      expect(await refusal(client, sql)).toMatch('permission denied');
  });
});
