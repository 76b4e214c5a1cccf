import { MessagePage, OwingList, pageOf, Problem } from '@mouding/contract';
import { until } from 'mouding/until';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { programsFor, startProgram } from '../harness/services.ts';
import type { Service } from 'mouding/services/service';
import { assemble, type Company } from '../play/company.ts';
import { send, type Heard } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import { entriesOf, query } from '../play/log.ts';
import { moveBy } from '../play/endings.ts';
import * as plan from '../play/plan.ts';
import { exchangePaper } from '../play/rooms.ts';
import { once, read, stageOf, streamsIn, type Stage } from '../play/stage.ts';
import { openPostOffice, type PostOffice } from 'mouding/rehearse/post-office';

let database: FreshDatabase;
let office: PostOffice;
let services: readonly Service[] = [];
let company: Company;
let stage: Stage;
let played: plan.Plan;

beforeAll(async () => {
  database = await freshDatabase();
  office = await openPostOffice();
  const { api, worker, apiUrl } = await programsFor(database);
  const mail = { SMTP_URL: office.url, MAIL_FROM: 'ghb@plan.example', PUBLIC_URL: apiUrl };
  services = await Promise.all([startProgram(api), startProgram(worker, mail)]);
  company = await assemble({ api: apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` });
  stage = stageOf(company, once(company));
  played = await plan.openPlan(stage);
});
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await office?.down();
  await database?.drop();
});

const ask = (who: Who, method: string, path: string, body?: unknown, headers = {}): Promise<Heard> =>
  send(company.api, { method, path, cookie: company.players[who].cookie, body, headers });
const put = (who: Who, path: string, mail: unknown): Promise<Heard> => ask(who, 'PUT', path, { mail });
const facts = async (): Promise<number> =>
  (
    await Promise.all(Object.values(company.houses).map((id: string) => entriesOf(database.ownerUrl, id)))
  ).flat().length;
/** Asks the database for the hospital's rows. */
const ours = <Row extends object>(sql: string) =>
  query<Row>(database.ownerUrl, sql, [company.houses.hospital]);
const addressedTo = (address: string) => office.arrived.filter(({ to }) => to.includes(address));
const codeOf = ({ text }: Heard) => Problem.parse(JSON.parse(text)).code;

describe('an address', () => {
  test('is set by the person, checked, shown to the person, and never in the log', async () => {
    const before = await facts();
    for (const wrong of [
      'nobody',
      'a@b.example\r\nBcc: e@evil.example',
      'a@b',
      ' a@b.example',
      7,
      undefined,
    ]) {
      const heard = await put('office', '/v1/me/contact', wrong);
      expect([heard.status, codeOf(heard)]).toEqual([400, 'invalid-body']);
    }
    const heard = await put('office', '/v1/me/contact', 'office@plan.example');
    expect([heard.status, JSON.parse(heard.text)]).toEqual([200, { mail: 'office@plan.example' }]);
    expect(await read(stage, 'office', '/v1/me/contact')).toEqual({ mail: 'office@plan.example' });
    const plain = await fetch(`${company.api}/v1/me/contact`, {
      method: 'PUT',
      headers: { cookie: company.players.office.cookie, 'content-type': 'text/plain' },
      body: JSON.stringify({ mail: 'evil@evil.example' }),
    });
    expect(plain.status).toBe(415);
    expect(await facts()).toBe(before);
    const logged = await ours('select entry from ledger.entry where institution = $1');
    expect(JSON.stringify(logged)).not.toContain('plan.example');
  });

  test('of others is the administrator’s to set, and leaves a line in the access log', async () => {
    const path = `/v1/persons/${company.players.support.person}/contact`;
    expect((await put('office', path, 'x@plan.example')).status).toBe(404);
    expect((await put('other-admin', path, 'x@plan.example')).status).toBe(404);
    expect((await put('admin', path, 'support@plan.example')).status).toBe(200);
    expect(await read(stage, 'support', '/v1/me/contact')).toEqual({ mail: 'support@plan.example' });
    const accesses = await ours(
      `select action, detail from ledger.access_log where institution = $1 and action like 'contact.%'`,
    );
    expect(accesses).toEqual([{ action: 'contact.set', detail: company.players.support.person }]);
  });
});

test('who owes is written to; a scanner that opens every link in every mail changes nothing', async () => {
  await until('mail for both', async () =>
    addressedTo('office@plan.example')[0] && addressedTo('support@plan.example')[0] ? true : undefined,
  );
  const links = new Set(office.arrived.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"]+/g) ?? []));
  expect(new Set([...links].map((link) => new URL(link).origin))).toEqual(new Set([company.api]));
  await until('everything settled', async () => {
    const { counts } = MessagePage.parse(await read(stage, 'office', '/v1/messages'));
    return (counts['queued'] ?? 0) + (counts['sending'] ?? 0) === 0 ? true : undefined;
  });
  const messages = () => ours('select * from ledger.message where institution = $1 order by id');
  const [before, kept] = [await facts(), await messages()];
  for (const link of links)
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const cookie of [undefined, company.players.office.cookie])
        await fetch(link, { method, redirect: 'follow', headers: cookie ? { cookie } : {} }).then((page) =>
          page.arrayBuffer(),
        );
  expect(await facts()).toBe(before);
  expect(await messages()).toEqual(kept);
});

test('what became of every message is the office’s and the administrator’s to see', async () => {
  const page = MessagePage.parse(await read(stage, 'office', '/v1/messages?limit=200'));
  expect(page.configured).toBe(true);
  expect(
    page.items.some(({ state, address }) => state === 'sent' && address === 'support@plan.example'),
  ).toBe(true);
  const unreached = MessagePage.parse(await read(stage, 'office', '/v1/messages?state=no-address&limit=200'));
  expect(new Set(unreached.items.map(({ state }) => state))).toEqual(new Set(['no-address']));
  const admin = MessagePage.parse(await read(stage, 'admin', '/v1/messages?limit=200'));
  expect(admin.items.length).toBeGreaterThan(0);
  for (const who of ['writer', 'leader', 'auditor', 'delegate'] as const)
    expect((await ask(who, 'GET', '/v1/messages')).status).toBe(404);
  expect((await ask('office', 'GET', '/v1/messages?state=read')).status).toBe(400);
  const first = MessagePage.parse(await read(stage, 'office', '/v1/messages?limit=1'));
  const next = MessagePage.parse(
    await read(stage, 'office', `/v1/messages?limit=1&cursor=${first.page.next}`),
  );
  expect(next.items[0]?.id).not.toBe(first.items[0]?.id);
});

test('a bounced message is listed, and sent again when the office asks', async () => {
  office.is({ unknown: ['clinical@plan.example'] });
  await put('clinical', '/v1/me/contact', 'clinical@plan.example');
  const bounced = await until('the bounce', async () => {
    const { items } = MessagePage.parse(await read(stage, 'office', '/v1/messages?state=bounced'));
    return items.find(({ address }) => address === 'clinical@plan.example');
  });
  expect(bounced.lastError).toContain('550');
  office.is({});
  const path = `/v1/messages/${bounced.id}/resend`;
  expect((await ask('clinical', 'POST', path, {})).status).toBe(404);
  expect((await ask('office', 'POST', path, {})).status).toBe(200);
  await until('the mail', async () => addressedTo('clinical@plan.example')[0]);
  const accesses = await ours(
    `select detail from ledger.access_log where institution = $1 and action = 'message.resend'`,
  );
  expect(accesses).toEqual([{ detail: bounced.id }]);
});

test('while the mail server is away commands are carried out as ever, and the inbox is complete', async () => {
  await office.down();
  const [contribution] = await streamsIn(stage, played.caseId, { stage: 'material', kind: 'contribution' });
  await plan.research(played);
  await plan.collect(played);
  expect(contribution).toBeDefined();
  const { items } = (await read(stage, 'office', '/v1/obligations?limit=200')) as {
    items: readonly unknown[];
  };
  expect(items.length).toBeGreaterThan(0);
  await office.up();
});

test('who owes what is a list by stage and department, and a text for a work group; that it was copied is noted', async () => {
  const path = `/v1/cases/${played.caseId}/owing`;
  const list = OwingList.parse(await read(stage, 'office', path));
  expect(list.groups.length).toBeGreaterThan(0);
  const [group] = OwingList.parse(await read(stage, 'office', `${path}?verb=contribution.submit`)).groups;
  expect(group).toMatchObject({ verb: 'contribution.submit', stage: { id: 'material' } });
  expect(group?.expected).toBe((group?.done ?? 0) + (group?.owing ?? 0));
  const text = await ask('office', 'GET', path, undefined, { accept: 'text/plain' });
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text.text).toBe(OwingList.parse(await read(stage, 'office', path)).text);
  expect((await ask('delegate', 'GET', `/v1/cases/${company.houses.other}/owing`)).status).toBe(404);
  const before = await facts();
  const copied = { list: 'all', count: list.groups.length };
  await stage.give('office', 'case.note-copied', `case/${played.caseId}`, copied);
  expect(await facts()).toBe(before + 1);
  const entries = await entriesOf(database.ownerUrl, company.houses.hospital);
  expect(entries.filter(({ type }) => type === 'ListCopied').at(-1)?.data).toEqual(copied);
});

test('what the office urged shows in the list, and is not urged twice on one working day', async () => {
  const path = `/v1/cases/${played.caseId}`;
  const verb = `${path}/owing?verb=contribution.submit`;
  const [group] = OwingList.parse(await read(stage, 'office', verb)).groups;
  const line = group?.lines.find(({ urged }) => urged !== null);
  expect(line).toMatchObject({ name: 'submit', mayUrge: false });
  const body = { things: [{ stream: line?.stream, name: line?.name }] };
  const key = { 'idempotency-key': 'once-more' };
  const heard = await ask('office', 'POST', `${path}/commands/urge`, body, key);
  expect([heard.status, Problem.parse(JSON.parse(heard.text)).rule]).toEqual([409, 'urge.once-a-day']);
});

/** The mail of this subject that came to an address, and where it leads. */
const mailOf = (address: string, subject: RegExp): Promise<string> =>
  until(`${String(subject)} for ${address}`, async () => {
    const found = addressedTo(address).find((mail) => subject.test(mail.subject));
    return Promise.resolve(found?.text);
  });

test('what the office urged reaches the mailbox, and leads to what is to be done', async () => {
  await put('owner', '/v1/me/contact', 'owner@plan.example');
  const owner = (await plan.contributions(played)).get('owner') ?? '';
  await mailOf('owner@plan.example', /待办：报送科室发展规划——/);
  // Whoever was told of it today is not reminded of it today.
  await moveBy(stage, 7);
  const things = [{ stream: owner, name: 'submit' }];
  await stage.give('office', 'case.urge', `case/${played.caseId}`, { things });
  const text = await mailOf('owner@plan.example', /催办：报送科室发展规划——/);
  expect(text).toContain('尚未办结，现予催办');
  expect(text).toContain(`${company.api}/go${pageOf(owner)}\n`);
});

test('a paper that came later reaches whoever had read the others, says so, and leads to the papers', async () => {
  await put('lead', '/v1/me/contact', 'lead@plan.example');
  const tabling = await exchangePaper(stage);
  const text = await mailOf('lead@plan.example', /待办：阅看会议材料——议题申报：.*（材料有更新）/);
  expect(text).toContain(`${company.api}/go${pageOf(tabling)}\n`);
});

test('what a draft does without is owed by nobody any more, and is not counted as handed in', async () => {
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  await plan.draft(played);
  const path = `/v1/cases/${played.caseId}/owing`;
  const list = OwingList.parse(await read(stage, 'office', path));
  expect(list.groups.map(({ verb }) => verb)).not.toContain('contribution.submit');
  const rows = await ours<{ readonly status: string; readonly count: number }>(
    `select status, count(*)::int as count from ledger.item where institution = $1 and kind = 'contribution' group by status`,
  );
  const counts = new Map(rows.map(({ status, count }) => [status, count]));
  expect(counts.get('dispensed')).toBeGreaterThan(0);
  const [group] = OwingList.parse(await read(stage, 'office', `${path}?verb=contribution.submit`)).groups;
  const handedIn = [...counts].reduce((sum, [status, n]) => (status === 'dispensed' ? sum : sum + n), 0);
  expect(group).toMatchObject({ expected: handedIn, done: handedIn, owing: 0 });
});
