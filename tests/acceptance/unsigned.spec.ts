import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Me, Resource, UnsignedReceived } from '@mouding/contract';
import { dayOf, endOfDay, startOfDay } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { openLedger, verifyInstitution, type Ledger } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import { until } from 'mouding/until';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import type { Who } from '../play/institutions.ts';
import { query } from '../play/log.ts';
import { ASKING } from '../play/scheme-procedures.ts';
import { keep, once, read, stageOf, streamIn, type Stage } from '../play/stage.ts';
import { givingAt, ruleOf, type Giving } from './unsigned/giving.ts';
import { isTold, loggedOf } from './unsigned/logged.ts';
import { personal, STAFF } from './unsigned/staff.ts';
import { bytesIn, linksBetween, tracesOf } from './unsigned/traces.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let ledger: Ledger;
/** The consultation's id. */
let consultation: string;
let giving: Giving;

const given: { readonly who: Who; readonly token: string; readonly wording: string }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database, { LOG_LEVEL: 'debug' });
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  ledger = openLedger({ url: database.appUrl, applicationName: 'unsigned', keyFile, max: 2 });
  stage = stageOf(company, once(company));
  await stage.give('office', 'procedure.publish', '', { definition: ASKING, document: null });
  const scheme = await keep(stage, 'office', '工作方案');
  const body = { title: '征求意见', procedure: ASKING.id, scheme, authority: null };
  const caseId = ((await stage.give('office', 'case.open', '', body)).made ?? '').slice('case/'.length);
  const stream = await streamIn(stage, caseId, { stage: 'consultation', kind: 'consultation' });
  consultation = stream.slice('consultation/'.length);
  giving = givingAt(company, consultation);
  // Noon of tomorrow: the day does not turn while they are given.
  await moveTo(new Date(Date.parse(endOfDay(dayOf(await now()))) + 43_200_000).toISOString());
});

afterAll(async () => {
  await ledger?.close();
  await services?.stop();
  await database?.drop();
});

const house = (): string => company.houses.hospital;

const logged = (): Promise<readonly Entry[]> => loggedOf(database.ownerUrl, house());

const wordingOf = async ({ stream }: Entry): Promise<unknown> => {
  const { wording } = Resource.parse(
    await read(stage, 'office', `/v1/opinions/${stream.slice('opinion/'.length)}`),
  );
  return wording[0]?.said?.['wording'];
};

/** What is of an unsigned opinion: its token, the hash of it, its words, its stream. */
async function impersonal(): Promise<readonly string[]> {
  const secrets = given.map(({ token }) => Buffer.from(token.split('.')[1] ?? '', 'base64url'));
  const streams = (await logged()).map(({ stream }) => stream.slice('opinion/'.length));
  const boxed = (await tracesOf(database.ownerUrl)).filter(({ table }) => table === 'ledger.opinion_box');
  const ids = boxed.map(({ row }) => row.split(',')[2] ?? '');
  return [
    ...given.map(({ token }) => token),
    ...secrets.map(bytesIn),
    ...secrets.map((secret) => bytesIn(createHash('sha256').update(secret).digest())),
    ...given.map(({ wording }) => wording),
    ...streams,
    ...ids,
  ];
}

const now = async (): Promise<string> => Me.parse(await read(stage, 'office', '/v1/me')).now;

const moveTo = (to: string) => stage.give('admin', 'org.move-clock', `org/${house()}`, { to });

test('whoever wants to know is told what is kept, what is not, and what nobody can promise', async () => {
  const heard = await read(stage, 'nobody', `/v1/consultations/${consultation}/anonymity`);
  expect(heard).toMatchObject({
    kept: expect.arrayContaining([
      { zh: expect.stringContaining('日期'), en: expect.stringContaining('day') },
    ]),
    remains: expect.arrayContaining([{ zh: expect.stringContaining('实时监看'), en: expect.anything() }]),
  });
});

test('twenty opinions without a name, with named ones in between, wait in a box', async () => {
  for (const [i, who] of STAFF.entries()) {
    const token = await giving.tokenOf(who);
    const wording = `不署名意见甲${i}乙`;
    const heard = await giving.give(
      token,
      wording,
      {},
      i % 2 === 0 ? company.players[who].cookie : undefined,
    );
    expect([heard.status, UnsignedReceived.parse(JSON.parse(heard.text)).received]).toEqual([202, true]);
    expect(heard.headers.get('x-request-id')).toBeNull();
    given.push({ who, token, wording });
    if (who === 'support')
      await stage.give('support', 'consultation.give-opinion', `consultation/${consultation}`, {
        about: '第一章',
        quote: null,
        wording: '署名意见',
      });
  }
  expect(given).toHaveLength(20);
  expect(await logged()).toEqual([]);
  expect(linksBetween(await tracesOf(database.ownerUrl), personal(company), await impersonal())).toEqual([]);
});

