import {
  CaseOverview,
  HistoryPage,
  MyActPage,
  MyMessagePage,
  ObligationPage,
  Resource,
  type HistoryEntry,
} from '@mouding/contract';
import { openLedger, type Ledger } from '@mouding/ledger';
import { until } from 'mouding/until';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send, type Heard } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import { collect, contributions, openPlan, research, type Plan } from '../play/plan.ts';
import { once, read, stageOf, streamIn, type Stage } from '../play/stage.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let ledger: Ledger;
let stage: Stage;
let plan: Plan;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  company = await assemble(
    { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` },
    (who) => `<b>${who}</b>`,
  );
  ledger = openLedger({ url: database.appUrl, applicationName: 'spec', max: 2 });
  stage = stageOf(company, once(company));
  plan = await openPlan(stage);
  await research(plan);
  await collect(plan);
});
afterAll(async () => {
  await ledger?.close();
  await services?.stop();
  await database?.drop();
});

const get = (who: Who, path: string): Promise<Heard> =>
  send(services.apiUrl, { method: 'GET', path, cookie: company.players[who].cookie });
const overviewOf = async (who: Who): Promise<CaseOverview> =>
  CaseOverview.parse(await read(stage, who, `/v1/cases/${plan.caseId}`));

/** The whole history, page by page. */
async function historyOf(who: Who, limit: number): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let cursor = ''; ;) {
    const { items, page } = HistoryPage.parse(
      await read(stage, who, `/v1/cases/${plan.caseId}/history?limit=${limit}${cursor}`),
    );
    entries.push(...items);
    if (page.next === null) return entries;
    cursor = `&cursor=${page.next}`;
  }
}

/** Until the sequencer has given every entry its place. */
const sequenced = (): Promise<true> =>
  until('every entry has its leaf index', async () => {
    const { hospital } = company.houses;
    const items = await ledger.itemsOfCase(hospital, plan.caseId);
    const streams = items.map(({ kind, id }) => `${kind}/${id}`);
    const entries = await Promise.all(streams.map((stream) => ledger.entries(hospital, stream)));
    const leaves = await ledger.history(hospital, streams, -1, 1000);
    return leaves.length === entries.flat().length ? true : undefined;
  });

test('the overview shows each person the stages, who holds them, and only the things that they may see', async () => {
  const office = await overviewOf('office');
  const material = office.stages.find(({ id }) => id === 'material');
  expect(office).toMatchObject({ rehearsal: true, done: false, procedure: { version: 1 } });
  expect(material).toMatchObject({
    state: 'open',
    words: '办理中',
    counts: { accepted: 3, 'handed-in': 1, open: 1 },
  });
  expect(material?.holders).toEqual(expect.arrayContaining(['规划办（党政综合办）']));
  expect(office.stages.find(({ state }) => state === 'waiting')?.holders).toEqual([]);
  const general = await overviewOf('general');
  expect(general.stages.find(({ id }) => id === 'material')?.items).toHaveLength(1);
  expect(office.may.find(({ command }) => command === 'case.advance')?.allowed).toBe(true);
  expect(general.may).toEqual([]);
  expect(JSON.stringify(office)).not.toContain('context');
});

test('the record is read page by page, in the order of the log, without what one may not see', async () => {
  await sequenced();
  const whole = await historyOf('office', 200);
  const indexes = whole.map(({ idx }) => idx);
  expect(indexes).toEqual([...new Set(indexes)].toSorted((a, b) => a - b));
  expect(await historyOf('office', 3)).toEqual(whole);
  expect(whole.find(({ type }) => type === 'ContributionSubmitted')).toMatchObject({
    words: { zh: '报送科室发展规划' },
    actor: { as: 'department-head', words: '科室负责人' },
  });
  const own = (await contributions(plan)).get('general');
  const seen = (await historyOf('general', 200)).filter(({ stream }) => stream.startsWith('contribution/'));
  expect(new Set(seen.map(({ stream }) => stream))).toEqual(new Set([own]));
});

test('a text is read through the stream that cites it, by whoever sees that stream, byte for byte', async () => {
  const own = (await contributions(plan)).get('general')?.split('/')[1];
  const { data } = Resource.parse(await read(stage, 'general', `/v1/contributions/${own}`));
  const { hash } = data['text'] as { hash: string };
  const path = `/v1/contributions/${own}/texts/${hash}`;
  const heard = await get('general', path);
  expect([heard.status, heard.text, heard.headers.get('content-type')]).toEqual([
    200,
    '科室规划（contribution/general）',
    'text/plain; charset=utf-8',
  ]);
  expect([heard.headers.get('etag'), heard.headers.get('x-content-type-options')]).toEqual([
    `"${hash}"`,
    'nosniff',
  ]);
  const known = await send(services.apiUrl, {
    method: 'GET',
    path,
    cookie: company.players.general.cookie,
    headers: { 'if-none-match': `"${hash}"` },
  });
  expect([known.status, known.text]).toEqual([304, '']);
  for (const who of ['clinical', 'nobody', 'other-office', 'examiner'] as const)
    expect((await get(who, path)).status).toBe(404);
  expect((await get('general', `/v1/cases/${plan.caseId}/texts/${hash}`)).status).toBe(404);
});

test('what is owed stands with whoever owes it, and with nobody else', async () => {
  const mine = async (who: Who) => ObligationPage.parse(await read(stage, who, '/v1/obligations'));
  const before = await mine('owner');
  expect(before.items.map(({ verb, words }) => [verb, words.zh])).toEqual([
    ['contribution.submit', '报送科室发展规划'],
  ]);
  expect((await mine('nobody')).items).toEqual([]);
  const ending = (await mine('office')).items.filter(({ verb }) => verb === 'case.advance');
  expect(ending.map(({ label }) => label).toSorted()).toEqual(['科室发展规划报送', '调研']);
  const dated = (await mine('office')).items.map(({ due }) => due ?? '~');
  expect(dated).toEqual(dated.toSorted());
});

const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/109.0.0.0';
const PHONE = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0';

test('the address of the house leads to the face that fits the device, so does a mail’s, and its document holds nobody’s data', async () => {
  const led = (agent: string, path = '') =>
    fetch(services.apiUrl + path, { redirect: 'manual', headers: { 'user-agent': agent } });
  const [desk, phone] = [await led(DESK), await led(PHONE)];
  expect([desk.status, desk.headers.get('location')]).toEqual([302, '/desk']);
  expect([phone.status, phone.headers.get('location')]).toEqual([302, '/m']);
  const mail = (agent: string) => led(agent, '/go/chapters/1?ask=chapter.return');
  expect((await mail(DESK)).headers.get('location')).toBe('/desk/chapters/1?ask=chapter.return');
  expect((await mail(PHONE)).headers.get('location')).toBe('/m/chapters/1?ask=chapter.return');
  const page = await get('office', '/desk');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.text).not.toMatch(/(src|href)="https?:/);
  const stranger = await send(services.apiUrl, { method: 'GET', path: '/desk' });
  const bare = (text: string): string => text.replace(/content="[\w-]+"/, '');
  expect(bare(page.text)).toBe(bare(stranger.text));
  expect((await send(services.apiUrl, { method: 'GET', path: '/demo/tour' })).status).toBe(404);
});

test('what one may not see is not there, whatever its id', async () => {
  const finding = await streamIn(stage, plan.caseId, { stage: 'research', kind: 'research' });
  const path = `/v1/researches/${finding.split('/')[1]}`;
  expect((await get('office', path)).status).toBe(200);
  expect((await get('general', path)).status).toBe(404);
});

test('what is owed is found by name, by kind and by being late; in another name nothing is', async () => {
  const asked = async (query: string) =>
    ObligationPage.parse(await read(stage, 'office', `/v1/obligations?${query}`)).items;
  const all = await asked('limit=200');
  const [acts, notes] = [await asked('of=acts&limit=200'), await asked('of=notes&limit=200')];
  expect(acts.length + notes.length).toBe(all.length);
  expect(
    (await asked(`q=${encodeURIComponent('办结环节')}`)).every(({ verb }) => verb === 'case.advance'),
  ).toBe(true);
  expect(await asked(`q=${encodeURIComponent('没有这样的事项')}`)).toEqual([]);
  expect((await asked('late=yes')).every(({ overdue }) => overdue)).toBe(true);
  expect(await asked(`case=${plan.caseId}`)).toHaveLength(
    all.filter(({ case: of }) => of?.id === plan.caseId).length,
  );
});

test('what somebody did is listed for them, the newest first, and nothing that others did', async () => {
  await sequenced();
  const did = async (who: Who, query = '') =>
    MyActPage.parse(await read(stage, who, `/v1/me/acts?limit=200${query}`)).items;
  const office = await did('office');
  expect(office.map(({ idx }) => idx)).toEqual(office.map(({ idx }) => idx).toSorted((a, b) => b - a));
  expect(office.some(({ case: of }) => of?.id === plan.caseId)).toBe(true);
  expect((await did('office', '&of=begun')).length).toBeLessThan(office.length);
  expect(await did('nobody')).toEqual([]);
  expect(MyMessagePage.parse(await read(stage, 'nobody', '/v1/me/messages')).items).toEqual([]);
});
