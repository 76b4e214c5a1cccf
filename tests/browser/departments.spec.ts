/// <reference lib="dom" />
import { Resource } from '@mouding/contract';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openWindow, type SIZES } from '../harness/browser.ts';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { untilRead } from '../play/imported.ts';
import type { Who } from '../play/institutions.ts';
import * as plan from '../play/plan.ts';
import { WHOLE } from '../play/procedures.ts';
import { keep, once, read, stageOf, streamIn, type Stage } from '../play/stage.ts';
import { wordFile } from '../play/word-files.ts';
import { violationsOn } from './axe.ts';

let database: FreshDatabase;
let services: Services;
let browser: Browser;
let company: Company;
let stage: Stage;
let played: plan.Plan;
let own: ReadonlyMap<Who, string>;

const idOf = (stream = ''): string => stream.split('/')[1] ?? '';

/** A plan of which what departments hand in was due long ago. */
async function openOverdue(): Promise<plan.Plan> {
  await stage.give('office', 'procedure.publish', '', { definition: WHOLE, document: '编制程序' });
  const { made } = await stage.give('office', 'case.open', '', {
    title: '发展规划',
    procedure: WHOLE.id,
    scheme: await keep(stage, 'office', '工作方案'),
    authority: company.houses.authority,
    dates: { material: '2026-01-05' },
  });
  return { stage, caseId: idOf(made ?? '') };
}

beforeAll(async () => {
  [database, browser] = await Promise.all([freshDatabase(), openBrowser()]);
  services = await startServices(database);
  const keyFile = `${testHome()}/key`;
  company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
  stage = stageOf(company, once(company));
  played = await openOverdue();
  await plan.research(played);
  own = await plan.contributions(played);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await services?.stop();
  await database?.drop();
}, 60_000);

/** A window in which somebody is signed in already. */
async function signedIn(who: Who, path: string, size: keyof typeof SIZES): Promise<Page> {
  const window = await openWindow(browser, size);
  const [name = '', ...value] = company.players[who].cookie.split('=');
  await window.addCookies([{ name, value: value.join('='), url: services.apiUrl }]);
  const page = await window.newPage();
  await page.goto(services.apiUrl + path);
  return page;
}

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

async function sound(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
}

const choose = async (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });

const WORDS = '一、总体目标\n到2030年，开放床位三百张。\n二、重点任务\n建设两个重点专科。\n';

test('a department sees what it owes, hands in a Word file, and confirms what was read from it', async () => {
  const page = await signedIn('clinical', '/desk/department', 'desk');
  await page.getByText(/其中 \d+ 件已逾期/).waitFor();
  await sound(page);
  await page.getByRole('region', { name: '应报送' }).getByRole('link').first().click();
  await page.getByRole('region', { name: '报送科室发展规划' }).waitFor();
  await sound(page);
  await choose(page, '规划.zip', new TextEncoder().encode('PK'));
  await page.getByRole('alert').getByText('不能报送“规划.zip”').waitFor();
  await choose(page, '科室规划.docx', await wordFile(WORDS));
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('heading', { name: '导入核对' }).waitFor();
  await page.getByRole('region', { name: '识别出的结构' }).getByText('到2030年，开放床位三百张。').waitFor();
  await page.locator('.handin-late').getByText('逾期').waitFor();
  const stream = own.get('clinical') ?? '';
  const { text } = await untilRead(stage, 'clinical', stream);
  await stage.give('office', 'contribution.check-import', stream, { text });
  await page.getByLabel(/已对照原件核对/).check();
  await sound(page);
  await page.getByRole('button', { name: '确认文稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认文稿' }).click();
  await page.getByText('已确认').first().waitFor();
  const { data } = Resource.parse(await read(stage, 'clinical', `/v1/${stream.replace('/', 's/')}`));
  expect(data['reading']).toMatchObject({ standing: 'confirmed' });
  await page.context().close();
}, 60_000);

test('an upload that was cancelled keeps the form, and nothing was handed in', async () => {
  const page = await signedIn('general', `/m/contributions/${idOf(own.get('general'))}`, 'phone');
  await page.getByRole('region', { name: '报送科室发展规划' }).waitFor();
  const cancelled = Promise.withResolvers<void>();
  // Its upload is on its way until it is cancelled.
  await page.route('**/v1/files', async (route) => {
    await cancelled.promise;
    await route.abort();
  });
  await choose(page, '科室规划.docx', await wordFile(WORDS));
  await page.getByRole('button', { name: '取消上传' }).click();
  await page.getByText('已取消上传').waitFor();
  cancelled.resolve();
  expect(await page.locator('input[type=file]').count()).toBe(1);
  await sound(page);
  await page.context().close();
}, 60_000);

test('a code is left to the clerk, who uploads on a phone, and the head confirms', async () => {
  const stream = own.get('owner') ?? '';
  const page = await signedIn('owner', `/desk/contributions/${idOf(stream)}`, 'desk');
  await page.getByText('报送码', { exact: true }).click();
  await page.getByRole('button', { name: '发放报送码' }).click();
  await page.getByRole('button', { name: '生成链接和二维码' }).click();
  const link = await page.locator('.deposit-sheet .deposit-address').innerText();
  await sound(page);
  const phone = await (await openWindow(browser, 'small')).newPage();
  await phone.goto(`${services.apiUrl}${new URL(link).pathname}`);
  await phone.getByText('报送科室').waitFor();
  await sound(phone);
  await choose(phone, '科室规划.docx', await wordFile(WORDS));
  await phone.getByRole('heading', { name: '已收到，待科室负责人确认' }).waitFor();
  await sound(phone);
  await phone.context().close();
  await page.getByRole('link', { name: '查看待确认的文件' }).click();
  await page.getByLabel(/已下载查看/).check();
  await sound(page);
  await page.getByRole('button', { name: '确认报送' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认报送' }).click();
  await page.getByText('已确认报送').waitFor();
  const { data } = Resource.parse(await read(stage, 'owner', `/v1/contributions/${idOf(stream)}`));
  expect(data['received']).not.toBeNull();
  await page.goto(`${services.apiUrl}${new URL(link).pathname}`);
  await page.getByText('报送码无效').waitFor();
  await page.context().close();
}, 60_000);

test('what was returned says why, clause by clause, and is written anew', async () => {
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  const chapter = await streamIn(stage, played.caseId, { stage: 'chapters', kind: 'chapter' });
  const text = await keep(stage, 'writer', WORDS);
  await stage.give('writer', 'chapter.submit', chapter, { text });
  await stage.give('lead', 'chapter.return', chapter, { reason: '床位数请与指标表核对', clauses: [2] });
  const page = await signedIn('writer', `/m/chapters/${idOf(chapter)}/hand-in`, 'phone');
  await page.getByText('床位数请与指标表核对').waitFor();
  await page.getByText('第2段').waitFor();
  await page.getByRole('region', { name: '退回修改' }).getByText('到2030年，开放床位三百张。').waitFor();
  await sound(page);
  await page.getByText('在此起草').click();
  await page.getByLabel(/文稿正文/).fill(WORDS.replace('三百张', '三百二十张'));
  await page.reload();
  await page.getByText('在此起草').click();
  expect(await page.getByLabel(/文稿正文/).inputValue()).toContain('三百二十张');
  await page.getByRole('button', { name: '报送此文稿' }).click();
  await page
    .getByText(/三百二十张/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: '退回修改' }).waitFor({ state: 'detached' });
  await sound(page);
  await page.context().close();
}, 60_000);