test('the same opinion sent again with its token hears the same, and is one opinion; another one is refused', async () => {
  const [first] = given;
  if (!first) throw new Error('an opinion was given');
  expect((await giving.give(first.token, first.wording)).status).toBe(202);
  const together = await Promise.all(
    Array.from({ length: 5 }, () => giving.give(first.token, first.wording)),
  );
  expect(together.filter(({ status }) => status !== 202 && status !== 409)).toEqual([]);
  expect(ruleOf(await giving.give(first.token, '另一条'))).toEqual([409, 'unsigned.token-used']);
  const [{ count } = { count: 0 }] = await query<{ count: number }>(
    database.ownerUrl,
    'select count(*)::int as count from ledger.opinion_box where institution = $1',
    [house()],
  );
  expect(count).toBe(20);
});

test('no session is read: a cookie that would be refused anywhere else changes nothing, and none is used', async () => {
  const { person } = company.players.clerk;
  const used = () =>
    query<{ used: string }>(
      database.ownerUrl,
      `select used::text from ledger.session where institution = $1 and person = $2`,
      [house(), person],
    );
  const age = `update ledger.session set used = now() - interval '10 minutes' where institution = $1 and person = $2`;
  await query(database.ownerUrl, age, [house(), person]);
  const before = await used();
  for (const cookie of [
    'mouding=forged',
    company.players['other-office'].cookie,
    company.players.clerk.cookie,
  ])
    expect(ruleOf(await giving.give('no-token', '意见', {}, cookie))).toEqual([
      409,
      'unsigned.token-unknown',
    ]);
  expect(await used()).toEqual(before);
});

test('a token that is forged, of another consultation, or of another house is refused by name', async () => {
  const forged = `${house()}.${Buffer.alloc(32, 7).toString('base64url')}`;
  const elsewhere = await ledger.takeToken(
    house(),
    '00000000-0000-4000-8000-0000000000aa',
    company.players.office.person,
    3,
  );
  const foreign = given[0]?.token.replace(house(), company.houses.other) ?? '';
  const refusals = [
    await giving.give(forged, '意见'),
    await giving.give(elsewhere ?? '', '意见'),
    await giving.give(foreign, '意见'),
  ];
  expect(refusals.map(ruleOf)).toEqual([
    [409, 'unsigned.token-unknown'],
    [409, 'unsigned.token-elsewhere'],
    [409, 'unsigned.token-unknown'],
  ]);
});

test('everybody has at most three tokens, and nobody of another house has any', async () => {
  await giving.tokenOf('clerk');
  await giving.tokenOf('clerk');
  const more = [await giving.ask('clerk'), await giving.ask('clerk')];
  expect(more.map(({ status }) => status)).toContain(409);
  expect(ruleOf(more[1] ?? (await giving.ask('clerk')))).toEqual([409, 'unsigned.tokens']);
  expect((await giving.ask('other-office')).status).toBe(404);
});

test('when the day has turned they are in the log: dated to the day, in no order, and of nobody', async () => {
  // What named people did is told in a round of its own, not beside what comes out of the box.
  await until('the named ones to be told of', async () =>
    (await isTold(database.ownerUrl, house(), `consultation/${consultation}`)) ? true : undefined,
  );
  const day = dayOf(await now());
  await moveTo(new Date(Date.parse(endOfDay(day)) + 60_000).toISOString());
  await until('the box to be empty', async () => ((await logged()).length === 20 ? true : undefined));
  const entries = await logged();
  for (const { actor, command, at, sealed, stream } of entries) {
    expect(actor).toEqual({ as: 'anonymous', by: null, for: null, post: null, recorder: null });
    expect([command.key, at]).toEqual([null, startOfDay(day)]);
    expect(sealed.map(({ subject }) => subject)).toEqual([stream.slice('opinion/'.length)]);
  }
  const words = await Promise.all(entries.map(wordingOf));
  expect(new Set(words)).toEqual(new Set(given.map(({ wording }) => wording)));
  // One in 20! that shuffling leaves the order as it was.
  expect(words).not.toEqual(given.map(({ wording }) => wording));
});

