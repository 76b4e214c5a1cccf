/// <reference lib="dom" />
import { unzip } from '@mouding/documents';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { openWindow } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { expectEventually } from './eventually.ts';
import { arrive, enter, wideOn, type Size } from './visit.ts';
import { passDoor, withDemo } from './with-demo.ts';

const demo = withDemo();

const PLAN = '云岭市中医院“十五五”发展规划';
let audit: string;

beforeAll(async () => {
  audit = await demo.auditUrl();
});

/** A window of the auditor's, signed in. */
async function inside(size: Size = 'desk', language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const window = await openWindow(demo.browser, size);
  await window.addInitScript((spoken) => localStorage.setItem('mouding.language', spoken), language);
  const entered = await window.request.post(`${audit}/v1/session`, {
    headers: { Origin: audit },
    data: { institution: 'yunling-zyy', login: 'shenji', password: 'mouding-demo' },
  });
  expect(entered.status()).toBe(201);
  return window.newPage();
}

/** The address of the plan. */
async function planOf(page: Page): Promise<string> {
  const { items } = (await (await page.request.get(`${audit}/v1/cases`)).json()) as {
    items: { id: string; title: string }[];
  };
  return `${audit}/cases/${items.find(({ title }) => title === PLAN)?.id ?? ''}`;
}

async function atPlan(view: string, size: Size = 'desk'): Promise<Page> {
  const page = await inside(size);
  await arrive(page, `${await planOf(page)}/${view}`);
  return page;
}

async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: demo.database.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

test('the door opens to the letter, the letter to its plans', async () => {
  const window = await openWindow(demo.browser, 'desk');
  const page = await window.newPage();
  await page.goto(audit);
  await page.getByLabel('单位代码').fill('yunling-zyy');
  expect(await violationsOn(page)).toEqual([]);
  await passDoor(page, 'shenji');
  await page.getByRole('heading', { level: 1, name: '调阅范围' }).waitFor();
  await page.getByText('规划编制程序专项审计').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: PLAN }).click();
  await page.getByRole('heading', { level: 1, name: PLAN }).waitFor();
  await page.getByRole('row').first().waitFor();
  await window.close();
});

test('the timeline is narrowed, walked by keys, opened and printed', async () => {
  const page = await atPlan('timeline');
  await page.getByLabel('性质').selectOption({ label: '暂不能办理' });
  await page.locator('.audit-row-refusal').first().waitFor();
  await page.locator('.audit-row-act').first().waitFor({ state: 'detached' });
  const first = page.getByLabel('自', { exact: true });
  await first.fill('2026-02-30');
  await first.blur();
  await page.getByText('请按“年-月-日”填写').waitFor();
  await first.fill('2031-01-01');
  await page.getByText('没有符合条件的记录').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await page.locator('.audit-row-act').first().waitFor();
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '前 → 后' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await page.getByText('打印仅含屏幕所列部分').waitFor();
  await page.getByRole('form', { name: '筛选' }).waitFor({ state: 'hidden' });
  await page.context().close();
});

