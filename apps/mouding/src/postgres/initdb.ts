import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Refused } from '../words.ts';
import { runAs, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { explain } from './trouble.ts';

const call = promisify(execFile);

/** What a new data folder is made with. */
export interface NewData {
  readonly binaries: Binaries;
  readonly account: Account;
  /** Its path; it does not exist, or is empty. */
  readonly data: string;
  readonly password: string;
  /** Whether it is to survive a power cut. */
  readonly durable: boolean;
}

/** Names the first user, who owns everything, and the database. */
export const ownerName = 'mouding';

/**
 * Makes a data folder with one database. It is made aside and renamed when whole, so that an interrupted attempt
 * leaves nothing that looks like data.
 */
export async function createData(wish: NewData): Promise<Refused | undefined> {
  const aside = `${wish.data}.new`;
  const secret = `${aside}.password`;
  try {
    for (const leftover of [aside, secret]) rmSync(leftover, { recursive: true, force: true });
    makeOwned(aside, wish.account);
    writeFileSync(secret, `${wish.password}\n`, { mode: 0o600 });
    giveTo(secret, wish.account);
    await initialise(wish, aside, secret);
    await createDatabase(wish, aside);
    if (existsSync(wish.data)) rmdirSync(wish.data);
    renameSync(aside, wish.data);
    return undefined;
  } catch (error) {
    return explain(aside, dirname(aside), complaintOf(error));
  } finally {
    for (const leftover of [aside, secret]) rmSync(leftover, { recursive: true, force: true });
  }
}

/** The environment of PostgreSQL's programs: nothing of the caller's, whose PG* variables would change them. */
export function cleanEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

async function initialise(wish: NewData, folder: string, secret: string): Promise<void> {
  // The built-in provider sorts alike on every machine and after every update of the operating system.
  const flags = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  const access = ['--auth=scram-sha-256', `--username=${ownerName}`, `--pwfile=${secret}`];
  const haste = wish.durable ? [] : ['--no-sync'];
  const base = [`--pgdata=${folder}`, ...flags, ...access, ...haste];
  try {
    await initdb(wish, folder, [...base, '--locale=C.UTF-8']);
  } catch (error) {
    if (!/invalid locale/.test(complaintOf(error))) throw error;
    rmSync(folder, { recursive: true, force: true });
    makeOwned(folder, wish.account);
    await initdb(wish, folder, [...base, '--locale=C']);
  }
}

async function initdb(wish: NewData, folder: string, args: readonly string[]): Promise<void> {
  const program = join(wish.binaries.folder, 'bin', 'initdb');
  await call(program, [...args], { cwd: folder, env: cleanEnvironment(), ...runAs(wish.account) });
}

// Single-user mode needs neither a port nor a password.
function createDatabase(wish: NewData, folder: string): Promise<void> {
  const program = join(wish.binaries.folder, 'bin', 'postgres');
  const child = spawn(program, ['--single', '-D', folder, 'template1'], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: ['pipe', 'ignore', 'pipe'],
    ...runAs(wish.account),
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdin.end(`create database ${ownerName};\n`);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && !/ERROR|FATAL/.test(complaint) ? resolve() : reject(new Error(complaint)),
    );
  });
}

function makeOwned(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  giveTo(folder, account);
}

function giveTo(path: string, account: Account): void {
  if (account.kind === 'other') chownSync(path, account.uid, account.gid);
}

function complaintOf(error: unknown): string {
  if (typeof error === 'object' && error && 'stderr' in error) return String(error.stderr);
  return error instanceof Error ? error.message : String(error);
}
