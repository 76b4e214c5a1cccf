import { Problem } from '@mouding/contract';
import { ACTING, COMMANDS } from '@mouding/core';
import { openLedger } from '@mouding/ledger';
import { answerDue, StateCache, sweep, type Means } from '@mouding/shell';
import { inParallel } from 'mouding/in-parallel';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { testHome } from '../harness/cluster.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { commandPath, isMaking, keyOf, newKey, send, type Wish } from '../play/http.ts';
import { deadlineOf, entriesOf } from '../play/log.ts';
import { untilAtRest } from '../play/resting.ts';
import {
  keep,
  stageOf,
  streamIn,
  streamsIn,
  wishOf,
  type Act,
  type Giver,
  type Stage,
} from '../play/stage.ts';
import { arrivalsOf } from './idempotency/arrivals.ts';
import { openShort, playEverything } from './idempotency/everything.ts';
import { unlike, type Kept } from './idempotency/kept.ts';
import { otherBody } from './idempotency/other-body.ts';
import { settled, settledAnew } from './idempotency/settled.ts';

const TIMES = 10;
const AT_ONCE = 8;

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let means: Means;
const kept: Kept[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  stage = stageOf(company, tenfold);
  const ledger = openLedger({ url: database.workerUrl, applicationName: 'idempotency', keyFile, max: TIMES });
  means = { ledger, cache: new StateCache() };
});

afterAll(async () => {
  await means?.ledger.close();
  await services?.stop();
  await database?.drop();
});

/** Gives a command ten times at once with one key; all ten must hear the same. */
const tenfold: Giver = async (act) => {
  const wish = await wishOf(company, act);
  const answers = await Promise.all(Array.from({ length: TIMES }, () => settled(company.api, wish)));
  const [heard] = answers;
  if (!heard) throw new Error('nothing was heard');
  for (const { status, text } of answers)
    expect([act.verb, status, text]).toEqual([act.verb, heard.status, heard.text]);
  // The worker came in between: the version is the one of then.
  if (heard.status === 412 && !isMaking(act.verb)) return tenfold(act);
  kept.push({ act, wish, heard });
  return heard;
};

const house = (): string => company.houses.hospital;

/** Everything that people can ask for: what the clock alone may is tested below by its own door. */
const personal = COMMANDS.map(({ verb }) => verb).filter((verb) =>
  ACTING[verb]?.some(({ as }) => as !== 'clock'),
);

test('every command given ten times at once is carried out once', async () => {
  await playEverything(stage, { means, ownerUrl: database.ownerUrl });
  expect([...new Set(kept.map(({ act }) => act.verb))].toSorted()).toEqual([...new Set(personal)].toSorted());
  expect(await unlike(kept, { company, ownerUrl: database.ownerUrl })).toEqual([]);
});

test('a refused act is recorded once, by rule and by policy', async () => {
  const refused: Kept[] = [];
  const acts: readonly Act[] = [
    {
      who: 'admin',
      verb: 'org.create-department',
      on: `org/${house()}`,
      body: { name: '医务科', kind: 'functional' },
    },
    {
      who: 'office',
      verb: 'org.create-department',
      on: `org/${house()}`,
      body: { name: '新科', kind: 'functional' },
    },
  ];
  for (const act of acts) {
    await tenfold(act);
    refused.push(...kept.slice(-1));
  }
  expect(refused.map(({ heard }) => heard.status)).toEqual([409, 403]);
  expect(await unlike(refused, { company, ownerUrl: database.ownerUrl })).toEqual([]);
});

test('after the clock has moved, every key answers the same bytes, in any order, and nothing is added', async () => {
  const now = await means.ledger.lawNow(house());
  const to = new Date(Date.parse(now) + 40 * 86_400_000).toISOString();
  await stage.give('admin', 'org.move-clock', `org/${house()}`, { to });
  await untilAtRest(database.ownerUrl, company);
  const before = (await entriesOf(database.ownerUrl, house())).length;
  const again = await inParallel(kept.toReversed(), AT_ONCE, ({ wish }) => settled(company.api, wish));
  const told = again.map(({ status, text }) => ({ status, text }));
  expect(told).toEqual(kept.toReversed().map(({ heard: { status, text } }) => ({ status, text })));
  expect((await entriesOf(database.ownerUrl, house())).length).toBe(before);
});

