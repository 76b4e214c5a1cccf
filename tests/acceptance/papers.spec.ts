import { randomUUID } from 'node:crypto';
import { PaperList } from '@mouding/contract';
import { inParallel } from 'mouding/in-parallel';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { wordWords } from '../harness/word-words.ts';
import { assemble, type Company } from '../play/company.ts';
import { addressOf } from '../play/http.ts';
import { entriesOf } from '../play/log.ts';
import * as course from '../play/course.ts';
import * as plan from '../play/plan.ts';
import { meetInRooms } from '../play/rooms.ts';
import { sitTogether } from '../play/sitting.ts';
import { ask, once, stageOf } from '../play/stage.ts';
import { readersOf } from './canary/readers.ts';
import { ASKERS, type Asker } from './policy/table.ts';

/** What stands at each place of the play: nothing else in the world looks like it. */
const canaries = new Map<string, string>();
const canaryAt = (place: string): string => {
  const canary = canaries.get(place) ?? randomUUID().replaceAll('-', '');
  canaries.set(place, canary);
  return canary;
};

let database: FreshDatabase;
let services: Services;
let company: Company;
let streams: readonly string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place, (who) => canaryAt(`name/${who}`));
  const stage = stageOf(company, once(company), (at) => `（${canaryAt(at)}）`);
  const played = await plan.openPlan(stage);
  await course.filed(played);
  await meetInRooms(stage);
  await sitTogether(stage);
  await plan.publish(played, await plan.sign(played));
  const entries = await entriesOf(database.ownerUrl, company.houses.hospital);
  streams = [...new Set(entries.map(({ stream }) => stream))].filter((name) => PRINTS.test(name));
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

/** Kinds of which papers are printed. */
const PRINTS =
  /^(?:case|contribution|chapter|manuscript|consultation|tabling|meeting|sitting|duty|filing|issue|record)\//;

const cookieOf = (asker: Asker): string | undefined =>
  asker === 'anonymous' ? undefined : company.players[asker].cookie;

async function papersFor(asker: Asker, stream: string): Promise<PaperList['papers']> {
  const player = asker === 'anonymous' ? undefined : company.players[asker];
  const { status, text } = await ask(company, player, `${addressOf(stream)}/papers`);
  return status === 200 ? PaperList.parse(JSON.parse(text)).papers : [];
}

const fetchAs = (asker: Asker, path: string, headers: { [name: string]: string } = {}): Promise<Response> => {
  const cookie = cookieOf(asker);
  return fetch(company.api + path, { headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) } });
};

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

/** Every paper that somebody is offered, in one form, with its words where it is a .docx. */
async function printed(
  asker: Asker,
  format: 'docx' | 'csv',
): Promise<readonly { readonly title: string; readonly href: string; readonly words: string }[]> {
  const offered = await inParallel(streams, AT_ONCE, (stream) => papersFor(asker, stream));
  const wanted = offered.flat().filter(({ formats }) => formats.includes(format));
  return inParallel(wanted, AT_ONCE, async ({ title, href }) => {
    const response = await fetchAs(asker, `${href}.${format}`);
    if (response.status !== 200) throw new Error(`${href}.${format}: ${response.status}`);
    const bytes = await bytesOf(response);
    return { title, href, words: format === 'docx' ? wordWords(bytes) : bytes.toString('utf8') };
  });
}

/** The door lets few in at once who export. */
const AT_ONCE = 2;

test('the office prints every paper that there is, as Word and as a table', async () => {
  const found = new Map((await printed('office', 'docx')).map(({ title, words }) => [title, words]));
  const tables = await printed('office', 'csv');
  expect(new Set(tables.map(({ title }) => title))).toEqual(
    new Set(['意见反馈表', '意见采纳情况汇总表', '未报送科室名单', '修改对照表']),
  );
  expect([...found.keys()].toSorted()).toEqual(
    [
      '会议记录',
      '会议纪要',
      '会议通知',
      '会议材料汇编',
      '修改对照表',
      '印发通知',
      '发文稿纸',
      '审批单',
      '征求意见函',
      '意见反馈表',
      '意见采纳情况汇总表',
      '报送文件（请示、报告）',
      '未报送科室名单',
      '电话记录单',
      '督办单',
      '职代会决议',
      '议题申报表',
      '科室发展规划报送模板',
      '签到表',
      '签收单',
      '篇章报送模板',
      '编制说明',
      '表决票',
      '表决结果报告',
      '起草说明',
      '送签单',
    ].toSorted(),
  );
  for (const words of found.values()) expect(words).not.toMatch(/undefined|null|NaN/);
  expect(found.get('印发通知')).toContain('关于印发');
  expect(found.get('意见采纳情况汇总表')).toContain(canaryAt('opinion/wording'));
});

test('the same paper is the same PDF, made beside the event loop', async () => {
  const issue = streams.find((stream) => stream.startsWith('issue/')) ?? '';
  const path = `${addressOf(issue)}/papers/notice.pdf`;
  const [one, other] = await Promise.all([fetchAs('office', path), fetchAs('office', path)]);
  expect([one.status, one.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const bytes = await bytesOf(one);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.equals(await bytesOf(other))).toBe(true);
});

test('nobody reads on paper what is not for them', async () => {
  const readers = new Map([...canaries].map(([place]) => [place, readersOf(place, 'issued')]));
  const leaks: string[] = [];
  for (const asker of ASKERS) {
    const papers = await printed(asker, 'docx');
    const read = [...canaries].flatMap(([place, canary]) =>
      papers.flatMap(({ href, words }) => (words.includes(canary) ? [{ place, href }] : [])),
    );
    const wrong = read.filter(({ place }) => !readers.get(place)?.has(asker));
    leaks.push(...wrong.map(({ place, href }) => `${asker} reads ${place} in ${href}`));
  }
  expect(leaks).toEqual([]);
});

test('a paper is saved under its Chinese name, never opened in the page, and not sent twice', async () => {
  const issue = streams.find((stream) => stream.startsWith('issue/')) ?? '';
  const path = `${addressOf(issue)}/papers/notice.docx`;
  const first = await fetchAs('office', path);
  const name = decodeURIComponent(first.headers.get('content-disposition') ?? '');
  expect(name).toMatch(/^attachment; filename\*=UTF-8''印发通知-.*\.docx$/);
  expect(first.headers.get('content-security-policy')).toContain('sandbox');
  const tag = first.headers.get('etag') ?? '';
  const again = await fetchAs('office', path, { 'if-none-match': tag });
  expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
  const same = await bytesOf(await fetchAs('office', path));
  expect(same.equals(await bytesOf(first))).toBe(true);
});

test('a paper that there is not, and one of what may not be seen, are not found', async () => {
  const manuscript = streams.find((stream) => stream.startsWith('manuscript/')) ?? '';
  const asks: readonly (readonly [Asker, string])[] = [
    ['office', 'minutes.docx'],
    ['office', 'comparison.exe'],
    ['clinical', 'comparison.docx'],
    ['anonymous', 'comparison.docx'],
  ];
  const heard = await Promise.all(
    asks.map(([asker, name]) => fetchAs(asker, `${addressOf(manuscript)}/papers/${name}`)),
  );
  expect(heard.map(({ status }) => status)).toEqual([404, 404, 404, 401]);
});
