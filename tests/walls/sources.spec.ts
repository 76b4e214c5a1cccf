import { createHash } from 'node:crypto';
import { find, read } from './tree.ts';

const WRITTEN =
  '{apps,libs,workflows,tests,docker,docs,.ci}/**/*.{ts,tsx,mts,mjs,js,cjs,json,sql,yaml,yml,md,txt,html,css}';
const texts = find(WRITTEN, '.ci/*', '*.{md,json,js,mjs}', '.*rc*', '.git{ignore,attributes}')
  .filter((path) => path !== 'package-lock.json')
  .map((path) => ({ path, text: read(path) }));

test('the sources were found', () => expect(texts.length).toBeGreaterThan(100));

test('a file fits on a few screens', () => {
  const source = /\.(ts|tsx|mts|mjs|js|cjs|sql)$/;
  const limit = (path: string): number => (path.endsWith('.spec.ts') ? 500 : 300);
  const long = texts.filter(
    ({ path, text }) => source.test(path) && text.split('\n').length - 1 > limit(path),
  );
  expect(long.map(({ path }) => path)).toEqual([]);
});

const lines = texts.flatMap(({ path, text }) =>
  text.split('\n').map((line, i) => ({ at: `${path}:${i + 1}`, line })),
);

/** What must stand nowhere. Put together from halves, so that this file is not its own finding. */
const NOWHERE: readonly (readonly [string, RegExp])[] = [
  ['work left for later', new RegExp(String.raw`\b(${'TO'}${'DO'}|${'FIX'}${'ME'}|${'X'}${'XX'})\b`)],
  [
    'a folder of one machine',
    new RegExp(`/(${'wo'}${'rk'}|${'ho'}${'me'}/\\w+|Use${'rs'}/\\w+|tmp/${'m'})/`),
  ],
  ['the address of a registry', /https?:\/\/[^\s"')]*(registry|artifactory|nexus|verdaccio)\b/i],
  [
    'a test that is left out',
    new RegExp(String.raw`\b(describe|test|it)\.(${'sk'}${'ip'}|${'on'}${'ly'}|${'to'}${'do'})\b`),
  ],
  [
    'a linter switched off without its rule and the reason',
    new RegExp(`(ox|es)${'lint'}-disable(?!-next-line [\\w/@-]+ -- \\S)`),
  ],
];

test.each(NOWHERE)('%s stands nowhere', (_, pattern) => {
  const walls = /^tests\/walls\/forbidden\.ts/;
  expect(lines.filter(({ at, line }) => pattern.test(line) && !walls.test(at)).map(({ at }) => at)).toEqual(
    [],
  );
});

/**
 * People, hospitals and places of the real documents that the demo is modelled on. They are held as hashes: a list of
 * names would be what it forbids.
 */
const DENIED = new Set([
  '93c7e06bbf9de718',
  '6ae370043245d911',
  '85e40dc00ccd13d6',
  '98ca1df3a9c69075',
  '3e9e124f01ee7959',
  'fde4a2dd7f8972bb',
  '4dd8e13e191a1e8b',
  'e571ad6b7aa60a86',
  'e15da898a994488d',
  '9a5e2f908ec8cbc8',
  'fbaf460fcc10da2c',
  '99deb2a7c35192c0',
  'fe6e591f2c00dadc',
  '00a24575e24c9dfe',
  'e1490ba2f6308b57',
]);

const hashOf = (name: string): string =>
  createHash('sha256').update(`mouding:${name}`).digest('hex').slice(0, 16);

/** Every two to four Chinese characters that stand side by side. */
function names(text: string): ReadonlySet<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  const windows = (run: string, size: number): readonly string[] =>
    Array.from({ length: run.length - size + 1 }, (_, i) => run.slice(i, i + size));
  return new Set(
    runs.flatMap((run) =>
      [2, 3, 4].filter((size) => size <= run.length).flatMap((size) => windows(run, size)),
    ),
  );
}

test('nobody and no place of the real documents is named', () => {
  const where = new Map<string, string>();
  for (const { path, text } of texts) for (const name of names(text)) where.set(name, path);
  expect([...where].filter(([name]) => DENIED.has(hashOf(name)))).toEqual([]);
});

test('a name on the list would be found', () => {
  const probe = String.fromCodePoint(0x6731, 0x5927, 0x5e38);
  expect(names(`由${probe}牵头`).has(probe)).toBe(true);
  expect(hashOf('')).toHaveLength(16);
});
