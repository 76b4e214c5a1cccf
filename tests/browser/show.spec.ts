/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { typedWord } from '@mouding/documents';
import type { Browser, Page } from 'playwright-core';
import { openHouse, type House } from '../api/house.ts';
import { openBrowser, openWindow, type SIZES } from '../harness/browser.ts';
import { expectSound } from './sound.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SAMPLE = new URL('../fixtures/text-county-planted.txt', import.meta.url);

let house: House;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function show(size: keyof typeof SIZES): Promise<Page> {
  const page = await (await openWindow(browser, size)).newPage();
  await page.goto(`${house.services.apiUrl}/show`);
  await page.getByRole('button', { name: '用示例文稿' }).waitFor();
  return page;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

test.each(['desk', 'phone', 'small'] as const)(
  'the show at %s: six steps without a login or a network, and each computes what it tells',
  async (size) => {
    const page = await show(size);
    await page.context().setOffline(true);
    await press(page, '用示例文稿');
    await page.getByText(/其中前后矛盾[1-9]/).waitFor();
    await expectSound(page);
    await press(page, '下一步');
    await page.getByText('应报31个科室，已报29个，未报2个').waitFor();
    await expectSound(page);
    await press(page, '下一步');
    await page.getByText(/^改\d+处，数字\d+处$/).waitFor();
    await expectSound(page);
    await press(page, '同意');
    await page.getByText(/^回执：第\d+条记录$/).waitFor();
    await press(page, '下一步');
    await page.locator('.show-from-opinion').first().click();
    await page.getByText('规划编制工作领导小组').waitFor();
    await expectSound(page);
    await press(page, '下一步');
    const passage = page.getByLabel('定稿中的一段（可以改）');
    const decided = await passage.inputValue();
    await passage.fill(decided.replace('达到', '达'));
    await page.getByText(/“党委会审议”审议通过的是另一文稿/).waitFor();
    await expectSound(page);
    await press(page, '恢复审议稿');
    await page.getByText('今日可以印发').waitFor();
    await press(page, '下一步');
    await press(page, '核验归档包');
    await page.getByText(/一致：\d+条记录/).waitFor();
    await expectSound(page);
    await press(page, '改动一个字节再核验');
    const bad = page.getByText(/不一致：\d+处/);
    await bad.waitFor();
    expect(await bad.innerText()).toMatch(/[1-9]/);
    await page.context().close();
  },
);

test('a Word file is read in the page and sent nowhere', async () => {
  const page = await show('desk');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  await page.context().setOffline(true);
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('选择 Word 文稿（.docx）').setInputFiles({ name, mimeType: WORD, buffer });
  const bytes = await typedWord(readFileSync(SAMPLE, 'utf8'), {
    author: '某甲',
    at: '2026-01-05T01:00:00.000Z',
  });
  await choose('规划.docx', Buffer.from(bytes));
  await page.getByRole('region', { name: '规划.docx的校核结果' }).waitFor();
  await page.getByText('此处为12%，指标表').waitFor();
  await choose('不是文稿.docx', Buffer.from('no zip'));
  await page.getByText('这不是 .docx 文件').waitFor();
  expect(sent).toEqual([]);
  await page.context().close();
});
