import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identity } from '../bin/lock.mjs';
import { endLeftovers, holdHome, readRunFile, runningIn, writeRunFile } from './run-file.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mouding-run-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const announcement = {
  apiUrl: 'http://127.0.0.1:1',
  auditUrl: 'http://127.0.0.1:2',
  databaseUrl: 'postgres://x',
  command: 'start',
};

test('tells other commands where the system is, and only its owner', () => {
  writeRunFile(home, announcement, []);
  expect(runningIn(home)).toMatchObject({ ...announcement, pid: process.pid });
  expect(statSync(join(home, 'run.json')).mode & 0o777).toBe(0o600);
});

test('what a dead launcher wrote is not a running system', () => {
  const dead = { ...announcement, pid: 2 ** 30, launcher: `${2 ** 30} 1`, processes: [] };
  writeFileSync(join(home, 'run.json'), JSON.stringify(dead));
  expect(readRunFile(home)).toEqual(dead);
  expect(runningIn(home)).toBeUndefined();
});

test.each(['', '{', '{"pid":"x"}'])('a file that says %j is no system', (content) => {
  writeFileSync(join(home, 'run.json'), content);
  expect(runningIn(home)).toBeUndefined();
});

test('a home folder is held by one at a time, and left without a trace', () => {
  const hold = holdHome(home);
  expect(holdHome(home)).toEqual({ holder: process.pid });
  writeRunFile(home, announcement, []);
  if ('release' in hold) hold.release();
  expect(existsSync(join(home, 'run.json'))).toBe(false);
  expect(holdHome(home)).toHaveProperty('release');
});

test('what a killed launcher left behind is ended, a process with a reused number is not', async () => {
  const sleep = ['-e', 'setInterval(() => {}, 1000)'];
  const [left, other] = [spawn(process.execPath, sleep), spawn(process.execPath, sleep)];
  const processes = [identity(left.pid ?? 0), `${other.pid} 1`];
  const run = { ...announcement, pid: 2 ** 30, launcher: `${2 ** 30} 1`, processes };
  writeFileSync(join(home, 'run.json'), JSON.stringify(run));
  const ended = once(left, 'exit');
  await endLeftovers(home);
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(other.exitCode).toBeNull();
  other.kill();
});
