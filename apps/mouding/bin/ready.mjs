import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { install, linkPostgresLibraries } from './install.mjs';
import { waitForLock } from './lock.mjs';
import { Unready } from './unready.mjs';

/** @typedef {(zh: string, en: string) => void} Say says one thing in both languages */

/** Every command looks for a moment whether all is built: that another one does so too is no news. */
const WORTH_TELLING_MS = 10_000;

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Makes the clone runnable: installed, linked, built. Two processes that start at once do this one after the other.
 * @param {{ projects: string[], say: Say, sayBuilding?: Say }} wish `projects`: what `tsc -b` is to build
 * @returns {Promise<string>} the path of a Node ≥ 24.9
 */
export async function ready({ projects, say, sayBuilding = say }) {
  refuseUnsupportedMachine();
  if (!isWritable(root)) return readOnly();
  const tell = (pid) =>
    say(
      `另一个进程（${pid}）正在安装或编译，等它完成……`,
      `process ${pid} is installing or building; waiting for it …`,
    );
  const lock = await waitForLock(join(root, '.mouding', 'ready.lock'), tell, WORTH_TELLING_MS);
  try {
    install(root, say);
    linkPostgresLibraries(root);
    const node = findNode();
    build(root, node, projects, sayBuilding);
    return node;
  } finally {
    lock.release();
  }
}

/** The environment in which `node`, `tsc` and the like are those of the clone. */
export function environment() {
  const path = process.env['PATH'] ?? '';
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${path}` };
}

/**
 * Runs a program of the clone in this terminal, hands on the signals, and ends as it ended.
 * @param {string} node @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export function run(node, args) {
  const child = spawn(node, args, { cwd: process.cwd(), env: environment(), stdio: 'inherit' });
  // Ctrl-C reaches the whole group, the child included; this process only has to outlive it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/**
 * Runs `work` and ends with the code it returns; an `Unready` becomes its two sentences and code 1.
 * @param {() => Promise<number>} work
 */
export async function endWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

function sentenceOf(error) {
  if (error instanceof Unready) return error.message;
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return [
      `没有权限写 ${error.path ?? root}。请用拥有该文件夹的用户运行，或把整个文件夹复制到自己的目录下。`,
      `No permission to write ${error.path ?? root}. Run as the user who owns the folder, or copy it to a place of your own.`,
    ].join('\n');
  }
  if (error.code === 'ENOSPC') {
    return `磁盘已满，请腾出至少 1 GB 后再试。\nThe disk is full: free at least 1 GB and try again.`;
  }
  return error.stack ?? error.message;
}

function refuseUnsupportedMachine() {
  const machine = `${process.platform}-${process.arch}`;
  if (['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(machine)) return;
  throw new Unready(
    `不支持本机（${machine}）。请在 Linux（x64、arm64）或 macOS 上运行；Windows 请用 WSL 2，或见 docker/README.md。`,
    `This machine (${machine}) is not supported. Use Linux (x64, arm64) or macOS; on Windows use WSL 2, or see docker/README.md.`,
  );
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readOnly() {
  const complete = existsSync(join(root, 'node_modules', '.package-lock.json'));
  if (complete && existsSync(join(root, 'apps', 'mouding', 'dist', 'main.js'))) return findNode();
  throw new Unready(
    `文件夹 ${root} 只读，无法在其中安装和编译。请把它复制到可写的位置，再在那里运行。`,
    `The folder ${root} is read-only, so nothing can be installed or built in it. Copy it to a writable place and run it there.`,
  );
}

function findNode() {
  const candidates = [join(root, 'node_modules', '.bin', 'node'), process.execPath];
  const found = candidates.find((node) => isRecent(node));
  if (found) return found;
  throw new Unready(
    `需要 Node 24.9 或更高版本，本机是 ${process.version}，且没有可随包安装的版本。请从 https://nodejs.org 安装 Node 24 后再试。`,
    `Node 24.9 or newer is needed; this is ${process.version} and none could be installed with the packages. Install Node 24 from https://nodejs.org and try again.`,
  );
}

function isRecent(node) {
  const { stdout, status } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number);
  return status === 0 && (major > 24 || (major === 24 && minor >= 9));
}
