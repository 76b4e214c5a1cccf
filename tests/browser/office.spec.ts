/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openWindow, SIZES } from '../harness/browser.ts';
import { openDemo, type Demo } from '../harness/demo.ts';
import { violationsOn } from './axe.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
}, 60_000);

type Size = keyof typeof SIZES;
const PLAN = '云岭市中医院“十五五”发展规划';

/** The overview of the plan in 征求意见, as the office sees it. */
async function atPlan(size: Size, language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const window = await openWindow(browser, size);
  await window.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.apiUrl });
  const entered = await window.request.post(`${demo.apiUrl}/v1/sessions`, {
    headers: { Origin: demo.apiUrl },
    data: { institution: 'yunling-zyy', login: 'office', password: 'mouding-demo' },
  });
  expect(entered.ok()).toBe(true);
  const cases = (await (await window.request.get(`${demo.apiUrl}/v1/cases`)).json()) as {
    items: { id: string; title: string }[];
  };
  const plan = cases.items.find(({ title }) => title === PLAN);
  const page = await window.newPage();
  await page.addInitScript((spoken) => localStorage.setItem('mouding.language', spoken), language);
  await page.goto(`${demo.apiUrl}${size === 'desk' ? '/desk' : '/m'}/plans/${plan?.id ?? ''}`);
  await page.getByRole('heading', { level: 1, name: PLAN }).waitFor();
  return page;
}

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

const left = (n: number): string => `待研究${n}条`;

/** Chooses for the row that stands open, by the keyboard alone. */
async function decide(page: Page, digit: string, reason: string): Promise<void> {
  await page.locator('li[aria-current=true] .propose-send').waitFor();
  await page.keyboard.press(digit);
  if (reason === '') {
    await page.locator('.propose-send:focus').waitFor();
    await page.keyboard.press('Enter');
    return;
  }
  await page.locator('.propose textarea:focus').waitFor();
  await page.keyboard.type(reason);
  await page.keyboard.press('Control+Enter');
}

test('what holds the next stage leads to where it is done, and the keyboard does it until none is left', async () => {
  const page = await atPlan('desk');
  await page.getByText('还不能进入下一环节').waitFor();
  await page.getByRole('link', { name: '第9条意见' }).click();
  await page.locator('li[aria-current=true]', { hasText: '9. ' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const count = await page.getByRole('checkbox', { name: /^勾选第/u }).count();
  expect(count).toBeGreaterThan(2);
  await page.getByText(left(count)).waitFor();
  await decide(page, '3', '超出本规划范围。');
  for (let n = count - 1; n > 0; n--) {
    await page.getByText(left(n)).waitFor();
    await decide(page, '1', '');
  }
  await page.getByText('全部意见已提出采纳建议').waitFor();
  await page.keyboard.press('k');
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
}, 60_000);

test('催办 is seen before it is sent, and a thing is urged once a working day', async () => {
  const page = await atPlan('desk');
  const boxes = page.getByRole('checkbox', { name: /^选择催办：信息科/u });
  await boxes.first().check();
  await page.getByRole('button', { name: '催办所选1项' }).click();
  const sheet = page.getByRole('dialog', { name: '催办' });
  expect(await sheet.innerText()).toMatch(/信息科[^]*现予催办/u);
  expect(await violationsOn(page)).toEqual([]);
  await sheet.getByRole('button', { name: '催办' }).click();
  await page.getByText('催办已登记').waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  await page
    .getByText(/已催办$/u)
    .first()
    .waitFor();
  expect(await boxes.first().isDisabled()).toBe(true);
  await page.context().close();
});

test('复制到群: the text holds departments and counts, the picture is drawn with its code', async () => {
  const page = await atPlan('desk');
  await page.getByRole('button', { name: '复制到群' }).click();
  await page.getByRole('button', { name: '复制文字' }).click();
  await page.getByText('已复制，可到群里粘贴。').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/【云岭市中医院“十五五”发展规划】办理情况/u);
  expect(text).toMatch(/应报\d+、已报\d+、未报\d+/u);
  await page.getByRole('radio', { name: '图片（含二维码）' }).check();
  const picture = page.getByRole('img', { name: /含二维码/u });
  await page.waitForFunction(() => (document.querySelector('canvas')?.height ?? 0) > 400);
  expect(await picture.count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test.each(Object.keys(SIZES) as Size[])(
  'the cockpit at %s, in both languages',
  async (size) => {
    for (const language of ['zh', 'en'] as const) {
      const page = await atPlan(size, language);
      await page.locator('.cockpit-gate .cockpit-verdict').first().waitFor();
      await page.locator('.cockpit-toolbar').waitFor();
      expect([size, language, await violationsOn(page)]).toEqual([size, language, []]);
      expect(await isWide(page)).toBe(false);
      await page.context().close();
    }
  },
  60_000,
);

test.each(Object.keys(SIZES) as Size[])(
  'matrix, dates and charts at %s',
  async (size) => {
    const page = await atPlan(size);
    const views = page.getByRole('navigation', { name: '总览分栏' });
    for (const [view, shown] of [
      ['办理矩阵', '.cockpit-matrix'],
      ['期限', '.cockpit-gantt'],
      ['图表', '.chart-place svg'],
      ['程序', '.cockpit-table'],
    ] as const) {
      await views.getByRole('link', { name: view }).click();
      await page.locator(shown).first().waitFor();
      expect([view, await violationsOn(page)]).toEqual([view, []]);
      expect([view, await isWide(page)]).toEqual([view, false]);
    }
    await page.context().close();
  },
  60_000,
);
