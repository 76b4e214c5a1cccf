import { CasePage, Me, ObligationPage } from '@mouding/contract';
import { castOf } from 'mouding/client/cast';
import type { Session } from 'mouding/client/session';
import { seedDemo, type DemoAccount } from 'mouding/demo/seed';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';

let database: FreshDatabase;
let services: Services;
let accounts: readonly DemoAccount[];

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const { apiUrl } = services;
  accounts = await seedDemo({
    apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
    say: () => undefined,
  });
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const signedIn = ({ institution, login, password }: DemoAccount): Promise<Session> =>
  castOf(services.apiUrl, institution, password).as(login);

test('every account signs in, and its first screen has work: only who looks after or reads owes nothing', async () => {
  const idle = [];
  for (const account of accounts) {
    const { items } = await (await signedIn(account)).read('/v1/obligations', ObligationPage);
    if (items.length === 0) idle.push(account.login);
  }
  expect(idle).toEqual(['shenji', 'admin']);
});

test('the five-year plan is in the middle of its consultation, in January, and nothing is overdue', async () => {
  const office = await signedIn(accounts[0] as DemoAccount);
  const { items } = await office.read('/v1/cases', CasePage);
  const plan = items.find(({ title }) => title === '云岭市中医院“十五五”发展规划');
  expect(plan?.open.map(({ id }) => id)).toEqual(['consultation']);
  expect((await office.read('/v1/me', Me)).now.slice(0, 7)).toBe('2026-01');
  const owed = await office.read('/v1/obligations', ObligationPage);
  expect(owed.items.filter(({ overdue }) => overdue)).toEqual([]);
});

test('other plans stand elsewhere: with the authority, before the congress, with their chapters, before a signature, before a committee', async () => {
  const office = await signedIn(accounts[0] as DemoAccount);
  const { items } = await office.read('/v1/cases', CasePage);
  expect(new Set(items.flatMap(({ open }) => open.map(({ id }) => id)))).toEqual(
    new Set(['consultation', 'authority', 'congress', 'chapters', 'scheme-issue', 'scheme-adoption']),
  );
});
