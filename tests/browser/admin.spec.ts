/// <reference lib="dom" />
import { writeSheet } from '@mouding/documents';
import type { Page } from 'playwright-core';
import { openWindow } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { expectEventually } from './eventually.ts';
import { arrive, wideOn } from './visit.ts';
import { passDoor, withDemo } from './with-demo.ts';

const demo = withDemo();

async function inside(login: string): Promise<Page> {
  const window = await openWindow(demo.browser, 'desk');
  const page = await window.newPage();
  await page.addInitScript(() => localStorage.setItem('mouding.institution', 'yunling-zyy'));
  await page.goto(`${demo.apiUrl}/desk`);
  await passDoor(page, login);
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  return page;
}

const go = (page: Page, path: string): Promise<unknown> => page.goto(`${demo.apiUrl}/desk${path}`);

async function toEditor(page: Page): Promise<void> {
  await go(page, '/procedures');
  await page.getByRole('link', { name: '医院五年发展规划编制程序' }).click();
  await page.getByRole('link', { name: '修改', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '修改程序：医院五年发展规划编制程序' }).waitFor();
}

/** Goes on with Tab until something of this name has the focus: everything can be reached, in the order of the page. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 300; n++) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    if (at === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test('a stage is added by keyboard alone, a body that nobody formed is found and taken back, and the version is published with its differences', async () => {
  const page = await inside('office');
  await toEditor(page);
  const check = page.getByRole('region', { name: '检查' });
  await check.getByText('检查通过，可以发布').waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await tabTo(page, '在此处增加环节：汇编初稿');
  await page.keyboard.press('Enter');
  await page.locator('.editor-adding select:focus').waitFor();
  await page.getByLabel('办理方式').selectOption({ label: '会议审议' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const added = page.getByRole('article', { name: '会议审议', exact: true });
  await added.getByLabel('环节名称').fill('专家委员会论证');

  await page.getByLabel('机构名称').fill('专家委员会');
  await page.getByRole('button', { name: '增加机构' }).click();
  await check.getByText('本单位没有“专家委员会”，无人可以承担').waitFor();
  const card = page.getByRole('article', { name: '专家委员会论证' });
  await card.getByLabel('议事决策机构').selectOption({ label: '专家委员会' });
  await check.getByRole('button', { name: '更正：专家委员会' }).click();
  await expectEventually(
    () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    '专家委员会',
  );

  await card.getByLabel('议事决策机构').selectOption({ label: '规划编制工作领导小组' });
  await page.getByRole('button', { name: '删去：专家委员会', exact: true }).click();
  await check.getByText('检查通过，可以发布').waitFor();
  await check.getByText('在“汇编初稿”之后新增环节“专家委员会论证”').waitFor();

  await page.reload();
  await check.getByText('在“汇编初稿”之后新增环节“专家委员会论证”').waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: '发布' });
  await sheet.getByLabel('文件名称').fill('党委会关于增加专家论证环节的决定');
  await sheet.getByLabel('文号、会议届次').fill('党委会2026年第6次');
  expect(await violationsOn(page)).toEqual([]);
  await sheet.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('heading', { name: '已办理' }).waitFor();
  await page.getByRole('link', { name: '查看已发布的版本' }).click();
  await page.getByRole('listitem').filter({ hasText: '新增环节“专家委员会论证”' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test('a published version is read as text and as a graph that names every stage', async () => {
  const page = await inside('office');
  await go(page, '/procedures');
  await page.getByRole('link', { name: '医院五年发展规划编制程序' }).click();
  await page.getByRole('heading', { level: 3, name: /汇编初稿/ }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const stages = await page.getByRole('heading', { level: 3 }).count();
  await page.getByRole('link', { name: '流程图' }).click();
  await page
    .getByRole('region', { name: /流程图/ })
    .getByText('汇编初稿')
    .waitFor();
  await expectEventually(() => page.locator('.react-flow__node').count(), stages + 1);
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

const ROWS = [
  ['姓名', '登录名', '岗位', '电子邮箱'],
  ['某新人', 'xinren', '', 'xinren@example.org'],
  ['某错误', 'Wrong Login', '', ''],
];

test('a list of people is compared row by row before anything is done; a faulty row is left out', async () => {
  const page = await inside('admin');
  await go(page, '/people/import');
  const bytes = writeSheet({ name: '名册', widths: [], heads: [], rows: ROWS, choices: [] });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '名册.xlsx', mimeType, buffer: Buffer.from(bytes) });
  await page.getByText('新增1行').waitFor();
  await page.getByText('有误1行', { exact: true }).waitFor();
  await page.getByText('登录名为2—40位小写字母、数字、点、横线').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '办理1行' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '办理1行' }).click();
  await page.getByText('已办理1行').waitFor();
  await page.getByRole('link', { name: '下载初始口令表（只提供这一次）' }).waitFor();
  await go(page, '/people');
  await page.getByRole('link', { name: '某新人' }).waitFor();
  expect(await page.getByRole('row').filter({ hasText: '某新人' }).innerText()).toContain(
    'xinren@example.org',
  );
  expect(await page.getByRole('link', { name: '某错误' }).count()).toBe(0);
  await page.context().close();
});

const SCREENS = ['/admin', '/people', '/org', '/org?view=posts', '/org?view=calendar', '/org?view=security'];
const MORE = ['/org?view=unheld', '/admin/messages', '/admin/health', '/admin/repairs', '/procedures'];

test('every screen of administration: nothing that axe finds, no sideways scrolling, also at 320', async () => {
  const page = await inside('admin');
  const found: string[] = [];
  for (const path of [...SCREENS, ...MORE]) {
    await arrive(page, `${demo.apiUrl}/desk${path}`);
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    found.push(...(await violationsOn(page)).map(({ rule, at }) => `${path} ${rule} ${at.join()}`));
    await page.setViewportSize({ width: 320, height: 640 });
    found.push(...(await wideOn(page)).map((at) => `${path} is wider than 320 at ${at}`));
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  expect(found).toEqual([]);
  await page.context().close();
});
