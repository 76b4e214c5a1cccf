// `npm run show`: rehearses a case and writes what /show tells of it beside its screens: the 归档包 without its papers,
// and pictures of the red-head pages.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { makeShowCase } from 'mouding/show/make-show-case';
import { standardOut } from 'mouding/out';

const FOLDER = fileURLToPath(new URL('../apps/web/src/screens/show/canned', import.meta.url));
/** Of a picture, in CSS pixels: an A4 page that can be read on a phone. */
const WIDTH = 560;

async function pictures() {
  const browser = await chromium.launch({
    executablePath: process.env['MOUDING_BROWSER'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: Math.round(WIDTH * 1.4143) } });
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith('.svg'))) {
    const drawing = readFileSync(join(FOLDER, name), 'utf8');
    await page.setContent(
      `<style>body{margin:0;background:#fff}svg{display:block;width:100vw;height:auto}</style>${drawing}`,
    );
    writeFileSync(
      join(FOLDER, name.replace('.svg', '.jpg')),
      await page.screenshot({ type: 'jpeg', quality: 62 }),
    );
    rmSync(join(FOLDER, name));
  }
  await browser.close();
}

const home = mkdtempSync(join(tmpdir(), 'mouding-show-'));
try {
  const made = await makeShowCase(home, standardOut({}));
  if (typeof made !== 'number') throw new Error(made.refused.en);
  await pictures();
} finally {
  rmSync(home, { recursive: true, force: true });
}
