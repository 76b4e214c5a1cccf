/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openWindow, type SIZES } from '../harness/browser.ts';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import type { Who } from '../play/institutions.ts';
import { toBeCountersigned } from '../play/outgoing.ts';
import { ASKING } from '../play/scheme-procedures.ts';
import { keep, once, stageOf, streamIn, type Stage } from '../play/stage.ts';
import { violationsOn } from './axe.ts';

let database: FreshDatabase;
let services: Services;
let browser: Browser;
let company: Company;
let stage: Stage;
/** The ids of what is shown. */
let consultation: string;
let issue: string;

const idOf = (stream: string): string => stream.split('/')[1] ?? '';

beforeAll(async () => {
  [database, browser] = await Promise.all([freshDatabase(), openBrowser()]);
  services = await startServices(database);
  company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  stage = stageOf(company, once(company));
  await stage.give('office', 'procedure.publish', '', { definition: ASKING, document: null });
  const scheme = await keep(stage, 'office', '工作方案');
  const body = { title: '征求意见', procedure: ASKING.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', body);
  const asked = { stage: 'consultation', kind: 'consultation' };
  consultation = idOf(await streamIn(stage, idOf(made ?? ''), asked));
  issue = idOf((await toBeCountersigned(stage)).issue);
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

async function sound(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

test.each(['phone', 'small', 'desk'] as const)(
  'by QR an opinion is given without a name: %s',
  async (size) => {
    const page = await signedIn('writer', `/o/${consultation}`, size);
    await page.getByRole('heading', { name: '留存', exact: true }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: '领取凭证' }).click();
    await page.getByLabel(/所在位置/).fill('总体意见');
    await page.getByLabel('修改意见及理由').fill('建议增加职工培训的安排。');
    await sound(page);
    const sent = page.waitForRequest('**/v1/anonymous/opinions');
    await page.getByRole('button', { name: '不署名提交' }).click();
    await page.getByRole('heading', { name: '意见已收到' }).waitFor();
    expect(await (await sent).headerValue('cookie')).toBeNull();
    await sound(page);
    await page.context().close();
  },
  60_000,
);

test('the office sees the red-head pages, the steps, and what stands against the issue', async () => {
  const page = await signedIn('office', `/desk/issues/${issue}`, 'desk');
  await page.getByRole('region', { name: '发文办理' }).waitFor();
  const sheet = page.getByRole('img', { name: /^第1页/ });
  await sheet.waitFor();
  expect(await sheet.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('region', { name: '印发预检' }).waitFor();
  await sound(page);
  await page.context().close();
}, 60_000);
