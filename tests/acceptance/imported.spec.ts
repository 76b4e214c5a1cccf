import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportView, Resource } from '@mouding/contract';
import type { FileRef } from '@mouding/core';
import { openLedger, type Ledger } from '@mouding/ledger';
import { until } from 'mouding/until';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { programsFor, startProgram } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send } from '../play/http.ts';
import { readingOf, untilRead } from '../play/imported.ts';
import type { Who } from '../play/institutions.ts';
import { entriesOf } from '../play/log.ts';
import { contributions, openPlan } from '../play/plan.ts';
import { keepFile, once, read, stageOf, type Stage } from '../play/stage.ts';
import { macroFile, revisedFile, wordFile, wpsFile } from '../play/word-files.ts';

type Running = Awaited<ReturnType<typeof startProgram>>;

let folder: string;
let database: FreshDatabase;
let programs: Awaited<ReturnType<typeof programsFor>>;
let api: Running;
let worker: Running;
let company: Company;
let stage: Stage;
let ledger: Ledger;
let streams: ReadonlyMap<Who, string>;

/** A program that stands in for LibreOffice. */
function standIn(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const startWorker = async (soffice: string): Promise<void> => {
  worker = await startProgram(programs.worker, { SOFFICE: soffice, CONVERT_SECONDS: '600' });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-imported-'));
  database = await freshDatabase();
  programs = await programsFor(database);
  api = await startProgram(programs.api);
  await startWorker(standIn('failing', 'exit 1'));
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: programs.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  stage = stageOf(company, once(company));
  ledger = openLedger({ url: database.appUrl, applicationName: 'imported', keyFile, max: 2 });
  streams = await contributions(await openPlan(stage));
});

