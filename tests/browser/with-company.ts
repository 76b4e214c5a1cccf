import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, openWindow, type SIZES } from '../harness/browser.ts';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import type { Who } from '../play/institutions.ts';
import { once, stageOf, type Stage } from '../play/stage.ts';

/** The company of the plays on its stage, and a browser to look at what it does. */
export interface CompanyVisit {
  readonly apiUrl: string;
  readonly company: Company;
  readonly stage: Stage;
  /** A window in which nobody is signed in. */
  window(size: keyof typeof SIZES): Promise<BrowserContext>;
  /** Opens an address of the server in a window in which somebody is signed in already. */
  signedIn(who: Who, path: string, size: keyof typeof SIZES): Promise<Page>;
}

/**
 * Assembles the company and opens a browser before the first test of the file that calls it, and lets both go after
 * the last. What it returns is there from the hooks on that the file registers after it.
 */
export function withCompany(): CompanyVisit {
  let database: FreshDatabase;
  let services: Services;
  let browser: Browser;
  let company: Company;
  let stage: Stage;
  beforeAll(async () => {
    [database, browser] = await Promise.all([freshDatabase(), openBrowser()]);
    services = await startServices(database);
    const keyFile = `${testHome()}/key`;
    company = await assemble({ api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile });
    stage = stageOf(company, once(company));
  });
  afterAll(async () => {
    await browser?.close();
    await services?.stop();
    await database?.drop();
  });
  return {
    get apiUrl() {
      return services.apiUrl;
    },
    get company() {
      return company;
    },
    get stage() {
      return stage;
    },
    window: (size) => openWindow(browser, size),
    signedIn: async (who, path, size) => {
      const window = await openWindow(browser, size);
      const [name = '', ...value] = company.players[who].cookie.split('=');
      await window.addCookies([{ name, value: value.join('='), url: services.apiUrl }]);
      const page = await window.newPage();
      await page.goto(services.apiUrl + path);
      return page;
    },
  };
}
