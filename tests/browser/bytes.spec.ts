import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const WEB = new URL('../../apps/web/', import.meta.url);
const KB = 1000;
/** Kilobytes of script, packed as gzip does, that a first look may cost. */
const FACE = { phone: 300, desk: 480 } as const;

/** What the build says of one file that it made. */
interface Chunk {
  readonly file: string;
  /** Other chunks that come with it. */
  readonly imports?: readonly string[];
  /** Those that come when they are wanted. */
  readonly dynamicImports?: readonly string[];
}

const built = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', WEB), 'utf8')) as {
  readonly [name: string]: Chunk;
};

/** Everything that comes with some chunks. */
function comingWith(names: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    built[name]?.imports?.forEach(add);
  };
  names.forEach(add);
  return all;
}

const sizes = new Map<string, number>();
function sizeOf(name: string): number {
  const file = built[name]?.file ?? '';
  const size = sizes.get(file) ?? gzipSync(readFileSync(new URL(`dist/${file}`, WEB))).length / KB;
  sizes.set(file, size);
  return size;
}

const sum = (names: ReadonlySet<string>): number => [...names].reduce((all, name) => all + sizeOf(name), 0);

/** The screens of both faces, then those of the desk alone, as the addresses name them. */
const [shared = '', desk = ''] = readFileSync(new URL('src/frame/screens.ts', WEB), 'utf8').split(
  'export const DESK',
);
const screensIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/import\('\.\.\/(screens\/[^']+)'\)/gu)].map(([, path]) => `src/${path}`)),
];

test.each(screensIn(shared))('%s on a phone', (screen) => {
  expect(built).toHaveProperty([screen]);
  expect(sum(comingWith(['m.html', screen]))).toBeLessThanOrEqual(FACE.phone);
});

test.each([...screensIn(shared), ...screensIn(desk)])(
  '%s at a desk, with any part that comes later',
  (screen) => {
    const first = comingWith(['index.html', screen]);
    const own = [...first].filter((name) => !comingWith(['index.html']).has(name));
    const later = own.flatMap((name) => built[name]?.dynamicImports ?? []);
    const costs = [first, ...later.map((part) => comingWith(['index.html', screen, part]))].map(sum);
    expect(Math.max(...costs)).toBeLessThanOrEqual(FACE.desk);
  },
);
