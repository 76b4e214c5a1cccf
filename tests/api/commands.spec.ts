import { randomUUID } from 'node:crypto';
import { CommandAnswer, Organisation, Problem } from '@mouding/contract';
import { openLedger, type Ledger } from '@mouding/ledger';
import { cookieOf, json, openHouse, type House } from './house.ts';

let house: House;
let ledger: Ledger;
let admin: string;

beforeAll(async () => {
  house = await openHouse();
  ledger = openLedger({ url: house.database.appUrl, applicationName: 'spec', max: 2 });
  admin = await cookieOf(house, 'one');
});
afterAll(async () => {
  await ledger?.close();
  await house?.close();
});

const CREATE = '/v1/org/commands/create-department';
const department = (name: string) => ({ name, kind: 'functional' });
const factsOfOrg = async () =>
  (await ledger.entries(house.one, `org/${house.one}`)).map(
    ({ entry }) => JSON.parse(entry) as { type: string; data: { name?: string } },
  );

test('a command answers with its receipt, which is in the log, and with the new ETag', async () => {
  const heard = await house.give(admin, CREATE, department('财务科'));
  expect(heard.status).toBe(200);
  const { receipt, made, may } = CommandAnswer.parse(json(heard));
  expect(heard.headers.get('etag')).toBe(`"org/${house.one}:${receipt?.version}"`);
  expect(made).toBeNull();
  expect(may.find(({ command }) => command === 'org.create-department')).toMatchObject({ allowed: true });
  const stored = await ledger.entries(house.one, `org/${house.one}`, (receipt?.version ?? 0) - 1);
  expect(stored.map(({ leafHash }) => leafHash)).toEqual([receipt?.leafHash]);
});

test('what is sent ten times at once under one key happens once, and is answered byte by byte the same ever after', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const once = () => house.give(admin, CREATE, department('十次科'), headers);
  const answers = await Promise.all(Array.from({ length: 10 }, once));
  const known = answers.filter(({ status }) => status === 200);
  const waiting = answers.filter(({ status }) => status !== 200);
  expect(waiting.map((heard) => [heard.status, json(heard)['code']])).toEqual(
    waiting.map(() => [409, 'in-flight']),
  );
  const again = await once();
  expect(new Set([...known, again].map(({ text }) => text)).size).toBe(1);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.headers.get('etag')).toBe(known[0]?.headers.get('etag'));
  expect((await factsOfOrg()).filter(({ data }) => data.name === '十次科')).toHaveLength(1);
});

test('a key that was used for something else is refused, and nothing happens', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  await house.give(admin, CREATE, department('甲科'), headers);
  const heard = await house.give(admin, CREATE, department('乙科'), headers);
  expect([heard.status, json(heard)['code']]).toEqual([422, 'key-reused']);
  expect((await factsOfOrg()).some(({ data }) => data.name === '乙科')).toBe(false);
});

test('a person is registered with a login of their own; a login that is taken is told so and nothing is written', async () => {
  const body = { name: '某乙', login: 'yi', password: 'small-password' };
  const heard = await house.give(admin, '/v1/persons', body);
  const { made } = CommandAnswer.parse(json(heard));
  expect([heard.status, heard.headers.get('location')]).toEqual([
    201,
    `/v1/persons/${made?.slice('person/'.length)}`,
  ]);
  const resource = await house.ask({
    method: 'GET',
    path: heard.headers.get('location') ?? '',
    cookie: admin,
  });
  expect(json(resource)).toMatchObject({ wording: [{ said: { name: '某乙' } }] });
  expect(resource.headers.get('etag')).toBe(`"${made}:1"`);
  const size = await ledger.entries(house.one, made ?? '');
  expect(JSON.stringify(size)).not.toContain('某乙');
  const taken = await house.give(admin, '/v1/persons', { ...body, name: '某丙' });
  expect([taken.status, json(taken)['code']]).toEqual([409, 'login-taken']);
});

test('a refusal says which rule, is in the log under whoever asked, and is given again for its key', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  await house.give(admin, CREATE, department('重名科'));
  const heard = await house.give(admin, CREATE, department('重名科'), headers);
  expect(heard.headers.get('content-type')).toContain('application/problem+json');
  const problem = Problem.parse(json(heard));
  expect(problem).toMatchObject({
    status: 409,
    code: 'refused',
    because: 'state',
    rule: 'org.department-new',
    facts: { department: expect.any(String) as unknown },
  });
  expect((await house.give(admin, CREATE, department('重名科'), headers)).text).toBe(heard.text);
  const refusals = await ledger.entries(house.one, `refusal/${house.one}`);
  const last = JSON.parse(refusals.at(-1)?.entry ?? '{}') as object;
  expect(last).toMatchObject({
    type: 'ActRefused',
    actor: { as: 'administrator' },
    data: { verb: 'org.create-department', rule: 'org.department-new', because: 'state' },
  });
  // The sentence names what was typed; the log, which keeps for ever, does not.
  expect(heard.text).toContain('重名科');
  expect(JSON.stringify(last)).not.toContain('重名科');
});

