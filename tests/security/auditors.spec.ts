import { AccessPage, StreamRecord } from '@mouding/contract';
import { cookieOf, json, openHouse, type House } from '../api/house.ts';
import { programsFor, startProgram } from '../harness/services.ts';
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
}, 120_000);
afterAll(async () => {
  await audit?.stop();
  await house?.close();
}, 60_000);

const read = (path: string, cookie?: string): Promise<Heard> =>
  send(audit.url, { method: 'GET', path, cookie });

test('the security auditor reads who signed in and what was done to accounts, and no business', async () => {
  const inspector = await somebody(house, admin, 'inspector');
  await appoint(house, admin, inspector.person, 'security-auditor', '安全审计员');
  const watched = await somebody(house, admin, 'watched');
  await actOn(house, admin, watched.person, { verb: 'unlock' });
  const log = AccessPage.parse(json(await read('/v1/accesses?limit=500', inspector.cookie)));
  expect(log.items.some(({ person, action }) => person === watched.person && action === 'sign-in')).toBe(
    true,
  );
  const account = StreamRecord.parse(json(await read(`/v1/accounts/${watched.person}`, inspector.cookie)));
  expect(account.entries.map(({ type }) => type)).toEqual(['PersonRegistered', 'AccountUnlocked']);
  expect((await read('/v1/organisation', inspector.cookie)).status).toBe(200);
  for (const path of ['/v1/entries', '/v1/entries/0', `/v1/streams/org/${house.one}`])
    expect([path, (await read(path, inspector.cookie)).status]).toEqual([path, 404]);
});

test('what an auditor reads is written down before it is answered, and nobody else reads anything', async () => {
  const auditor = await somebody(house, admin, 'auditor');
  await appoint(house, admin, auditor.person, 'auditor', '审计专员');
  expect((await read('/v1/entries', auditor.cookie)).status).toBe(200);
  const { items } = AccessPage.parse(json(await read('/v1/accesses?limit=500', auditor.cookie)));
  expect(
    items
      .filter(({ person, action }) => person === auditor.person && action === 'audit-read')
      .map(({ detail }) => detail),
  ).toContain('/v1/entries');
  const paths = ['/v1/entries', '/v1/accesses', '/v1/organisation', `/v1/accounts/${auditor.person}`];
  for (const path of paths) {
    expect([path, (await read(path, admin)).status, (await read(path)).status]).toEqual([path, 404, 401]);
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
