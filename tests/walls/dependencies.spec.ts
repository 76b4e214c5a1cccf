import { manifest, projects, read, type Manifest } from './tree.ts';

const manifests: readonly Manifest[] = ['.', ...projects].map((folder) => manifest(`${folder}/package.json`));

const declared = manifests.flatMap(
  ({ name, dependencies = {}, devDependencies = {}, optionalDependencies = {} }) =>
    Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).map(
      ([dependency, version]) => ({
        project: name,
        dependency,
        version,
      }),
    ),
);
const ours = new Set(manifests.map(({ name }) => name));
const foreign = declared.filter(({ dependency }) => !ours.has(dependency));

/** `dependency | version | reason`, as the record of dependencies has them. */
const recorded = [
  ...read('docs/decisions/002-dependencies.md').matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\| (.+?) +\|$/gm),
].map(([, dependency = '', version = '', reason = '']) => ({ dependency, version, reason }));

test('the record was read', () => expect(recorded.length).toBeGreaterThan(20));

test('every dependency is recorded with its version and a reason, and nothing else is', () => {
  const wanted = [
    ...new Set(foreign.map(({ dependency, version }) => `${dependency} ${version}`)),
  ].toSorted();
  expect(recorded.map(({ dependency, version }) => `${dependency} ${version}`).toSorted()).toEqual(wanted);
});

test('a reason is a sentence', () => {
  expect(recorded.filter(({ reason }) => reason.length < 20 || !reason.endsWith('.'))).toEqual([]);
});

test('a version is exact, or pinned by its first digit that is not zero', () => {
  const pinned = /^(npm:(@[a-z]+\/)?[a-z0-9]+@)?\^?\d+(\.\d+\.\d+(-[a-z]+\.\d+)?)?$/;
  expect(foreign.filter(({ version }) => !pinned.test(version))).toEqual([]);
});

test('projects of the workspace depend on each other by the one version', () => {
  expect(declared.filter(({ dependency, version }) => ours.has(dependency) && version !== '0.1.0')).toEqual(
    [],
  );
});

test('everything of MikroORM has the same version, as its packages demand', () => {
  const versions = foreign
    .filter(({ dependency }) => dependency.startsWith('@mikro-orm/'))
    .map(({ version }) => version);
  expect([...new Set(versions)]).toEqual(['7.2.1']);
});
