import { AccessPage, AuditReadings, Problem, StreamRecord } from '@mouding/contract';
import { cookieOf, json, openHouse, type House } from '../api/house.ts';
import { programsFor, startProgram } from '../harness/services.ts';
import { auditCookie, grantInHouse, tryAudit } from '../play/auditing.ts';
import { send, type Heard } from '../play/http.ts';
import { actOn, appoint, somebody } from './people.ts';

let house: House;
let admin: string;
let audit: { readonly url: string; stop(): Promise<void> };

beforeAll(async () => {
  house = await openHouse();
  admin = await cookieOf(house, 'one');
  const programs = await programsFor(house.database);
  const service = await startProgram(programs.audit);
  audit = { url: programs.auditUrl, stop: () => service.stop() };
});
afterAll(async () => {
  await audit?.stop();
  await house?.close();
});

const read = (path: string, cookie?: string): Promise<Heard> =>
  send(audit.url, { method: 'GET', path, cookie });

test('the security auditor reads who signed in and what was done to accounts, and no business', async () => {
  const inspector = await somebody(house, admin, 'inspector');
  await appoint(house, admin, inspector.person, 'security-auditor', '安全审计员');
  const seat = await auditCookie(audit.url, 'inspector');
  const watched = await somebody(house, admin, 'watched');
  await actOn(house, admin, watched.person, { verb: 'unlock' });
  const log = AccessPage.parse(json(await read('/v1/accesses?limit=500', seat)));
  expect(log.items.some(({ person, action }) => person === watched.person && action === 'sign-in')).toBe(
    true,
  );
  const account = StreamRecord.parse(json(await read(`/v1/accounts/${watched.person}`, seat)));
  expect(account.entries.map(({ type }) => type)).toEqual(['PersonRegistered', 'AccountUnlocked']);
  expect((await read('/v1/organisation', seat)).status).toBe(200);
  for (const path of ['/v1/entries', '/v1/entries/0', `/v1/streams/org/${house.one}`])
    expect([path, (await read(path, seat)).status]).toEqual([path, 404]);
});

test('what an auditor reads is written down before it is answered, and nobody else reads anything', async () => {
  const auditor = await somebody(house, admin, 'auditor');
  await appoint(house, admin, auditor.person, 'auditor', '审计专员');
  const seat = await auditCookie(audit.url, 'auditor');
  const refused = await read('/v1/entries', seat);
  expect([refused.status, Problem.parse(json(refused)).rule]).toEqual([403, 'audit.letter-current']);
  const letter = await grantInHouse(house, admin);
  expect((await read('/v1/entries', seat)).status).toBe(200);
  const { items } = AuditReadings.parse(json(await read('/v1/readings', seat)));
  expect(items.map(({ action, letter: under, detail }) => [action, under, detail]).slice(0, 3)).toEqual([
    ['read', null, 'GET /v1/readings'],
    ['read', letter, 'GET /v1/entries'],
    ['refused', null, 'GET /v1/entries'],
  ]);
  const shown = await house.ask({ method: 'GET', path: '/v1/org/audit-readings', cookie: auditor.cookie });
  expect(AuditReadings.parse(json(shown)).items[0]?.detail).toBe('GET /v1/readings');
});

test('the session of the api opens nothing here, and whoever is no auditor is not let in', async () => {
  expect((await tryAudit(audit.url, 'admin')).status).toBe(401);
  const paths = ['/v1/entries', '/v1/accesses', '/v1/organisation', '/v1/timeline', '/v1/letters'];
  for (const path of paths) {
    expect([path, (await read(path, admin)).status, (await read(path)).status]).toEqual([path, 401, 401]);
    for (const spelling of [
      `${path}/`,
      `/${path}`,
      path.toUpperCase(),
      `${path};x`,
      `${path}%2f`,
      `/x/..${path}`,
    ])
      expect([spelling, [400, 401, 404].includes((await read(spelling)).status)]).toEqual([spelling, true]);
  }
});

test('a login waits after five tries that did not fit, however many come at once', async () => {
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => tryAudit(audit.url, 'guessed', 'one', 'not-the-password')),
  );
  const statuses = tries.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses.slice(0, 1)).toEqual([401]);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(3);
  expect((await tryAudit(audit.url, 'guessed')).status).toBe(429);
});
