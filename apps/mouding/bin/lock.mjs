import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Names a process so that a reused pid is not taken for it: the pid and, on Linux, the moment it started.
 * Empty when no such process lives.
 * @param {number} pid
 */
export function identity(pid) {
  if (!answers(pid)) return '';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : `${pid} ${fields[19]}`;
  } catch {
    return process.platform === 'linux' ? '' : `${pid}`;
  }
}

/** @param {string} holder as `identity` named it */
export function isAlive(holder) {
  return holder !== '' && identity(Number.parseInt(holder, 10)) === holder;
}

/**
 * Takes the lock or names who holds it. A holder that has died loses it.
 * @param {string} file
 * @returns {{ release: () => void } | { holder: number }}
 */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = identity(process.pid);
  for (;;) {
    if (claim(file, mine)) return { release: () => release(file, mine) };
    const held = read(file);
    if (held === undefined) continue;
    if (isAlive(held) || (held === '' && isYoung(file))) return { holder: Number.parseInt(held, 10) || 0 };
    evict(file, held);
  }
}

/**
 * Waits for the lock; `onWait` is told once by whom it is held.
 * @param {string} file
 * @param {(holder: number) => void} [onWait]
 * @param {number} [patience] milliseconds of waiting before it is told
 */
export async function waitForLock(file, onWait, patience = 0) {
  const since = performance.now();
  for (let told = false; ;) {
    const lock = tryLock(file);
    if ('release' in lock) return lock;
    if (!told && performance.now() - since >= patience) {
      onWait?.(lock.holder);
      told = true;
    }
    await pause(100);
  }
}

function answers(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function claim(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// Between its creation and its first byte a lock is empty: its holder is at work on it, unless it died right there.
function isYoung(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < 5_000;
}

// Two may find the same dead holder: renaming lets one of them win, and gives back what was taken from a live one.
function evict(file, dead) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const taken = read(aside) ?? '';
  if (taken !== dead) claim(file, taken);
  rmSync(aside, { force: true });
}

function release(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}
