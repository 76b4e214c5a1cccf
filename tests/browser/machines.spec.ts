/// <reference lib="dom" />
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { dropNewer } from './kernel.ts';
import { arrive, enter, pathOf, type Size } from './visit.ts';
import type { Where } from './where.ts';
import { withDemo } from './with-demo.ts';

const demo = withDemo();

const KB = 1000;
/** Kilobytes of script, packed as gzip does, that a first look may cost. */
const FACE = { phone: 300, desk: 480, small: 300 } as const;
const CHARTS = 200;
const GRAPH = 80;

/** How many bytes of script one address comes to, packed. */
async function packed(url: string): Promise<number> {
  const script = await (await fetch(url)).arrayBuffer();
  return gzipSync(new Uint8Array(script)).length / KB;
}

/** The scripts that one look at a screen brings into an empty browser, workers among them. */
async function scriptsOf(size: Size, login: string | null, where: Where): Promise<readonly string[]> {
  const window = await enter(demo, login, { size, language: 'zh', isElder: false });
  const path = await pathOf(window, demo.apiUrl, where);
  const page = await window.newPage();
  const scripts = listening(page);
  await arrive(page, `${demo.apiUrl}${size === 'desk' ? '/desk' : '/m'}${path}`);
  await window.close();
  return [...scripts];
}

function listening(page: Page): ReadonlySet<string> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url());
  });
  return scripts;
}

