import { createHash } from 'node:crypto';
import { decodeEntry } from '@mouding/evidence';
import { until } from 'mouding/until';
import {
  appendTo,
  asRole,
  batchOf,
  begin,
  countRows,
  entryOf,
  newKey,
  newStream,
  openStage,
  type Stage,
} from './given.ts';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Waits until a transaction of this database waits for a stream. */
const someoneWaits = (): Promise<true> =>
  asRole(stage.database.ownerUrl, (owner) =>
    until('someone to wait for a stream', async () => {
      const waiting = await owner.query(`select from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`);
      return waiting.rowCount ? true : undefined;
    }),
  );

describe('a command', () => {
  it('leaves everything of its batch, and its answer, at once', async () => {
    const { app, worker, institution } = stage;
    const command = newKey();
    const stream = newStream();
    const other = newStream('case');
    const tx = await begin(app, institution, command);
    await tx.lock([
      { name: stream, mode: 'write' },
      { name: other, mode: 'write' },
    ]);
    const text = '一、总则\n';
    const done = await tx.commit(
      batchOf([entryOf(stream, tx.now), entryOf(other, tx.now), entryOf(stream, tx.now)], {
        texts: [{ hash: hashOf(text), content: text }],
        deadlines: [{ stream, name: 'due', due: '2020-01-01T00:00:00.000Z', verb: 'chapter.expire' }],
        rows: [{ stream, rows: countRows(stream, 2) }],
        answer: (receipts) => ({ status: 201, body: { receipts: receipts.map(({ leafHash }) => leafHash) } }),
      }),
    );
    if (done.kind !== 'done') throw new Error('moved');
    expect(done.receipts.map(({ stream: of, version }) => [of, version])).toEqual([
      [stream, 1],
      [other, 1],
      [stream, 2],
    ]);
    const entries = await app.entries(institution, stream);
    expect(entries.map(({ entry }) => decodeEntry(entry).prev)).toEqual([null, done.receipts[0]?.leafHash]);
    expect(await app.text(institution, hashOf(text))).toBe(text);
    expect(await app.items(institution, { streams: [stream] })).toMatchObject([
      { stream, version: 2, status: 'facts-2' },
    ]);
    expect(await worker.dueDeadlines(institution, 10)).toMatchObject([
      { stream, name: 'due', due: '2020-01-01T00:00:00.000Z' },
    ]);
    expect(await worker.dueInstitutions()).toEqual([institution]);
    expect(await app.open(institution, command)).toEqual({
      kind: 'replay',
      status: 201,
      body: { receipts: done.receipts.map(({ leafHash }) => leafHash) },
    });
  });

  it('is refused its key for anything but what the key was used for', async () => {
    const { app, institution } = stage;
    const command = newKey();
    const tx = await begin(app, institution, command);
    await tx.commit(batchOf([], { answer: () => ({ status: 409, body: { rule: 'quorum' } }) }));
    expect(await app.open(institution, { ...command, bodyHash: 'another' })).toEqual({ kind: 'reused' });
    expect(await app.open(institution, { ...command, verb: 'chapter.withdraw' })).toEqual({ kind: 'reused' });
    expect(await app.open(institution, { ...command, target: newStream() })).toEqual({ kind: 'reused' });
    expect((await app.open(institution, command)).kind).toBe('replay');
  });

  it('finds its key in flight while another is at work on it, and fresh after that one gave up', async () => {
    const { app, institution } = stage;
    const command = newKey();
    const tx = await begin(app, institution, command);
    expect(await app.open(institution, command)).toEqual({ kind: 'in-flight' });
    await tx.rollback();
    await (await begin(app, institution, command)).rollback();
  });

  it('writes nothing when a stream is not where its lock said', async () => {
    const { app, institution, database } = stage;
    const stream = newStream();
    await appendTo(app, institution, stream);
    const tx = await begin(app, institution);
    await tx.lock([{ name: stream, mode: 'write' }]);
    // Nobody can move a locked stream by the doors; a hand in the database can.
    await asRole(database.ownerUrl, (owner) =>
      owner.query(`update ledger.stream_head set hash = sha256('x') where stream = $1`, [stream]),
    );
    const text = '不应留下';
    expect(
      await tx.commit(batchOf([entryOf(stream, tx.now)], { texts: [{ hash: hashOf(text), content: text }] })),
    ).toEqual({
      kind: 'moved',
    });
    expect(await app.entries(institution, stream)).toHaveLength(1);
    expect(await app.text(institution, hashOf(text))).toBeUndefined();
  });

  it('leaves nothing behind when it is rolled back', async () => {
    const { app, institution } = stage;
    const stream = newStream();
    const tx = await begin(app, institution);
    await tx.lock([{ name: stream, mode: 'write' }]);
    await tx.rollback();
    expect((await app.heads(institution, [stream])).get(stream)).toEqual({ version: 0, hash: null });
    await expect(tx.textExists(hashOf('x'))).rejects.toThrow('has ended');
  });

  it('does not write a stream that it only reads', async () => {
    const { app, institution } = stage;
    const stream = newStream();
    const tx = await begin(app, institution);
    await tx.lock([{ name: stream, mode: 'read' }]);
    await expect(tx.commit(batchOf([entryOf(stream, tx.now)]))).rejects.toThrow('without a head');
    await tx.rollback();
  });

  it('waits for whoever writes a stream that it reads, and then sees what was written', async () => {
    const { app, institution } = stage;
    const stream = newStream();
    const writer = await begin(app, institution);
    await writer.lock([{ name: stream, mode: 'write' }]);
    const reader = await begin(app, institution);
    const locked = reader.lock([{ name: stream, mode: 'read' }]);
    await someoneWaits();
    await writer.commit(batchOf([entryOf(stream, writer.now)]));
    expect((await locked).get(stream)?.version).toBe(1);
    expect(reader.now >= writer.now).toBe(true);
    await reader.rollback();
  });

  it('knows who brought which text', async () => {
    const { app, institution } = stage;
    const [mine, theirs] = [newKey().person, newKey().person];
    const { hash } = await app.putText(institution, '甲的文稿', mine);
    await app.putText(institution, '甲的文稿', mine);
    const copied = await app.putText(institution, '外单位来文');
    const tx = await begin(app, institution);
    expect([...(await tx.brought(mine, [hash, copied.hash])).keys()]).toEqual([hash]);
    expect(await tx.brought(theirs, [hash, copied.hash])).toEqual(new Map());
    await tx.rollback();
    await app.putText(institution, '甲的文稿', theirs);
    const after = await begin(app, institution);
    expect([...(await after.brought(theirs, [hash])).keys()]).toEqual([hash]);
    await after.rollback();
  });

  it('replaces the rows of its streams, all of them', async () => {
    const { app, institution } = stage;
    const stream = newStream();
    await appendTo(app, institution, stream);
    const own = async () =>
      (await app.obligationsOf(institution, ['office'])).filter((row) => row.stream === stream);
    expect(await own()).toMatchObject([{ name: 'sign-off', version: 1, due: '2027-01-01T00:00:00.000Z' }]);
    await appendTo(app, institution, stream);
    expect(await own()).toEqual([]);
    const tx = await begin(app, institution);
    await tx.lock([{ name: stream, mode: 'write' }]);
    await tx.commit(
      batchOf([entryOf(stream, tx.now)], { rows: [{ stream, rows: { item: null, obligations: [] } }] }),
    );
    expect(await app.items(institution, { streams: [stream] })).toEqual([]);
  });

  it('settles deadlines and sets them anew', async () => {
    const { app, institution } = stage;
    const stream = newStream();
    const due = (name: string, at: string) => ({ stream, name, due: at, verb: 'chapter.expire' });
    const tx = await begin(app, institution);
    await tx.lock([{ name: stream, mode: 'write' }]);
    const deadlines = [due('a', '2019-01-01T00:00:00.000Z'), due('b', '2019-01-02T00:00:00.000Z')];
    await tx.commit(batchOf([entryOf(stream, tx.now)], { deadlines }));
    const next = await begin(app, institution);
    await next.lock([{ name: stream, mode: 'write' }]);
    const moved = { settled: [{ stream, name: 'a' }], deadlines: [due('b', '2018-01-01T00:00:00.000Z')] };
    await next.commit(batchOf([entryOf(stream, next.now)], moved));
    const own = (await app.dueDeadlines(institution, 100)).filter((row) => row.stream === stream);
    expect(own).toEqual([due('b', '2018-01-01T00:00:00.000Z')]);
  });
});

