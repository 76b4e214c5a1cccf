/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { openWindow, SIZES } from '../harness/browser.ts';
import { expectEventually } from './eventually.ts';
import { expectSound } from './sound.ts';
import { withDemo } from './with-demo.ts';

const demo = withDemo();

const sizes = Object.keys(SIZES) as readonly (keyof typeof SIZES)[];

async function tour(size: keyof typeof SIZES): Promise<Page> {
  const page = await (await openWindow(demo.browser, size)).newPage();
  await page.goto(demo.apiUrl);
  await page.getByRole('heading', { level: 1, name: '示例医院' }).waitFor();
  await page.getByRole('button', { name: /以此身份登录：规划办主任/ }).waitFor();
  return page;
}

test.each(sizes)('the tour at %s: everybody with what awaits them, nothing that axe finds', async (size) => {
  const page = await tour(size);
  await expectEventually(
    () => page.getByRole('button', { name: /以此身份登录/ }).count(),
    demo.accounts.length,
  );
  await expectEventually(() => page.getByText(/\d+件待办/).count(), demo.accounts.length - 2);
  await expectSound(page);
  await page.context().close();
});

test('one click, and one stands before the work of a vice-president on the phone', async () => {
  const page = await tour('phone');
  await page.getByRole('button', { name: /以此身份登录：副院长（中医与信息）/ }).click();
  await page.waitForURL(/\/m$/);
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  const rows = page.locator('main .rows > li');
  await expectEventually(() => rows.first().isVisible(), true);
  await page.context().close();
});

test('把余下的走完: the plan goes from its consultation to the last receipt while one looks, and stops when told', async () => {
  const page = await tour('desk');
  const rest = page.getByRole('region', { name: '把余下的走完' });
  await rest.getByRole('button', { name: '开始' }).click();
  await rest.getByRole('button', { name: '停下' }).click();
  await rest.getByText('已停下').waitFor();
  await rest.getByRole('button', { name: '接着走' }).click();
  await rest.getByText('已全部走完').waitFor({ timeout: 240_000 });
  await expectEventually(() => rest.getByText('已办', { exact: true }).count(), 8);
  await rest.getByRole('button', { name: '去看这件规划' }).click();
  await page.waitForURL(/\/desk\/plans\//);
  await page.context().close();
});
