import { readFileSync } from 'node:fs';
import { ICON } from './icon.ts';

const [, address = ''] = /href="([^"]+)"/u.exec(ICON.text) ?? [];

const PAGES = ['web/document.html', 'web/checker/page.html', 'mouding/src/inbox/pages.ts'];

test.each(PAGES)('apps/%s has the icon of every other page', (path) => {
  const page = readFileSync(new URL(`../../../../apps/${path}`, import.meta.url), 'utf8');
  expect(address).toMatch(/^data:image\/svg\+xml,/u);
  expect(page).toContain(`href="${address}"`);
});