test('a key that comes with another body, or for another stream, is refused as reused', async () => {
  const others = kept.flatMap(({ act, wish }) => {
    const body = otherBody(act);
    const stranger = '00000000-0000-4000-8000-00000000dead';
    const path = wish.path.replace(/[0-9a-f-]{36}(?=\/commands)/, stranger);
    const elsewhere = path === wish.path ? [] : [{ act, wish: { ...wish, path } }];
    return body ? [{ act, wish: { ...wish, body } }, ...elsewhere] : elsewhere;
  });
  const heard = await inParallel(others, AT_ONCE, async ({ act, wish }) => {
    const { status, text } = await settled(company.api, wish);
    return `${act.verb} ${status} ${Problem.parse(JSON.parse(text)).code}`;
  });
  expect(heard).toEqual(others.map(({ act }) => `${act.verb} 422 key-reused`));
  expect(others.length).toBeGreaterThan(kept.length / 2);
});

test('two bodies under one key at once: one of them is carried out, the other one is told', async () => {
  const on = `org/${house()}`;
  const wish = await wishOf(company, {
    who: 'admin',
    verb: 'org.create-department',
    on,
    body: { name: '甲科', kind: 'clinical' },
  });
  const rival: Wish = { ...wish, body: { name: '乙科', kind: 'clinical' } };
  const heard = await Promise.all(
    Array.from({ length: TIMES }, (_, i) => settled(company.api, i % 2 === 0 ? wish : rival)),
  );
  const statuses = heard.map(({ status }, i) => `${i % 2} ${status}`);
  const winner = heard.findIndex(({ status }) => status === 200) % 2;
  expect(statuses).toEqual(heard.map((_, i) => `${i % 2} ${i % 2 === winner ? 200 : 422}`));
  const logged = (await entriesOf(database.ownerUrl, house())).filter(({ key }) => key === keyOf(wish));
  expect(logged.map(({ data }) => data['name'])).toEqual([winner === 0 ? '甲科' : '乙科']);
});

test('one key in the hands of two people stands for two commands, however their retries cross', async () => {
  const caseId = await openShort(stage);
  const research = await streamIn(stage, caseId, { stage: 'research', kind: 'research' });
  const text = await keep(stage, 'office', '调研');
  await keep(stage, 'leader', '调研');
  const body = { method: 'visit', on: '2026-01-05', place: null, attendance: null, text };
  const wishes = await Promise.all(
    (['office', 'leader'] as const).map((who) =>
      wishOf(company, { who, verb: 'research.record', on: research, body }),
    ),
  );
  const [first, second] = wishes.map((wish) => ({
    ...wish,
    headers: { ...wish.headers, 'idempotency-key': 'crossed' },
  }));
  if (!first || !second) throw new Error('two people');
  const heard = await inParallel(
    Array.from({ length: TIMES }, (_, i) => i),
    TIMES,
    (i) => settledAnew(company.api, i % 2 === 0 ? first : second, research),
  );
  expect(new Set(heard.filter((_, i) => i % 2 === 0)).size).toBe(1);
  expect(new Set(heard.filter((_, i) => i % 2 === 1)).size).toBe(1);
  const logged = (await entriesOf(database.ownerUrl, house())).filter(({ key }) => key === 'crossed');
  const people = [company.players.office.person, company.players.leader.person];
  expect(logged.map(({ by }) => by ?? '').toSorted()).toEqual(people.toSorted());
});

