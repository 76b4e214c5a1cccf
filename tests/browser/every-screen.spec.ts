/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';
import { expectEventually } from './eventually.ts';
import { expectOutline } from './outline.ts';
import { ALL, type Screen } from './screens.ts';
import { expectSound } from './sound.ts';
import { arrive, enter, pathOf, wideOn, type Look } from './visit.ts';
import { withDemo } from './with-demo.ts';

const demo = withDemo();
const windows = new Map<string, Promise<BrowserContext>>();

const zh = (size: Look['size']): Look => ({ size, language: 'zh', isElder: false });

/** One window for everything that one person looks at in one way. */
function windowOf(login: string | null, look: Look): Promise<BrowserContext> {
  const key = JSON.stringify([login, look]);
  const window = windows.get(key) ?? enter(demo, login, look);
  windows.set(key, window);
  return window;
}

async function seen(screen: Screen, look: Look): Promise<Page> {
  const window = await windowOf(screen.login, look);
  const path = await pathOf(window, demo.apiUrl, screen.where);
  const page = await window.newPage();
  await arrive(page, `${demo.apiUrl}${look.size === 'desk' ? '/desk' : '/m'}${path}`);
  expect(await page.locator('input[type=password]').count()).toBe(screen.login === null ? 1 : 0);
  return page;
}

const phones = ALL.filter(({ isDesk }) => isDesk !== true);
const each = (screens: readonly Screen[]) => screens.map((screen) => [screen.name, screen] as const);

test.each(each(ALL))('%s at a desk: nothing that axe finds, nothing too wide', async (_, screen) => {
  const page = await seen(screen, zh('desk'));
  await expectSound(page);
  expect(await page.locator('h1').count()).toBe(1);
  await page.close();
});

test.each(each(phones))('%s on a phone: the same of it', async (_, screen) => {
  const page = await seen(screen, zh('phone'));
  await expectSound(page);
  await page.close();
});

/** What whoever hears the screen goes by is kept of the screens on which something is decided. */
const OUTLINED = new Set(['todo-leader', 'chapter', 'issue', 'plan', 'console', 'meeting-delegate']);
const outlined = ALL.filter(({ name }) => OUTLINED.has(name));

test.each(each(outlined))('%s has the landmarks, headings and controls that it had', async (name, screen) => {
  const page = await seen(screen, zh('desk'));
  await expectOutline(page, name);
  await page.close();
});

/** What people past their youth meet on a phone of the smallest size. */
const MET = new Set([
  'door',
  'todo-leader',
  'chapter',
  'issue',
  'consultation',
  'department',
  'meeting-delegate',
  'me',
]);
const met = phones.filter(({ name }) => MET.has(name));

test.each(each(met))('%s in English, in 长辈模式, 320 wide: all of it is there', async (_, screen) => {
  const page = await seen(screen, { size: 'small', language: 'en', isElder: true });
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await expectSound(page);
  await page.close();
});

/** What has the focus: which element, and whether it is seen to have it and nothing lies over it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const { left, top, width, height } = at.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    const isBare = above !== null && (at.contains(above) || above.contains(at));
    const isShown = getComputedStyle(at).outlineStyle !== 'none';
    return { id: at.id, text: at.textContent ?? '', isSeen: isBare && isShown, top: Math.round(top) };
  });

test('with Tab alone: past the frame at one press, or through it, and always in sight', async () => {
  const page = await seen({ name: 'todo', login: 'office', where: { path: '/' } }, zh('desk'));
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatchObject({ text: '跳到正文', isSeen: true });
  await page.keyboard.press('Enter');
  await expectEventually(async () => (await focused(page)).id, 'content');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.closest('main') !== null);
  for (let pressed = 0; pressed < 12; pressed++) {
    expect(await focused(page)).toMatchObject({ isSeen: true });
    await page.keyboard.press('Tab');
  }
  await page.close();
});

test('a sheet that was opened with a key gives the focus back when Esc closes it', async () => {
  const page = await seen({ name: 'todo', login: 'office', where: { path: '/' } }, zh('desk'));
  const opener = page.getByRole('button', { name: '快捷键' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' });
  await expectEventually(() => opener.evaluate((button) => button === document.activeElement), true);
  await page.close();
});

const HALF = { width: 683, height: 384 };

test.each(['/', '/plans', '/me', '/org'])('%s at 200 %: nothing is cut off to the right', async (path) => {
  const page = await seen({ name: path, login: 'office', where: { path } }, zh('desk'));
  await page.setViewportSize(HALF);
  expect(await wideOn(page)).toEqual([]);
  await page.close();
});

test('whoever wants no motion gets none', async () => {
  const page = await seen({ name: 'todo', login: 'office', where: { path: '/' } }, zh('desk'));
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(moving).toBe(0);
  await page.close();
});
