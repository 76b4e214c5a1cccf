/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { SIZES } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { expectEventually } from './eventually.ts';
import { strike } from './keys.ts';
import { expectSound } from './sound.ts';
import { enter, pathOf, wideOn, type Size } from './visit.ts';
import { withDemo } from './with-demo.ts';

const demo = withDemo();

const PLAN = '云岭市中医院“十五五”发展规划';

/** The overview of the plan in 征求意见, as the office sees it. */
async function atPlan(size: Size, language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const window = await enter(demo, 'office', { size, language, isElder: false });
  await window.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.apiUrl });
  const page = await window.newPage();
  await page.goto(
    `${demo.apiUrl}${size === 'desk' ? '/desk' : '/m'}${await pathOf(window, demo.apiUrl, { ofPlan: '' })}`,
  );
  await page.getByRole('heading', { level: 1, name: PLAN }).waitFor();
  return page;
}

const left = (n: number): string => `待研究${n}条`;

/** Chooses for the row that stands open, by the keyboard alone. */
async function decide(page: Page, digit: string, reason: string): Promise<void> {
  // What was just sent stays open for a moment after it is no longer among those that are left.
  const open = page.locator('li[aria-current=true]:has(input[type=checkbox])');
  await open.locator('.propose-send:not(.ant-btn-loading)').waitFor();
  await strike(page, digit);
  if (reason === '') {
    await page.locator('.propose-send:focus').waitFor();
    await page.keyboard.press('Enter');
    return;
  }
  await page.locator('.propose textarea:focus').waitFor();
  await page.keyboard.type(reason);
  await page.keyboard.press('Control+Enter');
}

test('of several opinions it is said at once who takes them up by when; each is an act of its own', async () => {
  const page = await atPlan('desk');
  await page
    .getByRole('link', { name: /^第\d+条意见$/u })
    .first()
    .click();
  const boxes = page.getByRole('checkbox', { name: /^勾选第/u });
  await boxes.first().waitFor();
  const count = await boxes.count();
  for (const at of [0, 1]) await boxes.nth(at).check();
  await page.getByRole('button', { name: '批量提出采纳建议' }).click();
  const sheet = page.getByRole('dialog', { name: '批量提出采纳建议' });
  const send = sheet.getByRole('button', { name: '批量提出采纳建议' });
  await sheet.getByRole('radio', { name: '工作中吸收' }).check();
  await sheet.getByLabel('理由').fill('在日常工作中落实。');
  await expectEventually(() => send.isDisabled(), true);
  await sheet.getByRole('combobox', { name: '责任科室' }).selectOption('医务科');
  await sheet.getByLabel('办结期限').fill('2026-12-31');
  await expectSound(page);
  await send.click();
  await sheet.getByText('已对2条意见提出采纳建议。').waitFor();
  await sheet.getByRole('button', { name: '关闭' }).click();
  await page.getByText(left(count - 2)).waitFor();
  await page.getByText('工作中吸收').nth(1).waitFor();
  await page.context().close();
});