test('whoever holds no capacity for an act that they may see is refused with 403, and that too is in the log', async () => {
  const { person, cookie } = await somebody('zhiwai');
  const post = await postOf('规划专员', 'office');
  await house.give(admin, '/v1/org/commands/fill-post', { post, person });
  const heard = await house.give(cookie, CREATE, department('越权科'));
  expect(Problem.parse(json(heard))).toMatchObject({
    status: 403,
    because: 'policy',
    rule: 'policy.capacity',
  });
  const last = (await ledger.entries(house.one, `refusal/${house.one}`)).at(-1);
  expect(JSON.parse(last?.entry ?? '{}')).toMatchObject({
    actor: { by: person },
    data: { because: 'policy' },
  });
});

test('what somebody may neither see nor do is not there, and no refusal tells that it was', async () => {
  const { cookie } = await somebody('wuzhi');
  const before = (await ledger.entries(house.one, `refusal/${house.one}`)).length;
  for (const path of [CREATE, `/v1/chapters/${randomUUID()}/commands/submit`]) {
    const body =
      path === CREATE ? department('无科') : { text: { scheme: 'blob-sha256@1', hash: '0'.repeat(64) } };
    const heard = await house.give(cookie, path, body, { 'if-match': `"chapter/${randomUUID()}:1"` });
    expect([heard.status, json(heard)['code']]).toEqual([404, 'not-found']);
  }
  expect((await ledger.entries(house.one, `refusal/${house.one}`)).length).toBe(before);
});

test('an old version is told the current one; a missing If-Match is asked for', async () => {
  const stale = await house.give(admin, CREATE, department('旧版科'), { 'if-match': `"org/${house.one}:1"` });
  const { version } = Organisation.parse(
    json(await house.ask({ method: 'GET', path: '/v1/org', cookie: admin })),
  );
  expect(Problem.parse(json(stale))).toMatchObject({
    status: 412,
    code: 'version-mismatch',
    currentVersion: version,
  });
  const path = `/v1/cases/${randomUUID()}/commands/advance`;
  expect((await house.give(admin, path, { stage: 'x' })).status).toBe(428);
});

test('the clock of a rehearsal moves forward only', async () => {
  const now = await ledger.lawNow(house.one);
  const later = new Date(Date.parse(now) + 86_400_000).toISOString();
  expect((await house.give(admin, '/v1/org/commands/move-clock', { to: later })).status).toBe(200);
  expect((await ledger.lawNow(house.one)) >= later).toBe(true);
  const back = await house.give(admin, '/v1/org/commands/move-clock', { to: now });
  expect(Problem.parse(json(back))).toMatchObject({ status: 409, rule: 'clock.forward' });
});

test('parallel commands on one stream all find their place, or say that others were quicker', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `并行科${i}`);
  const answers = await Promise.all(names.map((name) => house.give(admin, CREATE, department(name))));
  const done = names.filter((_, i) => answers[i]?.status === 200);
  const lost = answers.filter(({ status }) => status !== 200);
  expect(lost.map((heard) => json(heard)['code'])).toEqual(lost.map(() => 'conflict'));
  const written = (await factsOfOrg()).flatMap(({ data }) =>
    data.name?.startsWith('并行科') ? [data.name] : [],
  );
  expect(written.toSorted()).toEqual(done.toSorted());
});

async function somebody(login: string): Promise<{ readonly person: string; readonly cookie: string }> {
  const heard = await house.give(admin, '/v1/persons', {
    name: `某${login}`,
    login,
    password: 'a-long-password',
  });
  const { made } = CommandAnswer.parse(json(heard));
  return { person: made?.slice('person/'.length) ?? '', cookie: await cookieOf(house, 'one', login) };
}

async function postOf(title: string, as: string): Promise<string | undefined> {
  await house.give(admin, '/v1/org/commands/create-post', { title, as, department: null });
  const { posts } = Organisation.parse(
    json(await house.ask({ method: 'GET', path: '/v1/org', cookie: admin })),
  );
  return posts.find((post) => post.title === title)?.id;
}
