import { find, read } from '../walls/tree.ts';

const PAGE = 'docs/security.md';
const THREATS = ['T4', 'T10', 'T11', 'T20', 'T21', 'T22', 'T23', 'T24', 'T28', 'T29', 'T30', 'T31', 'T32'];

/** What the page says: under each threat's heading, the tests by file and title. */
function named(): ReadonlyMap<string, readonly { readonly path: string; readonly title: string }[]> {
  const sections = read(PAGE).split(/^### /m).slice(1);
  return new Map(
    sections.map((section) => [
      section.split(' ', 1)[0] ?? '',
      [...section.matchAll(/^- `([^`]+\.spec\.ts)`: “([^”]+)”$/gm)].map(([, path = '', title = '']) => ({
        path,
        title,
      })),
    ]),
  );
}

/** Titles of a spec file, as they are written there. */
const titles = (path: string): readonly string[] =>
  [
    ...read(path).matchAll(/\b(?:test|it|describe)(?:\.each\([^]*?\))?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g),
  ].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));

const ALL = new Map(find('{tests,libs,apps,workflows}/**/*.spec.ts').map((path) => [path, read(path)]));

test('every threat of the baseline has its heading, and at least one test', () => {
  const found = named();
  expect(THREATS.filter((threat) => (found.get(threat) ?? []).length === 0)).toEqual([]);
});

test('every test that the page names is there, under that very title', () => {
  const missing = [...named().values()]
    .flat()
    .filter(({ path, title }) => !ALL.has(path) || !(titles(path).includes(title) || eachHas(path, title)))
    .map(({ path, title }) => `${path}: ${title}`);
  expect(missing).toEqual([]);
});

/** Titles of tables of tests, which stand far from the word `test`. */
const eachHas = (path: string, title: string): boolean =>
  ["'", '"', '`'].some((mark) => (ALL.get(path) ?? '').includes(`${mark}${title}${mark}`));
