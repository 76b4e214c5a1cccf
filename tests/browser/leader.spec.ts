/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { ObligationPage, Resource } from '@mouding/contract';
import { until } from 'mouding/until';
import type { Page } from 'playwright-core';
import { openWindow, SIZES } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { expectEventually } from './eventually.ts';
import { strike } from './keys.ts';
import { expectSound } from './sound.ts';
import { wideOn } from './visit.ts';
import { passDoor, withDemo } from './with-demo.ts';

const demo = withDemo();
/** The chapters that await the vice-president: one is given back and approved here, the other signed on paper. */
let digital: string;
let medical: string;

const LEADER = 'fuyuanzhang3';

beforeAll(async () => {
  const page = await opened('desk', LEADER, '/');
  const awaiting = (await owed(page)).filter(({ verb }) => verb === 'chapter.sign-off');
  const idOf = (title: string): string =>
    awaiting.find(({ label }) => label.includes(title))?.stream.split('/')[1] ?? '';
  [digital, medical] = [idOf('数字化'), idOf('中医药')];
  await page.context().close();
});

interface Opening {
  readonly isElder?: boolean;
  /** Nothing of what happens elsewhere comes in. */
  readonly isDeaf?: boolean;
}

/** Follows a link of a message: signs in, and stands where it leads. */
async function opened(
  size: keyof typeof SIZES,
  login: string,
  path: string,
  { isElder = false, isDeaf = false }: Opening = {},
): Promise<Page> {
  const window = await openWindow(demo.browser, size);
  const page = await window.newPage();
  if (isDeaf) await page.route('**/v1/stream?*', (route) => route.abort());
  await page.addInitScript((elder) => {
    localStorage.setItem('mouding.institution', 'yunling-zyy');
    if (elder) localStorage.setItem('mouding.elder', 'on');
  }, isElder);
  await page.goto(`${demo.apiUrl}${size === 'desk' ? '/desk' : '/m'}${path}`);
  await passDoor(page, login);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return page;
}

const asked = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path);

const owed = async (page: Page) => ObligationPage.parse(await asked(page, '/v1/obligations?limit=200')).items;

const chapter = async (page: Page, id: string) => Resource.parse(await asked(page, `/v1/chapters/${id}`));

/** Sends something to the server as whoever has the page open. */
const sent = (page: Page, path: string, body: object): Promise<{ status: number; answer: unknown }> =>
  page.evaluate(
    async ([at, key, json]) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
      const got = await fetch(at, { method: 'POST', headers, body: json });
      return { status: got.status, answer: (await got.json()) as unknown };
    },
    [path, randomUUID(), JSON.stringify(body)] as const,
  );

const isWithin = async (page: Page, selector: string): Promise<boolean> => {
  const box = await page.locator(selector).first().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= SIZES.phone.height;
};

/** The writing department hands in another version of what it got back. */
async function handInAnew(id: string): Promise<void> {
  const page = await opened('desk', 'xinxike', '/');
  const { texts, version, stream } = await chapter(page, id);
  const before = await page.evaluate(
    async (at) => (await fetch(at)).text(),
    `/v1/chapters/${id}/texts/${texts.at(-1)?.hash}`,
  );
  const content = `${before.trimEnd()}\n（四）数据质量\n到2030年数据上报及时率达到98%以上。\n`;
  const { answer } = await sent(page, '/v1/texts', { content });
  const { ref } = answer as { ref: object };
  const done = await page.evaluate(
    async ([at, key, match, json]) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'If-Match': match };
      return (await fetch(at, { method: 'POST', headers, body: json })).status;
    },
    [
      `/v1/chapters/${id}/commands/submit`,
      randomUUID(),
      `"${stream}:${version}"`,
      JSON.stringify({ text: ref }),
    ] as const,
  );
  expect(done).toBe(200);
  await page.context().close();
}

test('退回修改 names a reason, the paragraphs, and what falls; it is on the record as it was shown', async () => {
  const page = await opened('desk', LEADER, `/chapters/${digital}`);
  await page.getByRole('button', { name: '退回修改' }).click();
  const sheet = page.getByRole('dialog', { name: '退回修改' });
  const confirm = sheet.getByRole('button', { name: '退回修改' });
  await sheet.getByText('没有审签、会签因此失效。').waitFor();
  await expectEventually(() => confirm.isDisabled(), true);
  await sheet.getByRole('button', { name: '请补充数据后再报。' }).click();
  await sheet.getByText('涉及的段落').click();
  await sheet.getByRole('checkbox').nth(2).check();
  expect(await violationsOn(page)).toEqual([]);
  await confirm.click();
  await page.getByRole('heading', { name: '已办理' }).waitFor();
  expect((await chapter(page, digital)).data['returned']).toMatchObject({ clauses: [3] });
  await page.getByText('请补充数据后再报。').first().waitFor();
  await page.context().close();
});

