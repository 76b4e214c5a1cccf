import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.ts';
import { openDemo, type Demo } from '../harness/demo.ts';

/** The demo, and a browser to look at it with. */
export interface DemoVisit extends Pick<Demo, 'apiUrl' | 'accounts' | 'database' | 'auditUrl'> {
  readonly browser: Browser;
}

/**
 * Opens the demo and a browser before the first test of the file that calls it, and closes them after the last.
 * What it returns is there from the hooks on that the file registers after it.
 */
export function withDemo(): DemoVisit {
  let demo: Demo;
  let browser: Browser;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  return {
    get apiUrl() {
      return demo.apiUrl;
    },
    get accounts() {
      return demo.accounts;
    },
    get database() {
      return demo.database;
    },
    auditUrl: () => demo.auditUrl(),
    get browser() {
      return browser;
    },
  };
}

/** Goes through the door of the page as somebody of the demo; the page has to stand there. */
export async function passDoor(page: Page, login: string): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('口令', { exact: true }).fill('mouding-demo');
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
