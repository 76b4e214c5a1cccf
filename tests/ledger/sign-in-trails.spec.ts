import type { Trail, TrailRule } from '@mouding/ledger';
import { asRole, openStage, type Stage } from './given.ts';

let stage: Stage;
beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());

const rule: TrailRule = { free: 5, firstWait: 30, factor: 2, longest: 900, fromAddress: 300 };
const trail = (login: string, address = `address of ${login}`): Trail => ({
  institution: 'one',
  login,
  address,
});

const attempts = async (of: Trail, times: number, by: TrailRule = rule): Promise<readonly number[]> => {
  const waits: number[] = [];
  for (let i = 0; i < times; i += 1) waits.push(await stage.app.trails.attempt(of, by));
  return waits;
};

/** Lets real time pass for the trails: machinery knows no other clock. */
const pass = (seconds: number): Promise<unknown> =>
  asRole(stage.database.ownerUrl, (owner) =>
    owner.query(
      `update ledger.sign_in_trail set heard_from = heard_from - $1 * interval '1 second', last = last - $1 * interval '1 second'`,
      [seconds],
    ),
  );

test('the fifth failure of a login makes it wait, each further one twice as long, at most a quarter of an hour', async () => {
  expect(await attempts(trail('li'), 6)).toEqual([0, 0, 0, 0, 0, 30]);
  const waits: number[] = [];
  for (let i = 0; i < 7; i += 1) {
    await pass(waits.at(-1) ?? 30);
    waits.push((await attempts(trail('li'), 2))[1] ?? 0);
  }
  expect(waits).toEqual([60, 120, 240, 480, 900, 900, 900]);
});

test('ten thousand guesses on one account get no more than ten tries in a quarter of an hour', async () => {
  let tried = 0;
  for (let second = 0; second < 900; second += 5) {
    if ((await attempts(trail('guessed'), 1))[0] === 0) tried += 1;
    await pass(5);
  }
  expect(tried).toBeLessThanOrEqual(10);
  expect(tried).toBeGreaterThanOrEqual(5);
});

test('under 等保 the fifth failure locks for half an hour, and no longer', async () => {
  const locking: TrailRule = { ...rule, firstWait: 1800, factor: 1, longest: 1800 };
  expect(await attempts(trail('locked'), 6, locking)).toEqual([0, 0, 0, 0, 0, 1800]);
  await pass(1790);
  expect(await attempts(trail('locked'), 1, locking)).toEqual([10]);
  await pass(11);
  expect(await attempts(trail('locked'), 1, locking)).toEqual([0]);
});

test('guesses of many processes at once are counted before any of them is judged', async () => {
  const heard = await Promise.all(
    Array.from({ length: 40 }, () => stage.app.trails.attempt(trail('parallel'), rule)),
  );
  expect(heard.filter((wait) => wait === 0)).toHaveLength(5);
});

test('one password tried on many logins from one address is stopped by the address', async () => {
  const narrow: TrailRule = { ...rule, fromAddress: 20 };
  const waits: number[] = [];
  for (let i = 0; i < 25; i += 1)
    waits.push(await stage.app.trails.attempt(trail(`login ${i}`, 'one address'), narrow));
  expect(waits).toEqual([...Array<number>(20).fill(0), ...Array<number>(5).fill(10)]);
  expect(await stage.app.trails.attempt(trail('login 99', 'another address'), narrow)).toBe(0);
  await pass(30);
  const later: number[] = [];
  for (let i = 0; i < 5; i += 1)
    later.push(await stage.app.trails.attempt(trail(`later ${i}`, 'one address'), narrow));
  expect(later).toEqual([0, 0, 0, 10, 10]);
});

test('success forgets the failures of the login and gives the address its attempt back', async () => {
  await attempts(trail('right'), 4);
  await stage.app.trails.succeeded(trail('right'));
  expect(await attempts(trail('right'), 5)).toEqual([0, 0, 0, 0, 0]);
});

test('what was tried is stored without login or address, and forgotten after a day', async () => {
  await attempts(trail('somebody', '10.1.2.3'), 1);
  const rows = () =>
    asRole(stage.database.ownerUrl, async (owner) =>
      (await owner.query<{ row: string }>('select sign_in_trail::text as row from ledger.sign_in_trail')).rows
        .map(({ row }) => row)
        .join('\n'),
    );
  expect(await rows()).not.toMatch(/somebody|10\.1\.2\.3/);
  await pass(2 * 86_400);
  for (let i = 0; i < 20; i += 1) await attempts(trail('afterwards'), 1);
  expect((await rows()).split('\n')).toHaveLength(2);
});
