// Builds the page where it is older than its sources: the clients from the committed OpenAPI documents, then the faces,
// then the checker of 归档包 (a script and a page that go with every bundle).
// `--client` makes the clients alone, which the compiler needs.
import { globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const MADE = 'src/api/generated';
const CLIENT = {
  mark: join(MADE, '.made'),
  from: ['../../libs/contract/openapi{,-audit}.json', 'openapi-ts.config.js', 'asks.mjs'],
};
const PAGE = {
  mark: 'dist/.made',
  from: [
    'src/**/*',
    'public/*',
    '*.html',
    '*.js',
    'package.json',
    '../../libs/{contract,core,text,evidence}/src/**/*.ts',
  ],
};

const CHECKER = {
  mark: 'dist/checker/.made',
  from: [
    'src/checker/*',
    'checker/*',
    'package.json',
    '../../libs/{contract,core,text,evidence}/src/**/*.ts',
  ],
};

const timeOf = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const isStale = ({ mark, from }) => globSync(from, { cwd: root }).some((path) => timeOf(path) > timeOf(mark));

function done({ mark }) {
  mkdirSync(join(root, mark, '..'), { recursive: true });
  writeFileSync(join(root, mark), '');
}

if (isStale(CLIENT)) {
  const { createClient } = await import('@hey-api/openapi-ts');
  const { default: client, audit } = await import('./openapi-ts.config.js');
  await createClient(client);
  await createClient(audit);
  const { writeAsks } = await import('./asks.mjs');
  writeAsks(join(root, '../../libs/contract/openapi.json'), join(root, MADE, 'asks'));
  done(CLIENT);
}
if (!process.argv.includes('--client') && isStale(PAGE)) {
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  done(PAGE);
}
if (!process.argv.includes('--client') && isStale(CHECKER)) {
  const { buildChecker } = await import('./checker/build.js');
  await buildChecker(join(root, 'dist', 'checker'));
  done(CHECKER);
}
