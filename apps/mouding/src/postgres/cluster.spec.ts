import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { spawn } from 'node:child_process';
import { ask } from './ask.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { endServerOf, readPidFile } from './pid-file.ts';

const homes: string[] = [];

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'mouding-cluster-'));
  chmodSync(home, 0o711);
  homes.push(home);
  return home;
}

async function opened(home: string): Promise<Cluster> {
  const cluster = await openCluster({ home, durable: false });
  if ('refused' in cluster) throw new Error(cluster.refused.en);
  return cluster;
}

async function refusal(home: string): Promise<string> {
  const cluster = await openCluster({ home, durable: false });
  if ('refused' in cluster) return cluster.refused.en;
  await cluster.stop('immediate');
  throw new Error('It started.');
}

afterAll(async () => {
  for (const home of homes) {
    await endServerOf(join(home, 'pg'), 'immediate');
    rmSync(home, { recursive: true, force: true });
  }
});

describe('the embedded database', () => {
  let home: string;
  let port: number;
  beforeAll(async () => {
    home = newHome();
    const cluster = await opened(home);
    port = cluster.port;
    await ask(cluster.ownerUrl, "create table kept as select '规划'::text as word");
    await cluster.stop('fast');
  });

  test('keeps data and port over a clean stop and over one like a power cut', async () => {
    const second = await opened(home);
    expect(await ask(second.ownerUrl, 'select word from kept')).toEqual({ row: { word: '规划' } });
    expect(second.port).toBe(port);
    await second.stop('immediate');
    const third = await opened(home);
    expect(await ask(third.ownerUrl, 'select word from kept')).toEqual({ row: { word: '规划' } });
    await third.stop('fast');
    expect(readPidFile(third.data)).toBeUndefined();
  });

  test('is UTF8 with checksums, on the loopback address only, and asks for the password', async () => {
    const cluster = await opened(home);
    const settings =
      "select current_setting('data_checksums') c, current_setting('server_encoding') e, current_setting('listen_addresses') l";
    expect(await ask(cluster.ownerUrl, settings)).toEqual({ row: { c: 'on', e: 'UTF8', l: '127.0.0.1' } });
    const stranger = new URL(cluster.ownerUrl);
    stranger.password = 'guess';
    expect(await ask(stranger.href, 'select 1')).toEqual({
      error: expect.stringContaining('password authentication'),
    });
    await cluster.stop('fast');
  });

  test('takes another port when its own was taken meanwhile', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const cluster = await opened(home);
    expect(cluster.port).not.toBe(port);
    await cluster.stop('fast');
    await new Promise((resolve) => other.close(resolve));
  });

  test('ends the server that a killed launcher left behind', async () => {
    const left = await opened(home);
    const cluster = await opened(home);
    await left.ended;
    expect(cluster.pid).not.toBe(left.pid);
    await cluster.stop('fast');
  });

  test('does not mistake another program with a reused number for its server', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    writeFileSync(join(home, 'pg', 'postmaster.pid'), `${other.pid}\n${join(home, 'pg')}\n`);
    const cluster = await opened(home);
    expect(other.exitCode).toBeNull();
    await cluster.stop('fast');
    other.kill();
  });

  test('hides its password and its data from other users', () => {
    expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'pg')).mode & 0o777).toBe(0o700);
  });
});

describe('a data folder that cannot be used', () => {
  let home: string;
  const file = (name: string): string => join(home, 'pg', name);
  beforeAll(async () => {
    home = newHome();
    await (await opened(home)).stop('fast');
  });

  test.each([
    ['PG_VERSION', '17\n', /holds data of PostgreSQL 17, .*nothing was changed/],
    ['global/pg_control', 'x'.repeat(8192), /is damaged, .*Nothing in it was deleted/],
    ['postgresql.conf', 'no such setting = !\n', /is damaged, .*Nothing in it was deleted/],
  ])('whose %s is wrong gets a sentence and is left alone', async (name, content, sentence) => {
    const before = readFileSync(file(name));
    writeFileSync(file(name), content);
    expect(await refusal(home)).toMatch(sentence);
    expect(readFileSync(file(name), 'utf8')).toBe(content);
    writeFileSync(file(name), before);
    await (await opened(home)).stop('fast');
  });

  test('which lost its PG_VERSION is not taken for a new one', async () => {
    const before = readFileSync(file('PG_VERSION'));
    rmSync(file('PG_VERSION'));
    expect(await refusal(home)).toMatch(/is damaged/);
    writeFileSync(file('PG_VERSION'), before);
  });

  test('whose password was lost names the file that held it', async () => {
    const before = readFileSync(join(home, 'postgres.json'));
    rmSync(join(home, 'postgres.json'));
    expect(await refusal(home)).toMatch(/postgres\.json is missing or damaged/);
    writeFileSync(join(home, 'postgres.json'), '{');
    expect(await refusal(home)).toMatch(/postgres\.json is missing or damaged/);
    writeFileSync(join(home, 'postgres.json'), before);
    await (await opened(home)).stop('fast');
  });
});
