import { ClauseHistory, ClauseList, OpinionList, UseReport } from '@mouding/contract';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { testHome } from '../harness/cluster.ts';
import { startServices, type Services } from '../harness/services.ts';
import * as course from '../play/course.ts';
import { assemble, type Company } from '../play/company.ts';
import * as plan from '../play/plan.ts';
import { ask, once, overview, read, stageOf, streamIn, type Stage } from '../play/stage.ts';

/** 意见—处置—改动—条文: from a clause back to the chapter, the opinion and the person that put its words there. */
let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let played: plan.Plan;
let opinion: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  stage = stageOf(company, once(company));
  played = await plan.openPlan(stage);
  await course.gathered(played);
  await course.drafted(played);
  opinion = await course.consulted(played);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const manuscript = async (): Promise<string> =>
  (await streamIn(stage, played.caseId, { stage: 'revision', kind: 'manuscript' })).slice(
    'manuscript/'.length,
  );
const clausesNow = async () =>
  ClauseList.parse(await read(stage, 'office', `/v1/manuscripts/${await manuscript()}/clauses`));

test('every clause of the text is listed with where it stands', async () => {
  const { items, text, label } = await clausesNow();
  expect([text.scheme, label]).toEqual(['tree@1', '送审稿']);
  expect(items.some((clause) => clause.text?.includes('建设四个重点专科。'))).toBe(true);
  expect(items.every(({ path }) => path !== '')).toBe(true);
});

test('a clause says which words came with which chapter, and which for which opinion', async () => {
  const { items } = await clausesNow();
  const { node = '' } = items.find((clause) => clause.text?.includes('建设四个重点专科。')) ?? {};
  const address = `/v1/manuscripts/${await manuscript()}/clauses/${node}`;
  const history = ClauseHistory.parse(await read(stage, 'office', address));
  expect(history.runs.map(({ text }) => text).join('')).toContain('建设四个重点专科。');
  const [newest] = history.origins;
  const oldest = history.origins.at(-1);
  expect(newest).toMatchObject({ how: 'changed', cites: opinion, citesWords: '第1条意见', draft: '送审稿' });
  expect(newest?.reason).toContain('edit-reason');
  expect(oldest).toMatchObject({ how: 'compiled', draft: '初稿' });
  expect(oldest?.chapter?.stream).toBe(
    await streamIn(stage, played.caseId, { stage: 'chapters', kind: 'chapter' }),
  );
});

test('an earlier version tells of nothing that came after it', async () => {
  const { items } = await clausesNow();
  const { node = '' } = items.find((clause) => clause.text?.includes('建设四个重点专科。')) ?? {};
  const { texts } = await overview(stage, played.caseId);
  const consultation = await streamIn(stage, played.caseId, { stage: 'consultation', kind: 'consultation' });
  const sent = (await read(stage, 'office', `/v1/consultations/${consultation.split('/')[1]}`)) as {
    readonly data: { readonly text: { readonly hash: string } };
  };
  expect(sent.data.text.hash).not.toBe(texts.manuscript?.hash);
  const address = `/v1/manuscripts/${await manuscript()}/clauses/${node}?text=${sent.data.text.hash}`;
  const { origins } = ClauseHistory.parse(await read(stage, 'office', address));
  expect(origins.map(({ how }) => how)).toEqual(['compiled']);
});

test('a clause that the text does not have is said to be none', async () => {
  const address = `/v1/manuscripts/${await manuscript()}/clauses/n0000000000`;
  const { status, text } = await ask(company, company.players.office, address);
  expect([status, text]).toEqual([409, expect.stringContaining('manuscript.node')]);
});

test('the list of opinions marks what is settled, carried out and left', async () => {
  const { items } = OpinionList.parse(await read(stage, 'office', `/v1/cases/${played.caseId}/opinions`));
  const [first, second, third] = items;
  expect(first).toMatchObject({ no: 1, disposition: 'partly', traced: true, changes: 1, draft: '送审稿' });
  expect(second).toMatchObject({ no: 2, disposition: 'adopted', traced: false, changes: 0 });
  expect(third).toMatchObject({ no: 3, status: 'withdrawn' });
  const taken = OpinionList.parse(
    await read(stage, 'office', `/v1/cases/${played.caseId}/opinions?disposition=in-work`),
  );
  expect(taken.items.map(({ no }) => no)).toEqual([5]);
});

test('a department is shown its own opinions and nobody else’s', async () => {
  const { items } = OpinionList.parse(await read(stage, 'support', `/v1/cases/${played.caseId}/opinions`));
  expect(items.map(({ no }) => no)).toEqual([1, 5]);
  expect(items[0]?.place.now).toBeNull();
});

test('a department sees where its plan was used, and that it has confirmed an older text', async () => {
  const own = (await plan.contributions(played)).get('support') ?? '';
  const address = `/v1/contributions/${own.slice('contribution/'.length)}/use`;
  const use = UseReport.parse(await read(stage, 'support', address));
  expect(use.same + use.changed + use.dropped).toBe(use.clauses.length);
  expect(use.clauses.length).toBeGreaterThan(0);
  expect(use.confirmed).toMatchObject([{ current: false, objected: true }]);
});
