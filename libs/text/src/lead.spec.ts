import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withoutLead } from './lead.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

test('no expression that reaches the page looks behind, which Safari knows only since 16.4', () => {
  const sources = globSync('{libs/{text,core,evidence,contract}/src,apps/web/src}/**/*.{ts,tsx}', {
    cwd: ROOT,
    exclude: ['**/*.spec.ts', '**/generated/**', '**/audit-generated/**'],
  });
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((name) => /\(\?<[=!]/u.test(readFileSync(ROOT + name, 'utf8')))).toEqual([]);
});

test('what must stand before a match is taken off it', () => {
  const [found] = [...'各单位部署'.matchAll(/(?<lead>单位)部署/gu)].map(withoutLead);
  expect([found?.index, found?.[0]]).toEqual([3, '部署']);
  const [plain] = [...'部署'.matchAll(/(?<lead>^|单位)部署/gu)].map(withoutLead);
  expect([plain?.index, plain?.[0]]).toEqual([0, '部署']);
});