test('a text handed in ten times is kept once, and is where it was after its key comes again', async () => {
  const wish: Wish = {
    method: 'POST',
    path: '/v1/texts',
    cookie: company.players.office.cookie,
    headers: newKey(),
    body: { content: '同一份文稿' },
  };
  const heard = await Promise.all(Array.from({ length: TIMES }, () => settled(company.api, wish)));
  expect(new Set(heard.map(({ text }) => text)).size).toBe(1);
  expect(heard.every(({ status }) => status < 300)).toBe(true);
});

test('a command without a key is not heard', async () => {
  const { cookie } = company.players.admin;
  const path = commandPath('org.create-department', `org/${house()}`);
  const { status, text } = await send(company.api, {
    method: 'POST',
    path,
    cookie,
    body: { name: '无钥科', kind: 'clinical' },
  });
  expect([status, Problem.parse(JSON.parse(text)).code]).toEqual([400, 'key-missing']);
});

test('a deadline that ten sweeps find at once falls due once', async () => {
  const now = await means.ledger.lawNow(house());
  const caseId = await openShort(stage, { material: now.slice(0, 10) });
  const streams = await streamsIn(stage, caseId, { stage: 'material', kind: 'contribution' });
  const to = new Date(Date.parse(now) + 3 * 86_400_000).toISOString();
  await stage.give('admin', 'org.move-clock', `org/${house()}`, { to });
  await Promise.all(Array.from({ length: TIMES }, () => sweep(means, house())));
  // The worker sweeps beside them, and may be the one that is still at it.
  await untilAtRest(database.ownerUrl, company);
  const fell = (await entriesOf(database.ownerUrl, house())).filter(
    ({ type, stream }) => type === 'ContributionFellDue' && streams.includes(stream),
  );
  expect(fell.map(({ stream }) => stream).toSorted()).toEqual([...streams].toSorted());
  expect(streams.length).toBeGreaterThan(4);
});

test('a deadline that was moved, or answered and set anew, is not lost to a sweep that found it before', async () => {
  const now = await means.ledger.lawNow(house());
  const dayAfter = (days: number): string =>
    new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
  const caseId = await openShort(stage, { material: dayAfter(2) });
  const [moved = '', late = ''] = await streamsIn(stage, caseId, { stage: 'material', kind: 'contribution' });
  const standing = (stream: string) => deadlineOf(database.ownerUrl, house(), { stream, name: 'due' });
  const found = await Promise.all([moved, late].map(standing));
  const extend = (stream: string, until: string) =>
    stage.give('director', 'contribution.extend', stream, { until, reason: '等数据' });
  await extend(moved, dayAfter(9));
  await stage.give('admin', 'org.move-clock', `org/${house()}`, { to: `${dayAfter(4)}T00:00:00.000Z` });
  await untilAtRest(database.ownerUrl, company);
  await extend(late, dayAfter(9));
  const anew = await Promise.all([moved, late].map(standing));
  expect(anew.map((row) => row?.due)).not.toContain(found[0]?.due);
  const sizes = async () => (await entriesOf(database.ownerUrl, house())).length;
  const before = await sizes();
  for (const deadline of found) expect(deadline && (await answerDue(means, house(), deadline))).toBe(false);
  expect(await Promise.all([moved, late].map(standing))).toEqual(anew);
  expect(anew.every((row) => row !== undefined)).toBe(true);
  expect(await sizes()).toBe(before);
});

test('a message between institutions that arrives ten times more changes nothing', async () => {
  const { hospital, authority } = company.houses;
  const { filing, answer } = await arrivalsOf(means, company, database.ownerUrl);
  const sizes = async (): Promise<readonly number[]> =>
    Promise.all([hospital, authority].map(async (one) => (await entriesOf(database.ownerUrl, one)).length));
  await untilAtRest(database.ownerUrl, company);
  const before = await sizes();
  const failed = await Promise.all(
    Array.from({ length: TIMES }, (_, i) => (i % 2 === 0 ? filing() : answer())),
  );
  // Two that arrive at the same moment: one is told that the other is under way, and its job is tried again.
  expect(failed.filter((why) => !['done', 'in-flight'].includes(why))).toEqual([]);
  expect(await sizes()).toEqual(before);
});
