import { Me, Resource } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { rebuildProjections, verifyInstitution } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import { until } from 'mouding/until';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { testHome } from '../harness/cluster.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { filingOf } from '../play/filing.ts';
import { entriesOf } from '../play/log.ts';
import * as course from '../play/course.ts';
import * as plan from '../play/plan.ts';
import { RETURNED } from '../play/procedures.ts';
import { keep, once, overview, read, stageOf, wishOf, type Stage } from '../play/stage.ts';
import { send } from '../play/http.ts';

/** 卫健委退回补正: filed on paper with a receipt, sent back on three points, amended, decided again, filed again. */
let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let played: plan.Plan;

const POINTS = ['专科数量与市规划不一致', '请核对统计口径', '表述请规范'];

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  stage = stageOf(company, once(company));
  played = await plan.openPlan(stage, RETURNED, null);
  await toTheGates();
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

async function toTheGates(): Promise<void> {
  await course.gathered(played);
  await course.drafted(played);
  await course.consulted(played);
  await committee('deans');
  await plan.ballot(played);
}

async function later(days: number): Promise<void> {
  const { now } = Me.parse(await read(stage, 'admin', '/v1/me'));
  const to = new Date(Date.parse(now) + days * 86_400_000).toISOString();
  await stage.give('admin', 'org.move-clock', `org/${company.houses.hospital}`, { to });
}

/** 党委会, by name. */
async function committee(of: string): Promise<void> {
  const meeting = await plan.convene(played, { stage: of, present: ['chair', 'member'] });
  await stage.give('member', 'meeting.vote', meeting, { vote: 'yes' });
  await stage.give('chair', 'meeting.vote', meeting, { vote: 'yes' });
  await plan.declare(played, meeting, of);
}

const today = async (): Promise<string> => dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
const stageNow = async (of: string) => {
  const { stages } = await overview(stage, played.caseId);
  return stages.find(({ id }) => id === of);
};
const openNow = async () =>
  (await overview(stage, played.caseId)).stages.filter(({ state }) => state === 'open').map(({ id }) => id);
const onPaper = (happened: string) => ({ happened, medium: 'paper', book: '收发文簿第1页' });
const dataOf = async (stream: string) => {
  const [kind, id] = stream.split('/');
  return Resource.parse(await read(stage, 'office', `/v1/${kind}s/${id}`));
};
const manuscript = async (): Promise<string> => {
  const { links } = await overview(stage, played.caseId);
  return `manuscript/${links['manuscript']?.split('/').at(-1) ?? ''}`;
};

async function file(receipt: string): Promise<string> {
  const filing = await filingOf(played);
  const manifest = [{ title: '编制说明', text: await keep(stage, 'office', `编制说明 ${receipt}`) }];
  await stage.give('office', 'filing.send', filing, { letter: '请示', manifest, channel: 'confidential' });
  const on = await today();
  const body = { number: receipt, on, signedBy: '收文经办', elsewhere: onPaper(on) };
  await stage.give('office', 'filing.record-receipt', filing, body);
  return filing;
}

async function answered(filing: string, body: object): Promise<void> {
  const on = await today();
  const letter = await keep(stage, 'office', `来文${JSON.stringify(body)}`);
  await stage.give('office', 'filing.enter-answer', filing, { on, letter, elsewhere: onPaper(on), ...body });
  await plan.advance(played, 'authority');
}

test('filed with a receipt; while the authority holds it our clock stands still', async () => {
  const filing = await file('签〔2026〕7号');
  expect(await stageNow('authority')).toMatchObject({ paused: true, overdue: false });
  const { data, status } = await dataOf(filing);
  expect([status, data]).toMatchObject(['sent', { no: 1, receipt: { number: '签〔2026〕7号' } }]);
  await later(7);
  const body = {
    outcome: 'returned',
    number: '小卫函〔2026〕3号',
    register: '收〔2026〕31号',
    points: POINTS,
  };
  await answered(filing, body);
  expect(await openNow()).toEqual(['amendment']);
  const { data: amending } = await dataOf(await manuscript());
  expect(amending['amendment']).toMatchObject({ about: filing, points: 3 });
});

test('the points are counted in the clear, and their wording is sealed', async () => {
  const log = await entriesOf(database.ownerUrl, company.houses.hospital);
  const received = log.find(({ type }) => type === 'AnswerReceived');
  expect(received?.data).toMatchObject({ outcome: 'returned', points: 3, no: 1 });
  expect(log.filter(({ data }) => JSON.stringify(data).includes(POINTS[0] ?? ''))).toEqual([]);
  expect(log.filter(({ data }) => JSON.stringify(data).includes('收文经办'))).toEqual([]);
});

