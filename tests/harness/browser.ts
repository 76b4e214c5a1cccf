import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import packed from '@sparticuz/chromium';
import { waitForLock } from 'mouding/bin/lock.mjs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { testHome } from './cluster.ts';

/** Where systems put a Chromium, a Chrome or an Edge. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A window of the size of an office screen, of a phone, and of the smallest that must do. */
export const SIZES = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
} as const;

/** It works as it is, talks to nobody but the server under test, and needs neither a sandbox nor a graphics card. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds until what is waited for has failed to come: a guard, which a loaded machine must not reach. */
const PATIENCE = 90_000;

/** A browser in Beijing that knows Chinese glyphs. The one that is installed, otherwise the one from npm. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['MOUDING_BROWSER'] ?? INSTALLED.find((path) => existsSync(path));
  return chromium.launch({
    timeout: PATIENCE,
    executablePath: named ?? (await unpacked()),
    args: named === undefined ? [...packed.args, ...ARGS] : ARGS,
    env: { ...process.env, FONTCONFIG_FILE: fontList() },
  });
}

/** A window of one size; nothing is kept from one to the next. */
export async function openWindow(browser: Browser, size: keyof typeof SIZES): Promise<BrowserContext> {
  const window = await browser.newContext({
    viewport: SIZES[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size !== 'desk',
    reducedMotion: 'reduce',
  });
  window.setDefaultTimeout(PATIENCE);
  return window;
}

/** Two processes must not unpack it at once. */
async function unpacked(): Promise<string> {
  const lock = await waitForLock(join(testHome(), 'browser.lock'));
  try {
    return await packed.executablePath();
  } finally {
    lock.release();
  }
}

/** The machine may have no Chinese font: the one from npm is named to the browser beside the machine's own. */
function fontList(): string {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json');
  const folder = join(testHome(), 'fonts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${join(dirname(font), '400Regular')}</dir><cachedir>${folder}</cachedir>
</fontconfig>`,
  );
  return file;
}
