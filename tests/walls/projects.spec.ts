import { basename, dirname } from 'node:path';
import { LAYERS, layers } from './layers.ts';
import { find, manifest, projects } from './tree.ts';

const SOURCES = '{apps,libs,workflows,tests}/**/*.{ts,tsx,mts,mjs,js}';

test('every project is found', () => expect(projects.length).toBeGreaterThanOrEqual(11));

test.each(projects)('%s has a layer and its runtime', (folder) => {
  const tags = manifest(`${folder}/package.json`).nx?.tags ?? [];
  const layer = layers.find((name) => tags.includes(`layer:${name}`));
  expect(layer).toBeDefined();
  expect(tags).toEqual([`layer:${layer}`, layer === undefined ? '' : `runtime:${LAYERS[layer].runtime}`]);
});

test.each(projects)('%s can be tested alone', (folder) => {
  expect(manifest(`${folder}/package.json`).scripts?.['test']).toMatch(/^node (..\/..\/tests\/)?jest\.mjs /);
});

test('nothing is filed under a name that says nothing', () => {
  const said = /^(utils?|commons?|helpers?|types|misc|shared)$/;
  const names = find(SOURCES).flatMap((path) => [path, ...parents(path)].map((part) => [part, stem(part)]));
  expect(names.filter(([, name = '']) => said.test(name)).map(([path]) => path)).toEqual([]);
});

const stem = (path: string): string => basename(path).replace(/(\.spec)?\.\w+$/, '');

function parents(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...parents(folder)];
}

test('a library is entered by its one index.ts, and there is no other', () => {
  const indexes = find('{apps,libs,workflows,tests}/**/index.{ts,js,mjs}');
  expect(indexes.filter((path) => !/^(libs|workflows)\/[^/]+\/src\/index\.ts$/.test(path))).toEqual([]);
});