test('what holds the next stage leads to where it is done, and the keyboard does it until none is left', async () => {
  const page = await atPlan('desk');
  await page.getByText('还不能进入下一环节').waitFor();
  const first = page.getByRole('link', { name: /^第\d+条意见$/u }).first();
  const [no] = /\d+/.exec((await first.textContent()) ?? '') ?? [];
  await first.click();
  await page.locator('li[aria-current=true]', { hasText: `${no}. ` }).waitFor();
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
  await strike(page, 'k');
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test('催办 is seen before it is sent, and a thing is urged once a working day', async () => {
  const page = await atPlan('desk');
  const boxes = page.getByRole('checkbox', { name: /^选择催办：信息科/u });
  await boxes.first().check();
  await page.getByRole('button', { name: '催办所选1项' }).click();
  const sheet = page.getByRole('dialog', { name: '催办' });
  await expectEventually(() => sheet.innerText(), expect.stringMatching(/信息科[^]*现予催办/u));
  expect(await violationsOn(page)).toEqual([]);
  await sheet.getByRole('button', { name: '催办' }).click();
  await page.getByText('催办已登记').waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  await page
    .getByText(/已催办$/u)
    .first()
    .waitFor();
  await expectEventually(() => boxes.first().isDisabled(), true);
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
  await picture.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test.each(Object.keys(SIZES) as Size[])('the cockpit at %s, in both languages', async (size) => {
  for (const language of ['zh', 'en'] as const) {
    const page = await atPlan(size, language);
    await page.locator('.cockpit-gate .cockpit-verdict').first().waitFor();
    await page.locator('.cockpit-toolbar').waitFor();
    expect([size, language, await violationsOn(page), await wideOn(page)]).toEqual([size, language, [], []]);
    await page.context().close();
  }
});

test.each(Object.keys(SIZES) as Size[])('matrix, dates and charts at %s', async (size) => {
  const page = await atPlan(size);
  const views = page.getByRole('navigation', { name: '总览分栏' });
  for (const [view, shown] of [
    ['办理矩阵', '.cockpit-matrix'],
    ['期限', '.cockpit-gantt'],
    ['图表', '.chart-place svg'],
    ['程序', '.dense'],
  ] as const) {
    await views.getByRole('link', { name: view }).click();
    await page.locator(shown).first().waitFor();
    expect([view, await violationsOn(page), await wideOn(page)]).toEqual([view, [], []]);
  }
  await page.context().close();
});

const fillingIn = (page: Page): Locator => page.getByRole('region', { name: '填报指标' });
const RECEIPT = /回执号 [0-9a-f]{8}$/u;

/** The table of figures as a department comes to it that has one to fill in. */
async function atFigures(): Promise<Page> {
  const window = await enter(demo, 'xinxike', { size: 'desk', language: 'zh', isElder: false });
  const page = await window.newPage();
  await page.goto(`${demo.apiUrl}/desk${await pathOf(window, demo.apiUrl, { ofPlan: '/indicators' })}`);
  await fillingIn(page).waitFor();
  return page;
}

/** Writes a figure and sends it. */
async function fillIn(page: Page, figure: string): Promise<void> {
  await fillingIn(page).getByLabel('电子病历系统应用水平现状值').fill(figure);
  await fillingIn(page).getByRole('button', { name: '填报' }).click();
  await page.getByRole('dialog', { name: '填报' }).getByRole('button', { name: '填报' }).click();
}

test('填报指标: a figure that is none is told, and one that is has its receipt, found again among what was done', async () => {
  const page = await atFigures();
  await fillIn(page, '很好');
  const sheet = page.getByRole('dialog', { name: '填报' });
  await sheet.getByText('不是该指标的数值').first().waitFor();
  await sheet.getByRole('button', { name: '再看看' }).click();
  await fillIn(page, '5级');
  const [number = ''] = /[0-9a-f]{8}$/u.exec(await page.getByText(RECEIPT).innerText()) ?? [];
  await sheet.waitFor({ state: 'hidden' });
  await expectEventually(() => fillingIn(page).getByLabel('电子病历系统应用水平现状值').inputValue(), '5级');
  await expectSound(page);
  await page.goto(`${demo.apiUrl}/desk`);
  await page.getByRole('button', { name: '已办' }).click();
  await page.getByText(`回执号 ${number}`).waitFor();
  await page.context().close();
});

test('填报指标 by a spreadsheet: what it changes is seen before it is sent, and has its receipt', async () => {
  const page = await atFigures();
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载填报表（.xlsx）' }).click(),
  ]);
  await fillIn(page, '6级');
  await page.getByText(RECEIPT).waitFor();
  await page.reload();
  const byTable = page.getByRole('region', { name: '用表格填报' });
  await byTable.locator('input[type=file]').setInputFiles(await sheet.path());
  await byTable.getByRole('row', { name: /电子病历系统应用水平.*6级/u }).waitFor();
  await expectSound(page);
  await byTable.getByRole('button', { name: '按此填报' }).click();
  await byTable.getByText(RECEIPT).waitFor();
  await page.context().close();
});