describe('the coalesced door', () => {
  it('lets each of many appends win or lose by itself', async () => {
    const { app, institution } = stage;
    const [hot, ...quiet] = Array.from({ length: 40 }, () => newStream());
    if (!hot) throw new Error('no stream');
    const at = await app.lawNow(institution);
    const append = (stream: string) =>
      app.appendCoalesced(institution, {
        expected: new Map([[stream, { version: 0, hash: null }]]),
        entries: [entryOf(stream, at)],
      });
    const done = await Promise.all([append(hot), ...quiet.map(append), append(hot)]);
    expect(done.map(({ kind }) => kind)).toEqual([...quiet.map(() => 'done'), 'done', 'conflict']);
    expect(done.at(-1)).toEqual({ kind: 'conflict', streams: [hot] });
    expect(await app.entries(institution, hot)).toHaveLength(1);
  });

  it('appends to several streams whole or not at all', async () => {
    const { app, institution } = stage;
    const [moved, still] = [newStream(), newStream()];
    await appendTo(app, institution, moved);
    const expected = new Map([moved, still].map((stream) => [stream, { version: 0, hash: null }]));
    const at = await app.lawNow(institution);
    const entries = [entryOf(still, at), entryOf(moved, at)];
    expect((await app.appendCoalesced(institution, { expected, entries })).kind).toBe('conflict');
    expect(await app.entries(institution, still)).toEqual([]);
  });

  it('waits for a command that reads the stream', async () => {
    const { app, institution } = stage;
    const stream = newStream();
    const reader = await begin(app, institution);
    await reader.lock([{ name: stream, mode: 'read' }]);
    const expected = new Map([[stream, { version: 0, hash: null }]]);
    const appended = app.appendCoalesced(institution, { expected, entries: [entryOf(stream, reader.now)] });
    await someoneWaits();
    expect(await app.entries(institution, stream)).toEqual([]);
    await reader.rollback();
    expect((await appended).kind).toBe('done');
  });

  it('makes no others pay for an append that the database cannot take', async () => {
    const { app, institution } = stage;
    const at = await app.lawNow(institution);
    const append = (stream: string, data: { note: string }) =>
      app.appendCoalesced(institution, {
        expected: new Map([[stream, { version: 0, hash: null }]]),
        entries: [entryOf(stream, at, { data })],
      });
    // jsonb knows no U+0000, so the check of the columns fails on it.
    const done = await Promise.allSettled([
      append(newStream(), { note: 'a\u0000b' }),
      append(newStream(), { note: '好' }),
    ]);
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});
