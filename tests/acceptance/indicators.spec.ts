import {
  IndicatorComparison,
  IndicatorPlaces,
  IndicatorSheetCheck,
  IndicatorTable,
  Me,
  Resource,
} from '@mouding/contract';
import { isUnreadable, readSheet, readWord, textOf, writeSheet } from '@mouding/documents';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send } from '../play/http.ts';
import { entriesOf } from '../play/log.ts';
import * as asking from '../play/asking.ts';
import * as course from '../play/course.ts';
import * as plan from '../play/plan.ts';
import type { Who } from '../play/institutions.ts';
import { keep, once, overview, read, stageOf, type Stage } from '../play/stage.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let caseId: string;
let sheet: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  stage = stageOf(company, once(company));
  const played = await plan.openPlan(stage);
  ({ caseId } = played);
  await course.gathered(played);
  await course.drafted(played);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const table = async (who: Who = 'office') =>
  IndicatorTable.parse(await read(stage, who, `/v1/cases/${caseId}/indicators`));
const rowNamed = async (name: string) => {
  const row = (await table()).rows.find((each) => each.name === name);
  if (!row) throw new Error(`no ${name}`);
  return row;
};
const placesNow = async () =>
  IndicatorPlaces.parse(await read(stage, 'office', `/v1/indicators/${sheet.split('/')[1]}/places`));
const fill = (rows: object) => stage.give('support', 'indicator.fill', sheet, rows);

async function confirm(name: string): Promise<void> {
  const { row, current, target } = await rowNamed(name);
  await stage.give('office', 'indicator.confirm', sheet, { rows: [{ row, current, target }] });
}

/** A sheet as somebody brings it back: with these words in the column of this title. */
async function filledSheet(column: string, words: { readonly [name: string]: string }) {
  const cookie = company.players.support.cookie;
  const path = `/v1/cases/${caseId}/indicators`;
  const response = await fetch(`${company.api}${path}.xlsx`, { headers: { cookie } });
  const found = readSheet(new Uint8Array(await response.arrayBuffer()));
  if ('trouble' in found) throw new Error(found.trouble);
  const rows = found.rows.map((cells) => cells.map((cell) => cell?.text ?? ''));
  const titles = rows.findIndex((cells) => cells[0] === '序号');
  const at = rows[titles]?.indexOf(column) ?? -1;
  for (const cells of rows.slice(titles + 1)) cells[at] = words[cells[1] ?? ''] ?? cells[at] ?? '';
  const bytes = Uint8Array.from(writeSheet({ name: '填报', widths: [], heads: [], choices: [], rows }));
  const { text } = await send(company.api, { method: 'POST', path: `${path}/sheet`, cookie, bytes });
  return IndicatorSheetCheck.parse(JSON.parse(text));
}

test('defined and assigned: the department sees what it owes, and nobody else the table', async () => {
  const rows = [
    { name: '重点专科', unit: '个', type: 'stock', caliber: '省级以上', last: { value: '2', target: '3' } },
    { name: '药占比', unit: '%', type: 'ratio' },
  ];
  sheet = (await stage.give('office', 'indicator.define', '', { case: caseId, rows })).made ?? '';
  const { capacities } = Me.parse(await read(stage, 'support', '/v1/me'));
  const department = capacities.find(({ as }) => as === 'department-head')?.department?.id;
  const ids = (await table()).rows.map(({ row }) => row);
  await stage.give('office', 'indicator.assign', sheet, { rows: ids, department, due: '2099-01-01' });
  const { pending, rows: shown } = await table('support');
  expect([pending, shown.map(({ words, inText }) => [words.zh, inText])]).toEqual([
    2,
    [
      ['待填报', null],
      ['待填报', null],
    ],
  ]);
  const { cookie } = company.players.general;
  const { status } = await send(company.api, {
    method: 'GET',
    path: `/v1/cases/${caseId}/indicators`,
    cookie,
  });
  expect(status).toBe(404);
  const { items } = (await read(stage, 'support', '/v1/obligations')) as {
    readonly items: readonly { readonly verb: string }[];
  };
  expect(items.filter(({ verb }) => verb === 'indicator.fill')).toHaveLength(1);
});

test('the sheet goes out and comes back: errors by cell, nothing written, then one fill', async () => {
  const wrong = await filledSheet('目标值（请填）', { 重点专科: '若干', 药占比: '≤27%' });
  expect(wrong.faults.map(({ cell, weight }) => [cell, weight])).toEqual([['K4', 'fault']]);
  expect(wrong.body).toBeNull();
  const { faults, body } = await filledSheet('目标值（请填）', { 重点专科: '3个', 药占比: '≤27%' });
  expect(faults).toEqual([]);
  expect((await table()).rows.map(({ status }) => status)).toEqual(['assigned', 'assigned']);
  await fill(body ?? {});
  expect((await table()).rows.map(({ status, target }) => [status, target])).toEqual([
    ['filled', '3个'],
    ['filled', '≤27%'],
  ]);
});

