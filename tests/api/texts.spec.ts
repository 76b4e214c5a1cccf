import { randomUUID } from 'node:crypto';
import type { TextRef } from '@mouding/core';
import { openLedger, type Ledger } from '@mouding/ledger';
import { until } from 'mouding/until';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send, type Heard } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import { contributions, openPlan, type Plan } from '../play/plan.ts';
import { keep, once, stageOf, streamIn, wishOf, type Stage } from '../play/stage.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let ledger: Ledger;
let stage: Stage;
let plan: Plan;
let own: ReadonlyMap<Who, string>;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  ledger = openLedger({ url: database.appUrl, applicationName: 'spec', max: 2 });
  stage = stageOf(company, once(company));
  plan = await openPlan(stage);
  own = await contributions(plan);
});
afterAll(async () => {
  await ledger?.close();
  await services?.stop();
  await database?.drop();
});

const of = (who: Who): string => own.get(who) ?? '';
const submit = (who: Who, text: TextRef): Promise<Heard> =>
  once(company)({ who, verb: 'contribution.submit', on: of(who), body: { text } });
const json = ({ text }: Heard): object => JSON.parse(text) as object;

test('a text is cited by whoever brought it; its hash alone shows it to nobody', async () => {
  const theirs = await keep(stage, 'office', '尚未公开的报批稿');
  const stolen = await submit('general', theirs);
  expect([stolen.status, json(stolen)]).toEqual([409, expect.objectContaining({ rule: 'text.known' })]);
  const shown = await send(company.api, {
    method: 'GET',
    path: `/v1/contributions/${of('general').split('/')[1]}/texts/${theirs.hash}`,
    cookie: company.players.general.cookie,
  });
  expect(shown.status).toBe(404);
  const unknown = await submit('general', { ...theirs, hash: '0'.repeat(64) });
  const same = { traceId: expect.any(String) as string, facts: { hash: '0'.repeat(64) } };
  expect(json(unknown)).toEqual({ ...json(stolen), ...same });
  expect((await submit('general', await keep(stage, 'general', '本科室规划'))).status).toBe(200);
});

test('the same text brought twice is cited by both; the office cites what others brought', async () => {
  const text = await keep(stage, 'writer', '两科室同文');
  expect((await submit('support', text)).status).toBe(409);
  await keep(stage, 'support', '两科室同文');
  expect((await submit('support', text)).status).toBe(200);
  expect((await submit('writer', text)).status).toBe(200);
  const finding = await streamIn(stage, plan.caseId, { stage: 'research', kind: 'research' });
  const body = { method: 'forum', on: '2026-01-05', place: '会议室', attendance: 12, text };
  await stage.give('office', 'research.record', finding, body);
});

test('a request that had to fail reserves no time for a later one under its key', async () => {
  const text = await keep(stage, 'owner', '迟到的规划');
  const act = { who: 'owner', verb: 'contribution.submit', on: of('owner'), body: { text } } as const;
  const key = { 'idempotency-key': randomUUID() };
  const right = await wishOf(company, act);
  const early = await send(company.api, {
    ...right,
    headers: { ...key, 'if-match': `"${of('owner')}:99"` },
  });
  expect(early.status).toBe(412);
  const now = await ledger.lawNow(company.houses.hospital);
  const to = new Date(Date.parse(now) + 86_400_000).toISOString();
  await ledger.moveClock(company.houses.hospital, to);
  // The clock that moved may be closing the window at this moment: the version is the one that the asker sees then.
  const late = await until('the version to stand', async () => {
    const { headers } = await wishOf(company, act);
    const heard = await send(company.api, { ...right, headers: { ...headers, ...key } });
    return heard.status === 412 ? undefined : heard;
  });
  expect(late.status).toBe(200);
  const entries = await ledger.entries(company.houses.hospital, of('owner'));
  const submitted = entries
    .map(({ entry }) => JSON.parse(entry) as { type: string; data: { received: string } })
    .find(({ type }) => type === 'ContributionSubmitted');
  expect((submitted?.data.received ?? '') >= to).toBe(true);
});
