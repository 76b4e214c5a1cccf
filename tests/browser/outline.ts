import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('outlines/', import.meta.url));

/**
 * What a reader of the screen goes by: where it is, what it is headed, and what can be done there. Links and boxes to tick are mostly
 * those of rows, which come in another order in every demo.
 */
const ROLES =
  /^(\s*)- (?:'?)(banner|navigation|main|complementary|contentinfo|region|dialog|group|form|search|heading|button|textbox|searchbox|combobox|radio|radiogroup|switch|tab|meter|progressbar|table|columnheader|alert|status)\b(.*)$/u;

/** Numbers, days and what is in quotes change with every demo; that there is one does not. */
const steady = (words: string): string =>
  words
    .replaceAll(/[“《][^”》]*[”》]/gu, '“…”')
    .replaceAll(/[0-9a-f]{8,}/gu, '#')
    .replaceAll(/[0-9一二三四五六七八九十〇]+/gu, '#');

/**
 * The outline of a screen as whoever hears it goes through it: its landmarks, headings and controls by role and name, one a
 * line. What stands there several times alike, as the rows of a list, stands once.
 */
export async function outlineOf(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  const lines = tree.split('\n').flatMap((line) => {
    const [, depth = '', role = '', rest = ''] = ROLES.exec(line) ?? [];
    return role === '' ? [] : [`${depth}${role}${steady(rest.replace(/'?:.*$|'$/u, ''))}`];
  });
  return `${lines.filter((line, i) => lines.indexOf(line) === i).join('\n')}\n`;
}

/** Holds a screen to the outline that is kept of it; `UPDATE_OUTLINES=1` keeps the one of now. */
export async function expectOutline(page: Page, name: string): Promise<void> {
  const file = `${FOLDER}${name}.txt`;
  const now = await outlineOf(page);
  if (process.env['UPDATE_OUTLINES'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, now);
  }
  expect(now).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no outline is kept: ${name}`);
}