test('an instant is dragged by keys and written, and two instants are compared', async () => {
  const page = await atPlan('state');
  const slider = page.getByRole('slider', { name: '回看时点' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForURL(/at=/u);
  await page.getByText(/共1条记录|共2条记录/u).waitFor();
  await expectEventually(() => slider.evaluate((it) => it === document.activeElement), true);
  await page.getByText('此时谁可以查看').click();
  await page.getByRole('region', { name: '此时谁可以查看' }).waitFor();
  await page.getByRole('row', { name: /规划办主任/u }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '现在', exact: true }).click();
  await page.getByText('与另一时点比较').click();
  await page.getByLabel('比较起点（北京时间）', { exact: true }).fill('2026-01-09');
  await page.getByRole('button', { name: '比较', exact: true }).click();
  await page.getByRole('heading', { name: '两个时点的差异' }).waitFor();
  await page.getByText(/其间\d+条记录/u).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test('a sentence of the text leads to whoever put it there', async () => {
  const page = await atPlan('ancestry');
  await page.getByLabel('文稿中的语句（至少两个字）').fill('医院');
  await page.getByRole('button', { name: '追溯来历' }).click();
  await page.getByText(/找到\d+处/u).waitFor();
  await page.locator('.audit-clause mark').first().waitFor();
  await page.locator('.audit-steps li').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test('an answer becomes a sheet of evidence and a list to take away', async () => {
  const page = await atPlan('questions');
  await page.getByRole('link', { name: '线上未见阅看记录而作出决定' }).click();
  await page.getByText(/共\d+项/u).waitFor();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /制作审计取证单（/u }).click();
  await page.getByRole('button', { name: '生成取证单' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '生成取证单' }).click();
  const sheet = await coming;
  expect(sheet.suggestedFilename()).toBe('审计取证单.docx');
  const zip = unzip(readFileSync(await sheet.path()), { entries: 100, entry: 5_000_000 });
  const written = String(zip.read('word/document.xml'));
  for (const word of ['取证单', PLAN, '审函〔2026〕1号', '线上未见阅看记录而作出决定'])
    expect(written).toContain(word);
  await page.getByRole('button', { name: '返回', exact: true }).click();
  const list = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect(readFileSync(await (await list).path(), 'utf8')).toContain('所见');
  await page.context().close();
});

/** 组织机构's view of letters, as somebody of the hospital. */
async function lettersAs(login: string): Promise<Page> {
  const window = await enter(demo, login, { size: 'desk', language: 'zh', isElder: false });
  const page = await window.newPage();
  await arrive(page, `${demo.apiUrl}/desk/org?view=audit`);
  return page;
}

/** Presses an act of a letter and confirms it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { name: '已办理' }).waitFor();
}

const LETTER = '审函〔2026〕9号';

test('a letter is entered by one, approved by another, and taken back', async () => {
  const director = await lettersAs('zhuren');
  await director.getByRole('button', { name: '登记调阅函' }).click();
  const sheet = director.getByRole('dialog');
  await sheet.getByText('还需填写：文号、调阅事由、调阅人员、调阅范围、权限期限').waitFor();
  await sheet.getByLabel('文号').fill(LETTER);
  await sheet.getByLabel('调阅事由').fill('信息化项目专项审计');
  await sheet.getByRole('checkbox', { name: /审计专员/u }).check();
  await sheet.getByRole('checkbox', { name: '信息化建设专项规划' }).check();
  await sheet.getByLabel('截止日（含当日）', { exact: true }).fill('2027-12-31');
  expect(await violationsOn(director)).toEqual([]);
  await sheet.getByRole('button', { name: '登记调阅函' }).click();
  await director.getByRole('heading', { name: '已办理' }).waitFor();
  const card = (page: Page) => page.getByRole('listitem').filter({ hasText: LETTER });
  await card(director).getByText('由您登记，须由另一位院领导或规划办主任批准。').waitFor();
  expect(await card(director).getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
  expect(await violationsOn(director)).toEqual([]);
  await director.context().close();

  const leader = await lettersAs('yuanzhang');
  await press(leader, '批准');
  await card(leader).getByText('有效', { exact: true }).waitFor();
  await press(leader, '收回');
  await card(leader).getByText('已终止', { exact: true }).waitFor();
  await leader.getByRole('region', { name: '审计查阅记录' }).waitFor();
  expect(await violationsOn(leader)).toEqual([]);
  await leader.setViewportSize({ width: 320, height: 640 });
  expect(await wideOn(leader)).toEqual([]);
  await leader.context().close();

  const head = await lettersAs('xinxike');
  await head.getByText('调阅函登记不对本岗位显示').waitFor();
  await head.context().close();
});

const VIEWS = ['timeline', 'state', 'ancestry', 'decisions', 'conformance', 'questions', 'questions/notices'];

test('every view in both languages and sizes: nothing that axe finds, nothing beyond the window', async () => {
  const found: string[] = [];
  for (const [size, language] of [['phone', 'zh'] as const, ['desk', 'en'] as const]) {
    const page = await inside(size, language);
    const plan = await planOf(page);
    for (const path of [
      audit,
      `${audit}/verify`,
      `${audit}/readings`,
      ...VIEWS.map((view) => `${plan}/${view}`),
    ]) {
      await arrive(page, path);
      found.push(...(await violationsOn(page)).map(({ rule, at }) => `${size} ${path} ${rule} ${at.join()}`));
      if (size === 'phone') await page.setViewportSize({ width: 320, height: 640 });
      found.push(...(await wideOn(page)).map((wide) => `${size} ${path} ${wide}`));
      if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 });
    }
    await page.context().close();
  }
  expect(found).toEqual([]);
});

test('a verification is cancelled without a verdict, goes through, and names what was touched', async () => {
  const page = await inside();
  await arrive(page, `${audit}/verify`);
  await asOwner(async (owner) => {
    await owner.query('begin');
    await owner.query('lock table ledger.deadline in access exclusive mode');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByRole('progressbar').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '取消核验' }).click();
    await page.getByText('核验已取消，没有结论。').waitFor();
    await owner.query('rollback');
  });
  await page.getByRole('button', { name: '重新核验' }).click();
  await page.getByRole('heading', { name: '一致', exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await asOwner(async (owner) => {
    await owner.query('set session_replication_role = replica');
    await owner.query('alter table ledger.entry drop constraint entry_leaf_hash_check');
    await owner.query(
      `update ledger.entry set entry = replace(entry, '“十五五”', '“十四五”') where type = 'CaseOpened'`,
    );
  });
  await page.getByRole('button', { name: '重新核验' }).click();
  await page.getByRole('heading', { name: '不一致', exact: true }).waitFor();
  await page.getByRole('rowheader', { name: '记录内容与哈希不符' }).first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});
