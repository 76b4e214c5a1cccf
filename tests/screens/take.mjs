// Takes pictures of screens of a demo that is running, each as whoever looks at it in the demo.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
];
/** Screens that are taken at the same time. */
const AT_ONCE = 2;
/** Milliseconds within which a screen must stand. */
const PATIENCE = 30_000;

const WEIGHTS = ['400Regular', '600SemiBold', '700Bold'];

/** The machine may have no Chinese font: the one from npm is named to the browser beside its own. */
function fontList(folder) {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json');
  const own = join(folder, '.fonts');
  mkdirSync(own, { recursive: true });
  const file = join(own, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir>${WEIGHTS.map((weight) => `<dir>${join(font, '..', weight)}</dir>`).join('')}<cachedir>${own}</cachedir>
</fontconfig>`,
  );
  return file;
}

async function openBrowser(folder) {
  const installed = process.env['MOUDING_BROWSER'] ?? INSTALLED.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: installed ?? (await packed.executablePath()),
    args: [...(installed ? [] : packed.args), '--no-sandbox', '--disable-gpu', '--no-first-run'],
    env: { ...process.env, FONTCONFIG_FILE: fontList(folder) },
  });
}

/** A window of one person in one look, signed in where that face asks for it. */
async function enter(browser, demo, { login, face }, { size, language }) {
  const window = await browser.newContext({
    viewport: SIZES[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size === 'phone',
    reducedMotion: 'reduce',
  });
  await window.addInitScript((spoken) => {
    localStorage.setItem('mouding.language', spoken);
    localStorage.setItem('mouding.elder.offered', 'yes');
    localStorage.setItem('mouding.institution', 'yunling-zyy');
  }, language);
  if (login !== null) await signIn(window, demo, login, face);
  return window;
}

async function signIn(window, { apiUrl, auditUrl, accounts }, login, face) {
  const [first] = accounts;
  const { institution, password } = accounts.find((one) => one.login === login) ?? first;
  const doors = [`${apiUrl}/v1/sessions`, ...(face === 'audit' ? [`${auditUrl}/v1/session`] : [])];
  for (const door of doors) {
    const origin = new URL(door).origin;
    const data = { institution, login, password };
    const answer = await window.request.post(door, { headers: { Origin: origin }, data });
    if (!answer.ok()) throw new Error(`${login} was not let in: ${answer.status()}`);
  }
}

const FACES = { desk: '/desk', phone: '/m' };

/** Where a screen lies for whoever is in the window. */
async function addressOf(window, { apiUrl, auditUrl }, { where, face }, size) {
  const { pathIn } = await import('../browser/where.ts');
  const got = async (at) => (await window.request.get(`${apiUrl}${at}`)).json();
  const path = await pathIn(got, where);
  if (face === 'audit') return `${auditUrl}${path.replace('/plans/', '/cases/')}`;
  return face === 'open' ? `${apiUrl}${path}` : `${apiUrl}${FACES[size]}${path}`;
}

const drawn = (page) =>
  page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));

/** Waits for the heading and for whatever is still loading, then for what is drawn after it. */
async function standing(page, isLoading = false) {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: PATIENCE });
  await page.waitForLoadState('networkidle', { timeout: PATIENCE }).catch(() => undefined);
  if (!isLoading)
    await page.waitForFunction(() => !document.querySelector('.loading'), null, { timeout: PATIENCE });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await drawn(page);
}

/** Makes room for what lies below the window, up to three windows; a phone scrolls inside. */
async function grown(page, { width, height }) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole <= height) return;
  await page.setViewportSize({ width, height: Math.min(whole, 3 * height) });
  await drawn(page);
}

/** One picture. */
async function takeOne({ window, demo, screen, look, folder }) {
  const address = await addressOf(window, demo, screen, look.size);
  const page = await window.newPage();
  try {
    await page.goto(address);
    await standing(page, screen.isLoading);
    const file = `${screen.name}-${look.size}-${look.language}.png`;
    await grown(page, SIZES[look.size]);
    await page.screenshot({ path: join(folder, file) });
    return { ...look, name: screen.name, file, address: new URL(address).pathname };
  } finally {
    await page.close();
  }
}

/** Every screen that this look has, by one person after another. */
async function takeLook({ browser, demo, screens, look, folder, taken, failed }) {
  const windows = new Map();
  const waiting = screens.filter(({ isDesk }) => look.size === 'desk' || isDesk !== true);
  const windowOf = (screen) => {
    const key = `${screen.login}${screen.face === 'audit' ? ' audit' : ''}`;
    if (!windows.has(key)) windows.set(key, enter(browser, demo, screen, look));
    return windows.get(key);
  };
  const work = async () => {
    for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
      try {
        taken.push(await takeOne({ window: await windowOf(screen), demo, screen, look, folder }));
      } catch (why) {
        failed.push({
          name: `${screen.name}-${look.size}-${look.language}`,
          why: String(why).split('\n')[0],
        });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const window of windows.values()) await (await window.catch(() => null))?.close();
}

/** Every screen in every look; what could not be taken is answered beside what was. */
export async function takeScreens({ demo, screens, looks, folder }) {
  const browser = await openBrowser(folder);
  const taken = [];
  const failed = [];
  try {
    for (const look of looks) await takeLook({ browser, demo, screens, look, folder, taken, failed });
  } finally {
    await browser.close();
  }
  return { taken, failed };
}