async function sizeOf(scripts: readonly string[]): Promise<number> {
  const sizes = await Promise.all(scripts.map(packed));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const PHONE: readonly [string, string | null, Where][] = [
  ['the door', null, { path: '' }],
  ['what is to do', 'fuyuanzhang3', { path: '/' }],
  ['a chapter to decide on', 'fuyuanzhang3', { owed: 'chapter.sign-off' }],
  ['an issue to sign', 'fuyuanzhang3', { owed: 'issue.sign' }],
  ['征求意见', 'xinxike', { owed: 'consultation.give-opinion' }],
  ['a plan', 'office', { ofPlan: '' }],
  ['a meeting', 'daibiao05', { owed: 'meeting.sign-in' }],
];

test.each(PHONE)('%s on a phone is there with little', async (_, login, where) => {
  const scripts = await scriptsOf('phone', login, where);
  expect(scripts.length).toBeGreaterThan(3);
  expect(await sizeOf(scripts)).toBeLessThanOrEqual(FACE.phone);
});

const DESK: readonly [string, string, Where][] = [
  ['what is to do', 'office', { path: '/' }],
  ['the overview of a plan', 'office', { ofPlan: '' }],
  ['the table of opinions', 'office', { ofPlan: '/opinions' }],
  ['会场', 'mishu', { owed: 'meeting.open', then: '/console' }],
  ['the procedures', 'office', { path: '/procedures' }],
  ['the organisation', 'office', { path: '/org' }],
];

test.each(DESK)('%s at a desk', async (_, login, where) => {
  const scripts = await scriptsOf('desk', login, where);
  expect(await sizeOf(scripts)).toBeLessThanOrEqual(FACE.desk);
});

/** What comes in addition when one goes on from one screen to another. */
async function inAddition(before: Where, after: Where): Promise<number> {
  const had = new Set(await scriptsOf('desk', 'office', before));
  const has = await scriptsOf('desk', 'office', after);
  return sizeOf(has.filter((script) => !had.has(script)));
}

test('charts and the graph of a procedure come when they are looked at', async () => {
  const charts = await inAddition({ ofPlan: '' }, { ofPlan: '?view=charts' });
  expect(charts).toBeGreaterThan(FACE.phone / 3);
  expect(charts).toBeLessThanOrEqual(CHARTS);
  const of = await firstProcedure();
  const graph = await inAddition({ path: `${of}?view=rules` }, { path: `${of}?view=graph` });
  expect(graph).toBeGreaterThan(GRAPH / 4);
  expect(graph).toBeLessThanOrEqual(GRAPH);
});

async function firstProcedure(): Promise<string> {
  const window = await enter(demo, 'office', { size: 'desk', language: 'zh', isElder: false });
  const answer = await window.request.get(`${demo.apiUrl}/v1/procedures`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  await window.close();
  return `/procedures/${items[0]?.id ?? ''}`;
}

const OLD: readonly [Size, string, Where][] = [
  ['phone', 'fuyuanzhang3', { path: '/' }],
  ['phone', 'fuyuanzhang3', { owed: 'chapter.sign-off', before: '/compare' }],
  ['phone', 'xinxike', { owed: 'consultation.give-opinion' }],
  ['desk', 'office', { ofPlan: '?view=charts' }],
  ['desk', 'office', { ofPlan: '/opinions' }],
  ['desk', 'office', { path: '/org' }],
];

test.each(OLD)('Chromium 109 at a %s shows %s what there is', async (size, login, where) => {
  const window = await enter(demo, login, { size, language: 'zh', isElder: false });
  await window.addInitScript(dropNewer);
  const path = await pathOf(window, demo.apiUrl, where);
  const page = await window.newPage();
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  await arrive(page, `${demo.apiUrl}${size === 'desk' ? '/desk' : '/m'}${path}`);
  expect(await page.evaluate(() => 'startViewTransition' in document)).toBe(false);
  expect(broken).toEqual([]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await window.close();
});

test('Chromium 109: the leader reads what changed, and comes to the sheet', async () => {
  const look = { size: 'phone', language: 'zh', isElder: false } as const;
  const window = await enter(demo, 'fuyuanzhang3', look);
  await window.addInitScript(dropNewer);
  const path = await pathOf(window, demo.apiUrl, { owed: 'chapter.sign-off' });
  const page = await window.newPage();
  await arrive(page, `${demo.apiUrl}/m${path}`);
  await page.getByRole('button', { name: '同意' }).click();
  await page.getByRole('dialog', { name: '同意' }).getByText('您将以').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('link', { name: '全部可办事项' }).click();
  await page.getByRole('heading', { name: '可办理' }).waitFor();
  expect(page.url()).toMatch(/\/chapters\/[^/]+\/asks$/u);
  await window.close();
});

/** What the style sheets may not ask of Chromium 109 and Safari 15.4. `:has` is a nicety of antd's alone. */
const NEWER = /color-mix\(|@starting-style|@scope|subgrid|anchor\(|@media[^{]*[<>]=?|:has\(|(?:^|[{};])\s*&/u;

test('no style sheet asks for what an old kernel does not know', async () => {
  const window = await enter(demo, 'office', { size: 'desk', language: 'zh', isElder: false });
  const page = await window.newPage();
  const sheets = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') sheets.add(request.url());
  });
  for (const path of ['/', '/org', '/procedures']) await arrive(page, `${demo.apiUrl}/desk${path}`);
  expect(sheets.size).toBeGreaterThan(2);
  for (const sheet of sheets) expect(await (await fetch(sheet)).text()).not.toMatch(NEWER);
  await window.close();
});

/** Characters of names that stand in no table of common ones. */
const RARE = ['䶮', '㛃', '𬭎', '喆', '玥', '堃', '昇', '犇', '燚', '彧'];
/** No font draws it. */
const NONE = '\u{10fffd}';

test('rare characters of names are drawn, each as itself', async () => {
  const window = await enter(demo, 'office', { size: 'phone', language: 'zh', isElder: false });
  const page = await window.newPage();
  await arrive(page, `${demo.apiUrl}/m/me`);
  const drawn = await page.evaluate(
    (characters) => {
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      return characters.map((character) => {
        if (!pen) return '';
        pen.clearRect(0, 0, canvas.width, canvas.height);
        pen.font = getComputedStyle(document.body).font.replace(/^\d+px/u, '40px');
        pen.fillText(character, 10, 60);
        return canvas.toDataURL();
      });
    },
    [...RARE, NONE],
  );
  expect(new Set(drawn).size).toBe(RARE.length + 1);
  await window.close();
});
