/// <reference lib="dom" />
import { CasePage, ObligationPage, PLURALS } from '@mouding/contract';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { openWindow, type SIZES } from '../harness/browser.ts';
import type { Demo } from '../harness/demo.ts';

export type Size = keyof typeof SIZES;

/** A way to look at a screen. */
export interface Look {
  readonly size: Size;
  readonly language: 'zh' | 'en';
  readonly isElder: boolean;
}

/** The plan of the demo whose case is the fullest. */
const PLAN = /^云岭市中医院“十五五”发展规划$/u;
const AUTHORITY = 'jingban';

/** A window in which somebody is signed in already; null is nobody. */
export async function enter(
  { apiUrl }: Pick<Demo, 'apiUrl'>,
  browser: Browser,
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

/** Where a screen lies: an address, one below the plan, or below the first thing of which something is owed. */
export type Where =
  | { readonly path: string }
  | { readonly ofPlan: string }
  | { readonly owed: string; readonly before?: string; readonly then?: string };

/** The address of a screen behind `/desk` or `/m`, as whoever is in the window finds it. */
export async function pathOf(window: BrowserContext, apiUrl: string, where: Where): Promise<string> {
  if ('path' in where) return where.path;
  const got = async (at: string): Promise<unknown> => (await window.request.get(`${apiUrl}${at}`)).json();
  return 'ofPlan' in where ? belowPlan(got, where.ofPlan) : belowOwed(got, where);
}

type Getting = (at: string) => Promise<unknown>;

async function belowPlan(got: Getting, then: string): Promise<string> {
  const { items } = CasePage.parse(await got('/v1/cases?limit=50'));
  const plan = items.find(({ title }) => PLAN.test(title));
  if (!plan) throw new Error('the plan is not shown');
  return `/plans/${plan.id}${then}`;
}

async function belowOwed(
  got: Getting,
  { owed, before = '', then = '' }: Extract<Where, { owed: string }>,
): Promise<string> {
  const { items } = ObligationPage.parse(await got('/v1/obligations?limit=200'));
  const stream = items.find(({ verb }) => verb === owed)?.stream;
  if (stream === undefined) throw new Error(`nobody owes ${owed}`);
  const [kind = '', id = ''] = stream.split('/');
  return `${before}/${PLURALS[kind]}/${id}${then}`;
}

/** Goes there and waits until everything that was asked for has come and is shown. */
export async function arrive(page: Page, address: string): Promise<void> {
  const asked = new Set<Request>();
  const note = (request: Request): void => {
    if (!request.url().endsWith('/stream')) asked.add(request);
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
