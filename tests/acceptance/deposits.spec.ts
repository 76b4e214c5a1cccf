import { DepositPage, DepositReceipt, Resource } from '@mouding/contract';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { drawCode, leaveWith, openCode } from '../play/depositing.ts';
import { readingOf, untilRead } from '../play/imported.ts';
import * as plan from '../play/plan.ts';
import { once, read, stageOf, type Stage } from '../play/stage.ts';
import { wordFile } from '../play/word-files.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let own: string;
let deposit: string;
let code: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  stage = stageOf(company, once(company));
  const played = await plan.openPlan(stage);
  await plan.research(played);
  own = (await plan.contributions(played)).get('clinical') ?? '';
  const body = { of: 'contribution', id: own.split('/')[1] };
  deposit = (await stage.give('clinical', 'deposit.issue', '', body)).made ?? '';
  ({ code } = await drawCode(stage, 'clinical', deposit));
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const seen = async (who: 'clinical' | 'office', stream: string): Promise<Resource> => {
  const [kind, id] = stream.split('/');
  return Resource.parse(await read(stage, who, `/v1/${kind}s/${id}`));
};

test('a code shows for whom it is, what is due and by when, and nothing else', async () => {
  const { status, text } = await openCode(stage, code);
  expect(status).toBe(200);
  const page = DepositPage.parse(JSON.parse(text));
  expect(page.label).toContain(page.department);
  expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(
    ['department', 'due', 'label', 'rehearsal', 'until'].toSorted(),
  );
});

test('a code that is none, one that was drawn before and one of another house sound alike', async () => {
  const old = code;
  ({ code } = await drawCode(stage, 'clinical', deposit));
  const elsewhere = code.replace(company.houses.hospital, company.houses.other);
  const heard = await Promise.all([old, elsewhere, 'no-code', ''].map((each) => openCode(stage, each)));
  expect(heard.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const said = heard.map(({ text }) => ({ ...(JSON.parse(text) as object), traceId: '' }));
  expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
  expect((await leaveWith(stage, old, new TextEncoder().encode('内容'))).status).toBe(404);
});

test('what is left waits for the head, and counts from when it came', async () => {
  const { status, text } = await leaveWith(stage, code, await wordFile('一、总体目标\n床位三百张。\n'));
  expect(status).toBe(201);
  const { received, sha256 } = DepositReceipt.parse(JSON.parse(text));
  expect((await seen('clinical', deposit)).status).toBe('deposit-held');
  expect((await seen('clinical', own)).data['received']).toBeNull();
  await stage.give('clinical', 'deposit.hand-in', deposit);
  await untilRead(stage, 'clinical', own);
  expect((await seen('clinical', own)).data['received']).toBe(received);
  expect((await readingOf(stage, 'clinical', own)).reading?.original.hash).toBe(sha256);
});

test('a code that was used opens nothing any more', async () => {
  expect((await openCode(stage, code)).status).toBe(404);
});
