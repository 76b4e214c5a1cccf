import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identity, isAlive, tryLock, waitForLock } from '../bin/lock.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-lock-'));
  file = join(folder, 'deep', 'a.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function taken(): { release: () => void } {
  const lock = tryLock(file);
  if ('holder' in lock) throw new Error(`held by ${lock.holder}`);
  return lock;
}

test('is held by one, names its holder, and is free again after release', () => {
  const lock = taken();
  expect(tryLock(file)).toEqual({ holder: process.pid });
  lock.release();
  taken().release();
});

test('a waiter is told once by whom it is held and gets it on release', async () => {
  const lock = taken();
  const told: number[] = [];
  const waiting = waitForLock(file, (holder) => {
    told.push(holder);
    lock.release();
  });
  (await waiting).release();
  expect(told).toEqual([process.pid]);
});

test('is taken from a holder that has died', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const holder = identity(other.pid ?? 0);
  expect(isAlive(holder)).toBe(true);
  taken().release();
  writeFileSync(file, holder);
  expect(tryLock(file)).toEqual({ holder: other.pid });
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(isAlive(holder)).toBe(false);
  taken().release();
});

test('is taken from a number that another process has now', () => {
  taken().release();
  writeFileSync(file, `${process.pid} 1`);
  const lock = taken();
  expect(readFileSync(file, 'utf8')).toBe(identity(process.pid));
  lock.release();
});

test('that is still being written is respected, and given up after some seconds', () => {
  taken().release();
  writeFileSync(file, '');
  expect(tryLock(file)).toEqual({ holder: 0 });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  taken().release();
});

test('no process has no identity', () => {
  expect(identity(0)).toBe('');
  expect(identity(2 ** 30)).toBe('');
  expect(isAlive('')).toBe(false);
});

test('of many processes that start at once, each holds it alone', async () => {
  const log = join(folder, 'log');
  const script = `
    const { waitForLock } = await import(${JSON.stringify(join(import.meta.dirname, '../bin/lock.mjs'))});
    const { appendFileSync } = await import('node:fs');
    const lock = await waitForLock(${JSON.stringify(file)});
    appendFileSync(${JSON.stringify(log)}, 'in\\n');
    await new Promise((resolve) => setImmediate(resolve));
    appendFileSync(${JSON.stringify(log)}, 'out\\n');
    lock.release();`;
  taken().release();
  writeFileSync(file, `${2 ** 30} 1`);
  const started = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script]),
  );
  await Promise.all(started.map((child) => once(child, 'exit')));
  expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(6));
});
