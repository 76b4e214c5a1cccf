import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { FileRef } from '@mouding/core';
import { openLedger, type Ledger } from '@mouding/ledger';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send, type Heard } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import { contributions, openPlan } from '../play/plan.ts';
import { bring, once, stageOf, type Stage } from '../play/stage.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let ledger: Ledger;
let stage: Stage;
let own: ReadonlyMap<Who, string>;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database, { FILE_MB: '0.1', UPLOAD_MB_PER_DAY: '0.25' });
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  ledger = openLedger({ url: database.appUrl, applicationName: 'spec', max: 2 });
  stage = stageOf(company, once(company));
  own = await contributions(await openPlan(stage));
});
afterAll(async () => {
  await ledger?.close();
  await services?.stop();
  await database?.drop();
});

const of = (who: Who): string => own.get(who) ?? '';
const json = ({ text }: Heard): object => JSON.parse(text) as object;
const post = (
  who: Who | null,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Heard> =>
  send(company.api, {
    method: 'POST',
    path: '/v1/files',
    cookie: who === null ? undefined : company.players[who].cookie,
    headers,
    bytes,
  });
const submit = (who: Who, original: FileRef): Promise<Heard> =>
  once(company)({ who, verb: 'contribution.submit', on: of(who), body: { original } });
const fetchFrom = (who: Who, stream: string, { hash }: FileRef): Promise<Response> =>
  fetch(`${company.api}/v1/${stream.replace('/', 's/')}/files/${hash}`, {
    headers: { cookie: company.players[who].cookie },
  });
interface Told {
  readonly type: string;
  readonly at: string;
  readonly data: { readonly received: string };
}
const bytesOf = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(37);

test('an original is kept byte for byte under the hash of its bytes, and the same bytes give the same reference', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 规划');
  const name = { 'file-name': encodeURIComponent('../医务科规划.pdf') };
  const heard = await post('writer', bytes, name);
  const ref = { scheme: 'file-sha256@1', hash: createHash('sha256').update(bytes).digest('hex') };
  expect([heard.status, json(heard)]).toEqual([
    201,
    { ref, bytes: bytes.length, mediaType: 'application/pdf', received: expect.any(String) as string },
  ]);
  expect(json(await post('writer', bytes))).toEqual(json(heard));
  await stage.give('writer', 'contribution.submit', of('writer'), { original: ref });
  const answer = await fetchFrom('writer', of('writer'), ref as FileRef);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('医务科规划.pdf')}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
});

test('an original is cited by whoever brought it, and seen through what cites it; its hash alone opens nothing', async () => {
  const theirs = await bring(stage, 'support', '护理部的原件');
  const stolen = await submit('general', theirs);
  expect([stolen.status, json(stolen)]).toEqual([409, expect.objectContaining({ rule: 'file.known' })]);
  expect((await fetchFrom('general', of('general'), theirs)).status).toBe(404);
  expect((await fetchFrom('support', of('support'), theirs)).status).toBe(404);
  expect((await submit('support', theirs)).status).toBe(200);
  const statuses: (readonly [Who, number])[] = [];
  for (const who of ['support', 'office', 'lead', 'auditor', 'general', 'admin', 'other-office'] as const)
    statuses.push([who, (await fetchFrom(who, of('support'), theirs)).status]);
  expect(Object.fromEntries(statuses)).toEqual({
    support: 200,
    office: 200,
    lead: 200,
    auditor: 200,
    general: 404,
    admin: 404,
    'other-office': 404,
  });
});

test('a resource names the originals that it cites', async () => {
  const original = await bring(stage, 'clinical', '%PDF-1.7 骨伤科的原件');
  await submit('clinical', original);
  const { text } = await send(company.api, {
    method: 'GET',
    path: `/v1/contributions/${of('clinical').split('/')[1]}`,
    cookie: company.players.clinical.cookie,
  });
  expect(JSON.parse(text)).toMatchObject({
    files: [{ hash: original.hash, title: null }],
    data: { original, text: null },
    words: '已收到，待受理',
  });
});

test('what is too large, empty, no bytes, or from nobody is refused and leaves nothing', async () => {
  expect((await post('owner', bytesOf(100_000))).status).toBe(201);
  expect((await post('owner', bytesOf(100_001))).status).toBe(413);
  expect((await post('owner', bytesOf(0))).status).toBe(400);
  expect((await post(null, bytesOf(10))).status).toBe(401);
  const asJson = { method: 'POST', path: '/v1/files', cookie: company.players.owner.cookie, body: {} };
  expect((await send(company.api, asJson)).status).toBe(415);
  const asBytes = { cookie: company.players.owner.cookie, bytes: bytesOf(10) };
  expect((await send(company.api, { method: 'POST', path: '/v1/texts', ...asBytes })).status).toBe(415);
  const { hash } = { hash: createHash('sha256').update(bytesOf(100_001)).digest('hex') };
  expect(await ledger.file(company.houses.hospital, hash)).toBeUndefined();
});

test('what does not say its length is cut off where the limit is', async () => {
  const heard = await new Promise<number>((resolve, reject) => {
    const sent = request(
      `${company.api}/v1/files`,
      {
        method: 'POST',
        headers: { cookie: company.players.owner.cookie, 'content-type': 'application/octet-stream' },
      },
      (response) => resolve(response.statusCode ?? 0),
    );
    sent.on('error', reject);
    for (let i = 0; i < 4; i++) sent.write(bytesOf(50_000));
    sent.end();
  });
  expect(heard).toBe(413);
});

test('an original that was all here before the date is in time, though the word that it is handed in comes after', async () => {
  const now = await ledger.lawNow(company.houses.hospital);
  const original = await bring(stage, 'owner', '科教科的原件');
  const later = new Date(Date.parse(now) + 5 * 60_000).toISOString();
  await ledger.moveClock(company.houses.hospital, later);
  expect((await submit('owner', original)).status).toBe(200);
  const entries = await ledger.entries(company.houses.hospital, of('owner'));
  const told = entries.map(({ entry }) => JSON.parse(entry) as Told);
  const last = told.findLast(({ type }) => type === 'ContributionSubmitted');
  expect((last?.at ?? '') >= later).toBe(true);
  expect(last?.data.received).toMatch(/Z$/);
  expect((last?.data.received ?? later) < later).toBe(true);
});

test('one person brings so much in a day and no more, texts and originals together, each counted once', async () => {
  const original = (fill: number) => post('general', new Uint8Array(100_000).fill(fill));
  expect([(await original(1)).status, (await original(2)).status]).toEqual([201, 201]);
  const heard = await original(3);
  expect([heard.status, json(heard)]).toEqual([
    429,
    expect.objectContaining({ code: 'too-many', detail: expect.stringContaining('0.25 MB') as string }),
  ]);
  expect(Number(heard.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await original(2)).status).toBe(201);
  const text = (who: Who, length: number) =>
    send(company.api, {
      method: 'POST',
      path: '/v1/texts',
      cookie: company.players[who].cookie,
      body: { content: '文'.repeat(length / 3) },
    });
  expect((await text('general', 60_000)).status).toBe(429);
  expect((await text('general', 30_000)).status).toBe(201);
  expect((await text('support', 60_000)).status).toBe(201);
  const now = await ledger.lawNow(company.houses.hospital);
  const tomorrow = new Date(Date.parse(now) + 24 * 3_600_000).toISOString();
  await ledger.moveClock(company.houses.hospital, tomorrow);
  expect((await original(3)).status).toBe(201);
});
