// `npm run screens`: starts the demo, takes every screen in both sizes and both languages, and prints where the index is.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, '.mouding', 'screens');
const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };
const LANGUAGES = ['zh', 'en'];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];

/** Who looks at what. `:plan` is the five-year plan, `:chapter` and the like the first such thing that awaits the person. */
const SCREENS = {
  nobody: ['/', '/show', '/desk', '/d/no-such-code'],
  office: [
    '',
    '/plans',
    '/plans/:plan',
    '/plans/:plan/opinions',
    '/plans/:plan/indicators',
    '/opinions/:opinion',
    '/procedures',
    '/org',
    '/me',
    '/new',
    '/gallery',
  ],
  admin: [
    '',
    '/people',
    '/people/import',
    '/org',
    '/admin',
    '/admin/messages',
    '/admin/health',
    '/admin/repairs',
  ],
  zhuren: ['', '/records/:record'],
  xinxike: ['', '/department', '/indicators/:indicator', '/consultations/:consultation'],
  piweibingke: ['', '/department', '/consultations/:consultation'],
  fuyuanzhang3: [
    '',
    '/chapters/:chapter',
    '/compare/chapters/:chapter',
    '/issues/:issue',
    '/records/:record',
  ],
  shuji: ['', '/meetings/:meeting'],
  mishu: [
    '',
    '/meetings/:meeting',
    '/meetings/:meeting/console',
    '/meetings/:meeting/pack',
    '/meetings/:meeting/screen',
  ],
  daibiao05: ['', '/meetings/:meeting'],
  shenji: ['', '/plans/:plan'],
  jingban: [''],
};

/** Screens that a phone does not have. */
const DESK_ONLY = /^\/(gallery|procedures|org|people|admin|meetings\/:meeting\/)/;

/** The demo in a home of its own, by the launcher that everybody uses. */
async function startDemo(home) {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'apps/mouding/bin/mouding.mjs'), '--json', 'start', '--port', '0', '--audit-port', '0'],
    { env: { ...process.env, MOUDING_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const line = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve(said);
    });
    child.once('exit', () => reject(new Error('the demo did not start')));
  });
  return { ...JSON.parse(line), stop: () => stopped(child) };
}

const stopped = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGINT');
  });

async function openBrowser() {
  const named = process.env['MOUDING_BROWSER'] ?? INSTALLED.find((path) => existsSync(path));
  return chromium.launch({
    executablePath: named ?? (await packed.executablePath()),
    args: [...(named ? [] : packed.args), '--no-sandbox', '--disable-gpu'],
  });
}

async function enter(page, apiUrl, { institution, login, password }) {
  await page.request.post(`${apiUrl}/v1/sessions`, { data: { institution, login, password } });
}

/** What awaits a person, by kind: the first of each. */
async function awaitedBy(page, apiUrl) {
  const answer = await page.request.get(`${apiUrl}/v1/obligations`);
  const streams = [...(await answer.text()).matchAll(/"stream":"([a-z-]+)\/([0-9a-f-]+)"/g)];
  return Object.fromEntries(streams.reverse().map(([, kind, id]) => [kind, id]));
}

/** The address of a screen, or null where this person or this size has none. */
function addressOf({ path, size, account, known }) {
  if (!account) return path;
  if (size !== 'desk' && DESK_ONLY.test(path)) return null;
  const filled = path.replaceAll(/:([a-z]+)/g, (_, kind) => known[kind] ?? ':');
  return filled.includes(':') ? null : `/${size === 'desk' ? 'desk' : 'm'}${filled}`;
}

/** Waits for the heading, for whatever is still loading, and for whatever the page draws after that. */
async function settled(page) {
  await page
    .getByRole('heading', { level: 1 })
    .first()
    .waitFor({ timeout: 20_000 })
    .catch(() => undefined);
  await page
    .waitForFunction(() => !document.querySelector('.loading-row'), null, { timeout: 10_000 })
    .catch(() => undefined);
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

/** Every screen of one person in one size and language; answers the names of the pictures. */
async function takeAll({ browser, demo, plan, size, language, login, paths }) {
  const window = await browser.newContext({
    viewport: SIZES[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size === 'phone',
    reducedMotion: 'reduce',
  });
  await window.addInitScript((chosen) => localStorage.setItem('mouding.language', chosen), language);
  const page = await window.newPage();
  const account = demo.accounts.find((one) => one.login === login);
  if (account) await enter(page, demo.apiUrl, account);
  const known = { plan, ...(account ? await awaitedBy(page, demo.apiUrl) : {}) };
  const taken = [];
  for (const path of paths) {
    const address = addressOf({ path, size, account, known });
    if (address === null) continue;
    await page.goto(demo.apiUrl + address);
    await settled(page);
    const name = `${login}${path.replaceAll(/[^a-z]+/g, '-')}-${size}-${language}.png`;
    await page.screenshot({ path: join(FOLDER, name) });
    taken.push({ name, address, login, size, language });
  }
  await window.close();
  return taken;
}

/** Everybody in both sizes and both languages. */
const rounds = () =>
  Object.keys(SIZES).flatMap((size) =>
    LANGUAGES.flatMap((language) =>
      Object.entries(SCREENS).map(([login, paths]) => ({ size, language, login, paths })),
    ),
  );

const indexOf = (taken) => `<!doctype html><meta charset="utf-8"><title>谋定：全部界面</title>
<style>body{font:14px sans-serif;background:#eee}figure{display:inline-block;margin:8px;background:#fff;padding:8px;vertical-align:top}img{height:420px;border:1px solid #ccc}</style>
${taken.map(({ name, address, login }) => `<figure><img loading="lazy" src="${name}"><figcaption>${login} ${address}</figcaption></figure>`).join('\n')}`;

const home = mkdtempSync(join(tmpdir(), 'mouding-screens-'));
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const [demo, browser] = await Promise.all([startDemo(home), openBrowser()]);
try {
  const tour = await (await fetch(`${demo.apiUrl}/demo/tour`)).json();
  const plan = tour.cases.find(({ title }) => title.includes('十五五'))?.id ?? '';
  const taken = [];
  for (const one of rounds()) taken.push(...(await takeAll({ browser, demo, plan, ...one })));
  writeFileSync(join(FOLDER, 'index.html'), indexOf(taken));
  console.log(`${taken.length} ${join(FOLDER, 'index.html')}`);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(home, { recursive: true, force: true });
}