test('a number of the plan changes: it is an indicator by rule, and the office cannot make it less', async () => {
  const { texts } = await overview(stage, played.caseId);
  const of = await manuscript();
  const edit = {
    quote: '建设四个重点专科',
    replacement: '建设五个重点专科',
    cites: null,
    ground: { basis: 'upper-plan' },
    reason: '按市规划',
  };
  const body = {
    base: texts.manuscript,
    label: '补正稿',
    edits: [edit],
    class: 'editorial',
    points: [1, 2, 3],
  };
  const { notices } = await stage.give('office', 'manuscript.amend', of, body);
  expect(notices.map(({ rule }) => rule)).toEqual(['amend.least-class']);
  const refused = async (who: 'office' | 'leader', as: string) => {
    const act = { who, verb: 'manuscript.class-change', on: of, body: { class: as, reason: '理由' } };
    const { status, text } = await send(company.api, await wishOf(company, act));
    return [status, (JSON.parse(text) as { rule?: string }).rule];
  };
  expect(await refused('office', 'indicator')).toEqual([403, 'policy.capacity']);
  expect(await refused('leader', 'editorial')).toEqual([409, 'amend.least-class']);
  await stage.give('leader', 'manuscript.class-change', of, { class: 'indicator', reason: '目标数值调整' });
});

test('the party committee decides again, the congress does not', async () => {
  expect(await openNow()).toEqual(['deans-again']);
  await committee('deans-again');
  expect(await openNow()).toEqual(['authority']);
  const { texts } = await overview(stage, played.caseId);
  expect((await stageNow('congress'))?.round).toBe(1);
  expect((await stageNow('congress'))?.text).toEqual(texts.manuscript);
  const log = await entriesOf(database.ownerUrl, company.houses.hospital);
  expect(log.find(({ type }) => type === 'ChangeClassed')?.data).toMatchObject({
    class: 'indicator',
    to: texts.manuscript,
    keeps: ['congress', 'authority'],
  });
});

test('filed again as sending 2; when nobody answers a leader has it asked for again, by sending 3', async () => {
  const filing = await file('签〔2026〕9号');
  expect((await dataOf(filing)).data).toMatchObject({ no: 2 });
  await later(31);
  await until('the period for an answer to end', async () => {
    const { status } = await dataOf(filing);
    return status === 'unanswered' ? status : undefined;
  });
  const [held] = Me.parse(await read(stage, 'leader', '/v1/me')).capacities;
  const elsewhere = onPaper(await today());
  const instruction = { instruction: 'ask-again', leader: held?.post, elsewhere };
  await stage.give('office', 'filing.record-instruction', filing, instruction);
  await stage.give('office', 'filing.send', filing, { letter: '催办函', manifest: [] });
  const log = await entriesOf(database.ownerUrl, company.houses.hospital);
  const said = log.find(({ type }) => type === 'InstructionRecorded');
  expect(said?.by).toBe(company.players.leader.person);
  await answered(filing, { outcome: 'approved', number: '小卫〔2026〕17号' });
  expect(await openNow()).toEqual(['issue']);
});

test('approved, numbered once, issued', async () => {
  await plan.publish(played, await plan.sign(played));
  const log = await entriesOf(database.ownerUrl, company.houses.hospital);
  const of = (type: string) => log.filter((entry) => entry.type === type);
  expect(of('NumberTaken')).toHaveLength(1);
  expect(new Set(of('FilingSent').map(({ data }) => data['no']))).toEqual(new Set([1, 2, 3]));
  const { texts } = await overview(stage, played.caseId);
  expect(of('Issued').map(({ data }) => data['text'])).toEqual([texts.manuscript]);
});

test('the record is whole, and the read models rebuilt from it equal the live ones', async () => {
  const institution = company.houses.hospital;
  const verified = await until('every entry to have its place', async () => {
    const found = await verifyInstitution({ url: database.ownerUrl, institution }, folding);
    return found.unsequenced === 0 ? found : undefined;
  });
  expect(verified.faults).toEqual([]);
  const { differences, stuck } = await rebuildProjections({ url: database.ownerUrl, institution }, folding);
  expect([...differences, ...stuck]).toEqual([]);
});