afterAll(async () => {
  await ledger?.close();
  await Promise.all([worker?.stop(), api?.stop()]);
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const of = (who: Who): string => streams.get(who) ?? '';
const handIn = (who: Who, original: FileRef) => stage.give(who, 'contribution.submit', of(who), { original });
const typesOf = async (stream: string): Promise<readonly string[]> =>
  (await entriesOf(database.ownerUrl, company.houses.hospital))
    .filter((entry) => entry.stream === stream)
    .map(({ type }) => type);
const dataOf = async (who: Who) =>
  Resource.parse(await read(stage, who, `/v1/contributions/${of(who).split('/')[1]}`));
const importOf = async (who: Who, whose: Who) =>
  ImportView.parse(await read(stage, who, `/v1/contributions/${of(whose).split('/')[1]}/import`));
const fetchFile = async (who: Who, whose: Who, { hash }: FileRef): Promise<number> => {
  const path = `/v1/contributions/${of(whose).split('/')[1]}/files/${hash}`;
  return (await send(company.api, { method: 'GET', path, cookie: company.players[who].cookie })).status;
};

test('a .wps that came a minute before midnight and cannot be converted: its time stands, another is asked for', async () => {
  await worker.stop();
  const day = (await ledger.lawNow(company.houses.hospital)).slice(0, 10);
  // 23:59 in Beijing.
  await ledger.moveClock(company.houses.hospital, `${nextDay(day)}T15:59:00.000Z`);
  const wps = await keepFile(stage, 'support', wpsFile(), '后勤科规划.wps');
  await handIn('support', wps);
  const { data: before, status } = await dataOf('support');
  expect(status).toBe('handed-in');
  await ledger.moveClock(company.houses.hospital, `${nextDay(day)}T16:10:00.000Z`);
  await startWorker(join(folder, 'failing'));
  const { reading } = await untilRead(stage, 'support', of('support'));
  const { data: after, words } = await dataOf('support');
  expect([words, after['received'], after['late']]).toEqual(['请补正', before['received'], false]);
  expect(reading).toMatchObject({
    standing: 'unread',
    trouble: {
      code: 'conversion-failed',
      unsafe: false,
      said: { zh: expect.stringContaining('转换失败') as string },
    },
  });
  const quarantined = (await entriesOf(database.ownerUrl, company.houses.hospital)).filter(
    ({ type }) => type === 'ContributionQuarantined',
  );
  expect(quarantined.map(({ by, data }) => [by, data['cause']])).toEqual([[null, 'not-converted']]);
});

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

test('the .docx that replaces it is read, checked by the office, confirmed by its head, and counts from the first', async () => {
  const { data: first } = await dataOf('support');
  const text = '一、总体目标\n（一）专科\n建设三个重点专科。\n目  录\n';
  await handIn('support', await keepFile(stage, 'support', await wordFile(text), '后勤科规划.docx'));
  const { text: was, reading } = await untilRead(stage, 'support', of('support'));
  expect(reading).toMatchObject({ standing: 'read', recognised: { tables: 0, revisions: 0 } });
  const view = await importOf('office', 'support');
  expect(view).toMatchObject({ standing: 'read', reread: true, words: '已读入，待核对' });
  expect(view.nodes.map((node) => node.text).join('\n')).toContain('建设三个重点专科。');
  expect(view.nodes.every(({ asRead }) => asRead)).toBe(true);
  const last = view.nodes.at(-1)?.node ?? '';
  const operations = [{ op: 'remove', node: last }];
  await stage.give('office', 'contribution.check-import', of('support'), { text: was, operations });
  const checked = await importOf('support', 'support');
  expect([checked.standing, checked.nodes.map(({ node }) => node).includes(last)]).toEqual([
    'checked',
    false,
  ]);
  await stage.give('support', 'contribution.confirm-text', of('support'), { text: checked.text });
  await stage.give('office', 'contribution.accept', of('support'));
  const { data } = await dataOf('support');
  expect([data['received'], data['late']]).toEqual([first['received'], false]);
  expect(await typesOf(of('support'))).toEqual([
    'ContributionRequested',
    'ContributionSubmitted',
    'ContributionQuarantined',
    'ContributionSubmitted',
    'TextRead',
    'ImportChecked',
    'TextConfirmed',
    'ContributionAccepted',
  ]);
});

test('tracked changes wait for a word on how they are read, and plain text in GB 18030 comes in too', async () => {
  const file = await revisedFile('建设三个重点专科。\n', '建设四个重点专科。\n');
  await handIn('clinical', await keepFile(stage, 'clinical', file));
  const { reading, text } = await untilRead(stage, 'clinical', of('clinical'));
  expect([reading?.standing, text]).toEqual(['revisions', null]);
  await stage.give('clinical', 'contribution.choose-revisions', of('clinical'), { take: 'reject' });
  await untilRead(stage, 'clinical', of('clinical'));
  const { nodes, take } = await importOf('clinical', 'clinical');
  expect([take, nodes.map((node) => node.text)]).toEqual(['reject', ['建设三个重点专科。']]);
  const gb = Uint8Array.of(0xcc, 0xa8, 0xd5, 0xca, 0xa1, 0xa3);
  await handIn('clinical', await keepFile(stage, 'clinical', gb, '规划.txt'));
  await untilRead(stage, 'clinical', of('clinical'));
  expect((await importOf('office', 'clinical')).nodes.map((node) => node.text)).toEqual(['台帐。']);
});

test('a scan is kept as an attachment, and a hostile file is given to nobody but its sender', async () => {
  const scan = await keepFile(stage, 'general', new TextEncoder().encode('%PDF-1.7 扫描件'), '规划.pdf');
  await handIn('general', scan);
  expect((await untilRead(stage, 'general', of('general'))).reading?.standing).toBe('attached');
  expect([await fetchFile('office', 'general', scan), (await dataOf('general')).status]).toEqual([
    200,
    'handed-in',
  ]);
  const hostile = await keepFile(stage, 'general', await macroFile(), '规划.docx');
  await handIn('general', hostile);
  const { reading } = await untilRead(stage, 'general', of('general'));
  expect(reading).toMatchObject({ standing: 'unread', trouble: { code: 'macros', unsafe: true } });
  expect([
    await fetchFile('office', 'general', hostile),
    await fetchFile('general', 'general', hostile),
  ]).toEqual([404, 200]);
});

test('a worker that is killed in the middle of a conversion converts it once after it is back', async () => {
  await worker.stop();
  const seen = join(folder, 'seen');
  await startWorker(standIn('hanging', `echo $$ > ${seen}\nexec sleep 600`));
  await handIn('writer', await keepFile(stage, 'writer', wpsFile('医务科'), '医务科规划.wps'));
  await until('the conversion to begin', async () =>
    existsSync(seen) && readFileSync(seen, 'utf8').endsWith('\n') ? true : undefined,
  );
  expect((await readingOf(stage, 'writer', of('writer'))).reading?.standing).toBe('waiting');
  process.kill(worker.pid, 'SIGKILL');
  await worker.ended;
  process.kill(Number(readFileSync(seen, 'utf8')), 'SIGKILL');
  const made = join(folder, 'made.docx');
  writeFileSync(made, await wordFile('医务科规划正文。\n'));
  const copying = 'for last; do :; done; dir=$(dirname "$last"); mkdir -p "$dir/out"';
  await startWorker(standIn('copying', `${copying}; cp ${made} "$dir/out/in.docx"`));
  await untilRead(stage, 'writer', of('writer'));
  expect((await importOf('writer', 'writer')).text?.scheme).toBe('tree@1');
  const told = await typesOf(of('writer'));
  expect(told.filter((type) => type === 'TextRead')).toHaveLength(1);
});

test('fifty hostile uploads are all refused, and what others send is read', async () => {
  for (let i = 0; i < 50; i++)
    await handIn('owner', await keepFile(stage, 'owner', await macroFile(`${i}`), `规划${i}.docx`));
  await handIn('writer', await keepFile(stage, 'writer', await wordFile('医务科第二稿。\n'), '规划.docx'));
  const { reading } = await untilRead(stage, 'writer', of('writer'));
  expect(reading?.standing).toBe('read');
  expect((await untilRead(stage, 'owner', of('owner'))).reading).toMatchObject({ standing: 'unread' });
  const told = await typesOf(of('owner'));
  expect(told.filter((type) => type === 'ContributionSubmitted')).toHaveLength(50);
  expect(told.filter((type) => type === 'TextRead')).toEqual([]);
  expect(told.at(-1)).toBe('ContributionQuarantined');
});

test('what is pasted out of Word is kept as a text with nodes', async () => {
  const html = '<h1>一、总则</h1><p>全面加强。</p><script>alert(1)</script>';
  const { cookie } = company.players.writer;
  const wish = { method: 'POST', path: '/v1/texts/pasted', cookie, headers: {}, body: { html } };
  const { status, text } = await send(company.api, wish);
  expect([status, JSON.parse(text)]).toMatchObject([201, { ref: { scheme: 'tree@1' } }]);
  const { ref } = JSON.parse(text) as { ref: object };
  await stage.give('writer', 'contribution.submit', of('writer'), { text: ref });
  expect((await dataOf('writer')).data['text']).toEqual(ref);
});

test('what stands in a Word file is kept as a text for whoever brought it, and for nobody else', async () => {
  const file = await keepFile(stage, 'writer', await wordFile('一、总则\n全面加强。\n'), '补充材料.docx');
  const heard = (who: Who) =>
    send(company.api, {
      method: 'POST',
      path: '/v1/texts/word',
      cookie: company.players[who].cookie,
      headers: {},
      body: { file },
    });
  const { status, text } = await heard('writer');
  expect([status, JSON.parse(text)]).toMatchObject([201, { ref: { scheme: 'tree@1' } }]);
  const others = await heard('owner');
  expect([others.status, JSON.parse(others.text)]).toMatchObject([409, { rule: 'file.known' }]);
});
