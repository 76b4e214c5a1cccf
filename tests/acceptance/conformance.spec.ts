import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ConformanceReportView, PrecheckView } from '@mouding/contract';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { programsFor, startProgram, startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send, type Heard } from '../play/http.ts';
import { CODES, type Who } from '../play/institutions.ts';
import { auditCookie, grantLetter } from '../play/auditing.ts';
import { goOut, toBeCountersigned } from '../play/outgoing.ts';
import { untilAtRest } from '../play/resting.ts';
import { once, read, stageOf, type Stage } from '../play/stage.ts';

const MAIN = fileURLToPath(new URL('../../apps/mouding/dist/main.js', import.meta.url));

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
/** A case whose scheme went out, with an editorial change, a restored text and a repair on the way. */
let out: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  stage = stageOf(company, once(company));
  await goOut(stage);
  const { items } = (await read(stage, 'office', '/v1/cases')) as { items: readonly { id: string }[] };
  out = items[0]?.id ?? '';
  // A report says which entry it is as of: none may be on its way to its place.
  await untilAtRest(database.ownerUrl, company);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const ask = (who: Who, path: string, accept = 'application/json'): Promise<Heard> =>
  send(company.api, { method: 'GET', path, cookie: company.players[who].cookie, headers: { accept } });
const report = ({ text }: Heard): ConformanceReportView => ConformanceReportView.parse(JSON.parse(text));
const path = (): string => `/v1/cases/${out}/conformance`;

test('the office, leaders and auditors read it; refusals are for auditors alone', async () => {
  const [office, leader, auditor] = await Promise.all(
    (['office', 'leader', 'auditor'] as const).map(async (who) => report(await ask(who, path()))),
  );
  expect(office?.stages.map(({ status }) => status.code)).toEqual(['met', 'met']);
  expect([office?.refusals, leader?.refusals, auditor?.refusals]).toEqual([null, null, []]);
  const others = await Promise.all((['writer', 'member'] as const).map((who) => ask(who, path())));
  expect(others.map(({ status }) => status)).toEqual([404, 404]);
});

test('what two persons did stands on its front page', async () => {
  const { twoKeys } = report(await ask('office', path()));
  expect(twoKeys.map(({ kind, standing }) => [kind.code, standing.code])).toEqual([
    ['editorial', 'confirmed'],
    ['repair', 'confirmed'],
  ]);
});

test('as it stood at an earlier entry, and not before the case was there', async () => {
  const now = report(await ask('office', path()));
  const gate = now.stages[0]?.rounds[0]?.closed?.index ?? 0;
  const then = report(await ask('office', `${path()}?at=${gate - 1}`));
  expect(then.stages.map(({ status }) => status.code)).toEqual(['open', 'ahead']);
  expect(then.asOf.index).toBeLessThan(gate);
  expect((await ask('office', `${path()}?at=0`)).status).toBe(404);
  expect((await ask('office', `${path()}?at=yesterday`)).status).toBe(400);
});

test('a page for a browser, under a policy of its own', async () => {
  const { status, headers, text } = await ask('office', path(), 'text/html');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'sha256-");
  expect(text).toContain('程序符合性报告');
});

test('the auditor’s service and the command line say the same', async () => {
  const { audit, auditUrl } = await programsFor(database);
  const service = await startProgram(audit);
  try {
    await grantLetter(stage);
    await untilAtRest(database.ownerUrl, company);
    const password = 'small-password';
    const seat = await auditCookie(auditUrl, 'auditor', CODES.hospital, password);
    const there = report(await send(auditUrl, { method: 'GET', path: path(), cookie: seat }));
    expect(there).toEqual(report(await ask('auditor', path())));
    const env = { ...process.env, DATABASE_URL: database.ownerUrl };
    const line = execFileSync(process.execPath, [MAIN, '--json', 'conformance', out], { env }).toString();
    expect(report({ text: line } as Heard)).toEqual(there);
  } finally {
    await service.stop();
  }
});

test('印发预检 says what is missing and who settles it, and that nothing is once it went out', async () => {
  const { plan } = await toBeCountersigned(stage);
  const before = PrecheckView.parse(
    JSON.parse((await ask('leader', `/v1/cases/${plan.caseId}/precheck`)).text),
  );
  expect([
    before.standing,
    before.stops.filter(({ effect }) => effect === 'block').map(({ rule }) => rule),
  ]).toEqual(['stopped', ['issue.countersigned', 'issue.signed', 'issue.numbered']]);
  expect(before.stops.find(({ rule }) => rule === 'issue.signed')?.by).toEqual(['院领导']);
  const after = PrecheckView.parse(JSON.parse((await ask('office', `/v1/cases/${out}/precheck`)).text));
  expect([after.standing, after.stops]).toEqual(['issued', []]);
});
