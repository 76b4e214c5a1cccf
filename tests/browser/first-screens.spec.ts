/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { openWindow, SIZES } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { expectSound } from './sound.ts';
import { passDoor, withDemo } from './with-demo.ts';

const demo = withDemo();

const sizes = Object.keys(SIZES) as readonly (keyof typeof SIZES)[];
const face = (size: keyof typeof SIZES): string => (size === 'desk' ? '/desk' : '/m');

async function atDoor(size: keyof typeof SIZES): Promise<Page> {
  const window = await openWindow(demo.browser, size);
  const page = await window.newPage();
  await page.addInitScript(() => localStorage.setItem('mouding.institution', 'yunling-zyy'));
  await page.goto(`${demo.apiUrl}${face(size)}`);
  await page.getByLabel('口令').waitFor();
  return page;
}

async function inside(size: keyof typeof SIZES, login: string): Promise<Page> {
  const page = await atDoor(size);
  await passDoor(page, login);
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  return page;
}

/** Whether two characters are drawn, and differently: a missing glyph is one and the same box for all. */
const glyphs = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const drawn = (character: string): string => {
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d');
      if (!pen) return '';
      pen.font = getComputedStyle(document.body).font;
      pen.fillText(character, 4, 40);
      return canvas.toDataURL();
    };
    return drawn('规') !== drawn('划') && drawn('喆') !== drawn('玥');
  });

test.each(sizes)(
  'the door at %s: Chinese glyphs, nothing that axe finds, no sideways scrolling',
  async (size) => {
    const page = await atDoor(size);
    expect(await glyphs(page)).toBe(true);
    await expectSound(page);
    await page.context().close();
  },
);

test('a wrong password is said in a sentence, and what was typed stays', async () => {
  const page = await atDoor('phone');
  await page.getByLabel('登录名').fill('office');
  await page.getByLabel('口令').fill('wrong');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /密码不正确/ })
    .waitFor();
  expect(await page.getByLabel('登录名').inputValue()).toBe('office');
  await page.context().close();
});

test.each(sizes)('what is to do at %s: live, accessible, and each row leads somewhere', async (size) => {
  const page = await inside(size, 'office');
  await page.getByText('实时').waitFor();
  await page.locator('main .rows > li').nth(3).waitFor();
  await expectSound(page);
  await page.context().close();
});

test('a plan shows its stages, and in English too', async () => {
  const page = await inside('desk', 'office');
  await page.getByRole('link', { name: '规划', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '规划' }).waitFor();
  await page.getByRole('link', { name: '云岭市中医院“十五五”发展规划' }).click();
  await page.getByRole('list', { name: '环节' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: '我的' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Me' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.context().close();
});

test('the session that ends elsewhere leads to the door', async () => {
  const page = await inside('phone', 'shuji');
  await page.context().clearCookies();
  await page.reload();
  await page.getByLabel('口令').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('谋定');
  await page.context().close();
});
