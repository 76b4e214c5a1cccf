import { randomUUID } from 'node:crypto';
import { asRole, begin, foundOne, openStage, type Stage } from './given.ts';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());

const HOUR = 3_600;

describe('a session', () => {
  it('is found by its token until it ends, and is stored as a hash', async () => {
    const { app, institution, database } = stage;
    const person = randomUUID();
    const { token, ends } = await app.sessions.create(institution, person, 12 * HOUR);
    expect(await app.sessions.find(token, HOUR)).toMatchObject({ institution, person, ends });
    const stored = await asRole(database.ownerUrl, (owner) =>
      owner.query<{ row: string }>('select session::text as row from ledger.session'),
    );
    expect(stored.rows.map(({ row }) => row).join()).not.toContain(token.split('.')[1]);
    await app.sessions.end(token);
    expect(await app.sessions.find(token, HOUR)).toBeUndefined();
  });

  it('ends by its age and by its idleness, in real time', async () => {
    const { app, institution, database } = stage;
    const [old, idle, fresh] = await Promise.all(
      [1, 2, 3].map(() => app.sessions.create(institution, randomUUID(), HOUR)),
    );
    const age = (token: string | undefined, sql: string): Promise<unknown> =>
      asRole(database.ownerUrl, (owner) =>
        owner.query(`update ledger.session set ${sql} where token_hash = sha256($1)`, [
          Buffer.from(token ?? ''),
        ]),
      );
    await age(old?.token, `ends = now() - interval '1 second'`);
    await age(idle?.token, `used = now() - interval '31 minutes'`);
    await app.moveClock(institution, '2033-01-01T00:00:00.000Z');
    const found = await Promise.all(
      [old, idle, fresh].map((made) => app.sessions.find(made?.token ?? '', HOUR / 2)),
    );
    expect(found.map((session) => session !== undefined)).toEqual([false, false, true]);
    await app.sessions.touch(idle?.token ?? '');
    expect(await app.sessions.find(idle?.token ?? '', HOUR / 2)).toBeDefined();
  });

  it('is not found under another institution, nor by half a token', async () => {
    const { app, worker, institution } = stage;
    const other = await foundOne(worker, 'live');
    const { token } = await app.sessions.create(institution, randomUUID(), HOUR);
    expect(await app.sessions.find(token.replace(institution, other), HOUR)).toBeUndefined();
    for (const broken of ['', token.slice(0, -1), `${token}=`, token.split('.')[1] ?? '']) {
      expect(await app.sessions.find(broken, HOUR)).toBeUndefined();
    }
  });

  it('can be ended with all others of the person', async () => {
    const { app, institution } = stage;
    const person = randomUUID();
    const made = await Promise.all([1, 2, 3].map(() => app.sessions.create(institution, person, HOUR)));
    expect(await app.sessions.endOthers(institution, person, made[0]?.token ?? null)).toBe(2);
    const found = await Promise.all(made.map(({ token }) => app.sessions.find(token, HOUR)));
    expect(found.map((session) => session !== undefined)).toEqual([true, false, false]);
  });
});

describe('a login', () => {
  it('belongs to one person of an institution', async () => {
    const { app, worker, institution } = stage;
    const other = await foundOne(worker, 'live');
    const person = randomUUID();
    await app.credentials.set(institution, 'lijing', person, '$argon2id$1');
    expect(await app.credentials.find(institution, 'lijing')).toMatchObject({
      person,
      secret: '$argon2id$1',
      oneTime: false,
      active: true,
    });
    expect(await app.credentials.find(other, 'lijing')).toBeUndefined();
    const tx = await begin(app, institution);
    expect(await tx.register({ person: randomUUID(), login: 'lijing', secret: 'x', name: '李静' })).toBe(
      'login-taken',
    );
    await tx.rollback();
  });
});

describe('the directory', () => {
  it('finds names and forgets them', async () => {
    const { app, institution } = stage;
    const person = randomUUID();
    await app.directory.put(institution, { person, name: '欧阳文远', contact: null });
    expect(await app.directory.search(institution, '文远', 5)).toEqual([
      { person, name: '欧阳文远', contact: null },
    ]);
    expect(await app.directory.search(institution, '%', 5)).toEqual([]);
    await app.directory.erase(institution, person);
    expect(await app.directory.get(institution, [person])).toEqual(new Map());
  });
});

describe('the law clock', () => {
  it('moves forward only, and only where it is rehearsed', async () => {
    const { app, worker, institution } = stage;
    const live = await foundOne(worker, 'live');
    expect(await app.moveClock(live, '2040-01-01T00:00:00.000Z')).toEqual({ kind: 'refused', rule: 'live' });
    expect(Math.abs(Date.parse(await app.lawNow(live)) - Date.now())).toBeLessThan(60_000);
    const moved = await app.moveClock(institution, '2040-01-01T00:00:00.000Z');
    expect(moved).toEqual({ kind: 'moved', now: expect.stringMatching(/^2040-01-01T00:00:0/) });
    expect(await app.moveClock(institution, '2039-01-01T00:00:00.000Z')).toEqual({
      kind: 'refused',
      rule: 'backwards',
    });
    expect((await app.lawNow(institution)) >= '2040-01-01T00:00:00.000Z').toBe(true);
  });

  it('moves back with a transaction that is rolled back', async () => {
    const { app, institution } = stage;
    const tx = await begin(app, institution);
    await tx.moveClock('2050-01-01T00:00:00.000Z');
    expect(tx.now >= '2050-01-01T00:00:00.000Z').toBe(true);
    await tx.rollback();
    expect((await app.lawNow(institution)) < '2050-01-01T00:00:00.000Z').toBe(true);
  });
});