test('no table holds anything by which an opinion could be laid to a person', async () => {
  const traces = await tracesOf(database.ownerUrl);
  const persons = personal(company);
  const opinions = await impersonal();
  expect(linksBetween(traces, persons, opinions)).toEqual([]);
  // The look itself sees what there is: persons in the record of takers, tokens in that of tokens.
  const of = (table: string) => traces.filter((trace) => trace.table === table);
  expect(
    of('ledger.token_taker').filter(({ row }) => persons.some((person) => row.includes(person))),
  ).not.toEqual([]);
  expect(
    of('ledger.opinion_token').filter(({ row }) => opinions.some((word) => row.includes(word))),
  ).toHaveLength(20);
  // Written last by one transaction together: no row is nearer to one moment than another.
  const used = of('ledger.opinion_token').filter(({ row }) => row.includes(',t,'));
  const takers = of('ledger.token_taker').filter(({ row }) => row.includes(consultation));
  for (const rows of [used, takers]) expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
  expect(used.every(({ row }) => row.endsWith(',)'))).toBe(true);
});

test('no line of the logs knows of it', async () => {
  const folder = `${testHome()}/log/${new URL(database.ownerUrl).pathname.slice(1)}`;
  const logs = ['api', 'worker'].map((name) => readFileSync(`${folder}/${name}.log`, 'utf8')).join('\n');
  // At its start, Nest names every route that there is.
  const lines = logs.split('\n').filter((line) => !line.includes('"Mapped {'));
  const words = [...(await impersonal()), 'anonymous/opinions', 'unsigned'];
  expect(lines.filter((line) => line.includes('"answered"')).length).toBeGreaterThan(20);
  expect(words.filter((word) => lines.some((line) => line.includes(word)))).toEqual([]);
});

test('a close that is refused shows nothing of the box; one that is carried out takes it along, and says the numbers', async () => {
  const waiting = await giving.tokenOf('general');
  const spare = await giving.tokenOf('general');
  const racing = await Promise.all((['chair', 'member', 'teller', 'delegate'] as const).map(giving.tokenOf));
  expect((await giving.give(waiting, '最后一条')).status).toBe(202);
  const close = () => stage.give('office', 'consultation.close', `consultation/${consultation}`);
  await expect(close()).rejects.toThrow('consultation.all-replied');
  expect(await logged()).toHaveLength(20);
  for (const who of ['writer', 'owner', 'general'] as const)
    await stage.give(who, 'consultation.reply-none', `consultation/${consultation}`);
  const [, ...raced] = await Promise.all([
    close(),
    ...racing.map((token, i) => giving.give(token, `抢先的意见${i}`)),
  ]);
  // Whoever was told that the opinion is in finds it in the log; whoever was refused kept the token.
  const unsigned = 21 + raced.filter(({ status }) => status === 202).length;
  expect(await logged()).toHaveLength(unsigned);
  const [closed] = await query<{ entry: string }>(
    database.ownerUrl,
    `select entry from ledger.entry where institution = $1 and type = 'ConsultationClosed'`,
    [house()],
  );
  expect(JSON.parse(closed?.entry ?? '{}')).toMatchObject({
    data: {
      opinions: unsigned + 1,
      unsigned,
      none: 3,
      sum: `发出4份，收回4份，意见${unsigned + 1}条（其中不署名${unsigned}条），无意见3份，逾期未反馈0份`,
    },
  });
  const { data } = Resource.parse(await read(stage, 'office', `/v1/consultations/${consultation}`));
  expect(data).toMatchObject({ unsigned, sum: { zh: expect.stringContaining(`意见${unsigned + 1}条`) } });
  const late = await giving.give(spare, '迟到的意见');
  expect(ruleOf(late)).toEqual([409, 'consultation.open']);
  expect(late.text).toContain('规划办');
  expect(ruleOf(await giving.ask('owner'))).toEqual([409, 'consultation.open']);
  // The token of whoever came too late was not used up.
  const [{ used } = { used: 0 }] = await query<{ used: number }>(
    database.ownerUrl,
    'select count(*)::int as used from ledger.opinion_token where institution = $1 and used',
    [house()],
  );
  expect(used).toBe(unsigned);
});

test('the record stands up to verification', async () => {
  const report = await until('every entry to have its place', async () => {
    const found = await verifyInstitution({ url: database.auditUrl, institution: house() }, folding);
    return found.unsequenced === 0 ? found : undefined;
  });
  expect(report.faults).toEqual([]);
});