test('link → page → 同意 → confirm → receipt, in 长辈模式, with two taps; a second window then hears 412', async () => {
  await handInAnew(digital);
  const other = await opened('desk', LEADER, `/chapters/${digital}`, { isDeaf: true });
  await other.getByRole('button', { name: '同意', exact: true }).click();
  const page = await opened('phone', LEADER, `/chapters/${digital}`, { isElder: true });
  await page.getByText(/^改\d+处，数字|^新增\d+段/).waitFor();
  await page.getByText('与您上次办理的').waitFor();
  for (const part of ['.chapter-brief', '.chapter-bar'])
    await expectEventually(() => isWithin(page, part), true);
  await expectSound(page);
  let taps = 0;
  const tap = async (scope: Page | ReturnType<Page['getByRole']>): Promise<void> => {
    taps += 1;
    await scope.getByRole('button', { name: '同意', exact: true }).tap();
  };
  await tap(page);
  const sheet = page.getByRole('dialog', { name: '同意' });
  await sheet.getByText(/您将以.*身份同意《数字化医院建设》（第3稿）/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await tap(sheet);
  await page.getByRole('heading', { name: '已办理' }).waitFor();
  expect(taps).toBeLessThanOrEqual(4);
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();

  await other.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
  await other.getByRole('dialog').getByRole('alert').waitFor();
  await other.reload();
  await other.getByText('本篇章已审定').waitFor();
  expect(await other.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);
  expect(await violationsOn(other)).toEqual([]);
  await other.context().close();
});

/** A picture of one grey point. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

test('送签单: the office photographs it, the leader is told and says what is not as it was', async () => {
  const scout = await opened('desk', LEADER, '/');
  const { texts } = await chapter(scout, medical);
  await scout.context().close();
  const office = await opened('phone', 'office', `/slips/${medical}/${texts.at(-1)?.hash}`);
  await office.getByText('送签单所附文稿').waitFor();
  await office
    .getByLabel('拍照或选择照片')
    .setInputFiles({ name: '送签单.png', mimeType: 'image/png', buffer: PHOTO });
  await office.getByText('照片已收存').waitFor();
  await office.getByLabel('同意', { exact: true }).check();
  await office.getByRole('button', { name: '已阅。' }).click();
  await expectSound(office);
  await office.getByRole('button', { name: '提交代录' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '提交代录' }).click();
  await office.getByRole('heading', { name: '已办理' }).waitFor();

  const leader = await opened('phone', LEADER, '/', { isElder: true });
  const told = await until('the leader to be told', async () =>
    (await owed(leader)).find(({ label }) => label.includes('补录审定')),
  );
  await leader.goto(`${demo.apiUrl}/m/records/${told.stream.split('/')[1]}`);
  await leader.getByRole('img', { name: '签批后的送签单照片' }).waitFor();
  await expectSound(leader);
  await leader.getByRole('button', { name: '与事实不符' }).click();
  await leader.getByRole('button', { name: '意见文字不符。' }).click();
  await leader.getByRole('dialog').getByRole('button', { name: '与事实不符' }).click();
  await leader.getByRole('heading', { name: '已办理' }).waitFor();
  await leader.context().close();
  const toAnswer = async (): Promise<readonly string[]> =>
    (await owed(office)).filter(({ verb }) => verb === 'record.answer-objection').map(({ label }) => label);
  await expectEventually(toAnswer, [expect.stringContaining('补录审定')]);
  await office.context().close();
});

test('红线稿比对: views, filters, keys, ticks that stay, and nothing that axe finds', async () => {
  const page = await opened('desk', LEADER, `/compare/chapters/${digital}`);
  const changes = page.locator('.compare-change');
  // A long list is drawn slice by slice, and says at once how much of it there will be.
  const [, said = ''] = /共(\d+)段/u.exec(await page.locator('.compare-at').innerText()) ?? [];
  const all = Number(said);
  await changes.nth(all - 1).waitFor();
  await strike(page, ']');
  await page.locator('.compare-change:focus').waitFor();
  await strike(page, 'x');
  await page.getByText(`第1段，共${all}段 · 已看 1/${all}`).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: /^新增 [1-9]/ }).click();
  await page.waitForFunction(() => {
    const shown = document.querySelectorAll('.compare-change').length;
    return shown > 0 && shown === document.querySelectorAll('.compare-added').length;
  });
  await page.getByRole('button', { name: '双栏' }).click();
  await page.locator('.compare-as-columns').first().waitFor();
  await page.getByRole('button', { name: '仅数字' }).click();
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await page.getByText(`已看 1/${all}`).waitFor();
  await page.getByLabel('修改前').selectOption({ index: 2 });
  await page.getByText('两稿文字完全相同').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test('a request to issue is one page with its text, and one yes under a sentence', async () => {
  const page = await opened('phone', LEADER, '/', { isElder: true });
  const sign = (await owed(page)).find(({ verb }) => verb === 'issue.sign');
  await page.goto(`${demo.apiUrl}/m/issues/${sign?.stream.split('/')[1]}`);
  const yes = page.getByRole('button', { name: '签发', exact: true });
  await yes.waitFor();
  await expectEventually(() => isWithin(page, '.chapter-bar'), true);
  await expectSound(page);
  await yes.tap();
  await page.getByText(/您将以.*身份签发：/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '再看看' }).tap();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  // Text twice as large, as one sets it on a phone: what always stands there leaves room to read.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await expectEventually(async () => ((await page.locator('.top').boundingBox())?.height ?? 0) < 100, true);
  await expectEventually(() => isWithin(page, '.chapter-bar'), true);
  expect(await wideOn(page)).toEqual([]);
  await page.context().close();
});
