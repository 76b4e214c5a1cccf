/// <reference lib="dom" />
import type { BrowserContext, Page, Request } from 'playwright-core';
import { openWindow, type SIZES } from '../harness/browser.ts';
import { pathIn, type Where } from './where.ts';
import type { DemoVisit } from './with-demo.ts';

export type Size = keyof typeof SIZES;

/** A way to look at a screen. */
export interface Look {
  readonly size: Size;
  readonly language: 'zh' | 'en';
  readonly isElder: boolean;
}

const AUTHORITY = 'jingban';

/** A window in which somebody is signed in already; null is nobody. */
export async function enter(
  { apiUrl, browser }: Pick<DemoVisit, 'apiUrl' | 'browser'>,
  login: string | null,
  { size, language, isElder }: Look,
): Promise<BrowserContext> {
  const window = await openWindow(browser, size);
  await window.addInitScript(
    ([spoken, elder]) => {
      localStorage.setItem('mouding.language', spoken);
      localStorage.setItem('mouding.elder', elder);
      localStorage.setItem('mouding.elder.offered', 'yes');
    },
    [language, isElder ? 'on' : 'off'] as const,
  );
  if (login === null) return window;
  const institution = login === AUTHORITY ? 'yunling-wjw' : 'yunling-zyy';
  const entered = await window.request.post(`${apiUrl}/v1/sessions`, {
    headers: { Origin: apiUrl },
    data: { institution, login, password: 'mouding-demo' },
  });
  expect(entered.status()).toBeLessThan(300);
  return window;
}

/** The address of a screen behind `/desk` or `/m`, as whoever is in the window finds it. */
export const pathOf = (window: BrowserContext, apiUrl: string, where: Where): Promise<string> =>
  pathIn(async (at) => (await window.request.get(`${apiUrl}${at}`)).json(), where);

/** Goes there and waits until everything that was asked for has come and is shown. */
export async function arrive(page: Page, address: string): Promise<void> {
  const asked = new Set<Request>();
  const note = (request: Request): void => {
    if (!request.url().includes('/v1/stream?')) asked.add(request);
  };
  page.on('request', note);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  while (asked.size > 0) {
    const these = [...asked];
    asked.clear();
    await Promise.allSettled(these.map(async (request) => (await request.response())?.finished()));
    // What came may ask for more once it is drawn.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
  page.off('request', note);
  await page.waitForFunction(() => document.querySelector('.loading-row') === null);
}

/** What reaches beyond the right edge of the window; empty where one never scrolls sideways. */
export const wideOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1,
    );
    return beyond.map(({ tagName, className }) => `${tagName}.${String(className)}`);
  });