test('confirmed and settled; what the draft says of it is compared', async () => {
  await confirm('重点专科');
  const { row } = await rowNamed('重点专科');
  await stage.give('office', 'indicator.settle', sheet, {
    rows: [row],
    disposition: 'continue',
    reason: '延续',
  });
  expect(await rowNamed('重点专科')).toMatchObject({
    status: 'confirmed',
    words: { zh: '已核定' },
    dispositionWords: { zh: '延续' },
  });
  const text = await keep(
    stage,
    'office',
    '某市卫生健康“十五五”规划\n二、主要目标\n到2030年，药占比不超过25%。\n',
  );
  await stage.give('office', 'indicator.cite-plan', sheet, { role: 'upper-plan', title: '上级规划', text });
  const path = `/v1/cases/${caseId}/indicators/comparison`;
  const { plans, differences } = IndicatorComparison.parse(await read(stage, 'office', path));
  expect([plans, differences]).toEqual([[{ role: 'upper-plan', title: '上级规划' }], []]);
});

test('at the gate after the consultation what is still 待核 shows, and holds nothing', async () => {
  const played = { stage, caseId };
  await asking.opine(played);
  await asking.dispose(played);
  await plan.discuss(played);
  const called = (await entriesOf(database.ownerUrl, company.houses.hospital)).filter(
    ({ type }) => type === 'MeetingCalled',
  );
  const rules = called.map(({ data }) =>
    (data['notices'] as readonly { readonly rule: string; readonly facts: object }[])
      .filter(({ rule }) => rule === 'indicators.confirmed')
      .map(({ facts }) => facts),
  );
  expect(rules.flat()).toEqual([{ pending: ['药占比'], other: [] }]);
});

test('the text cites it; the figure changes, and the text is mended by what the query gives', async () => {
  const { links } = await overview(stage, caseId);
  const manuscript = `manuscript/${links['manuscript']?.split('/').at(-1)}`;
  const now = async () => Resource.parse(await read(stage, 'office', links['manuscript'] ?? '')).data['text'];
  const text = await now();
  const node = await nodeOf(
    text as { readonly scheme: string; readonly hash: string },
    links['manuscript'] ?? '',
  );
  const { row } = await rowNamed('重点专科');
  const place = { node, quote: '三个', before: '建设', after: '重点专科', cites: 'target' };
  await stage.give('office', 'indicator.link', sheet, { row, text, place });
  expect((await placesNow()).places).toMatchObject([{ state: 'same', says: '三个', figure: '3个' }]);
  await stage.give('office', 'indicator.return', sheet, { rows: [row], reason: '专科数有调整' });
  expect((await placesNow()).places).toMatchObject([{ state: 'pending', words: { zh: '待核' } }]);
  expect(await wordsOf(`${links['manuscript'] ?? ''}/clean.docx`)).toContain('建设三个（待核）重点专科');
  expect(await wordsOf(`${links['manuscript'] ?? ''}/draft.docx`)).toContain('建设三个重点专科');
  await fill({ rows: [{ row, current: '2个', target: '5个' }] });
  await confirm('重点专科');
  const { places, operations, edits } = await placesNow();
  expect(places).toMatchObject([{ state: 'other', says: '三个', figure: '5个' }]);
  expect([operations.length, edits.length]).toEqual([1, 0]);
  const ground = { basis: 'data' };
  await stage.give('office', 'manuscript.revise', manuscript, {
    base: text,
    label: '修改稿',
    edits: edits.map((edit) => ({ ...edit, cites: null, ground, reason: '按核定数值修改' })),
    ...(operations.length > 0 ? { operations: [{ operations, ground, reason: '按核定数值修改' }] } : {}),
    done: false,
  });
  expect((await placesNow()).places).toMatchObject([{ state: 'same', says: '5个' }]);
  expect(await now()).not.toEqual(text);
});

test('the printed table shows a figure only once it is confirmed', async () => {
  const cookie = company.players.office.cookie;
  const path = `/v1/indicators/${sheet.split('/')[1]}/papers/table.csv`;
  const { text } = await send(company.api, { method: 'GET', path, cookie });
  const lines = text.split('\n').filter((line) => /重点专科|药占比/u.test(line));
  expect(lines.map((line) => [line.includes('5个'), line.includes('待核')])).toEqual([
    [true, false],
    [false, true],
  ]);
});

/** The words of a Word file, one line for each paragraph. */
async function wordsOf(path: string): Promise<string> {
  const { cookie } = company.players.office;
  const response = await fetch(company.api + path, { headers: { cookie } });
  const word = readWord(Buffer.from(await response.arrayBuffer()), { revisions: 'accept' });
  if (isUnreadable(word)) throw new Error(`${path} is no Word file`);
  return textOf(word);
}

/** The node in which the sentence stands; null where the text is no tree. */
async function nodeOf(
  { scheme, hash }: { readonly scheme: string; readonly hash: string },
  href: string,
): Promise<string | null> {
  if (scheme !== 'tree@1') return null;
  const tree = (await read(stage, 'office', `${href}/trees/${hash}`)) as {
    readonly nodes: readonly { readonly id: string; readonly text: string | null }[];
  };
  return tree.nodes.find(({ text }) => text?.includes('建设三个重点专科'))?.id ?? null;
}
