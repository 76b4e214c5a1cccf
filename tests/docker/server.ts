import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from 'mouding/port';
import { accountFor, runAs, type Account } from 'mouding/postgres/account';
import { binariesFor, type Binaries } from 'mouding/postgres/binaries';
import { writeRecord } from 'mouding/postgres/cluster-record';
import { startServer } from 'mouding/postgres/server';
import { guardHome } from '../harness/cluster.ts';

/** A PostgreSQL as a hospital's administrator would have it: not ours, and empty. */
export interface ExternalServer {
  /** Which one it is, for the reader of the run. */
  readonly description: string;
  readonly port: number;
  /** Its superuser's address of a database. */
  adminUrl(database: string): string;
  stop(): Promise<void>;
}

const OLDEST = 15;

/** Starts the oldest PostgreSQL from 15 on that this machine has, or the one from npm where it has none. */
export async function startExternalServer(): Promise<ExternalServer> {
  const home = join(await guardHome(), 'external');
  mkdirSync(home);
  chmodSync(home, 0o711);
  const data = join(home, 'pg');
  const account = accountFor(data);
  if ('refused' in account) throw new Error(account.refused.en);
  const { binaries, description } = choose(account);
  const [port, password] = [await freePort(), randomBytes(16).toString('hex')];
  writeRecord(home, { data, port, password });
  initialise(binaries, account, data, password);
  const log = join(home, 'postgres.log');
  const server = await startServer({ binaries, account, data, port, log, durable: false });
  if (!('pid' in server)) throw new Error(`the server did not start; see ${log}`);
  return {
    description,
    port,
    adminUrl: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop('fast'),
  };
}

function choose(account: Account): { readonly binaries: Binaries; readonly description: string } {
  const [installed] = installations().toSorted((one, other) => one.major - other.major);
  if (installed)
    return { binaries: installed, description: `PostgreSQL ${installed.major} in ${installed.folder}` };
  const brought = binariesFor(account);
  if ('refused' in brought) throw new Error(brought.refused.en);
  return {
    binaries: brought,
    description: `none is installed here: the embedded PostgreSQL ${brought.major}`,
  };
}

function installations(): readonly Binaries[] {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const servers = folders.map((folder) => join(folder, 'postgres')).filter((path) => existsSync(path));
  const found = new Map(servers.map((path) => [dirname(dirname(realpathSync(path))), realpathSync(path)]));
  return [...found]
    .filter(([folder]) => existsSync(join(folder, 'bin', 'initdb')))
    .map(([folder, server]) => ({ folder, major: majorOf(server) }))
    .filter(({ major }) => major >= OLDEST);
}

function majorOf(server: string): number {
  const { stdout } = spawnSync(server, ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(stdout)?.[1] ?? 0);
}

function initialise({ folder }: Binaries, account: Account, data: string, password: string): void {
  const secret = `${data}.password`;
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, `${password}\n`);
  if (account.kind === 'other') chownSync(data, account.uid, account.gid);
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`];
  const flags = ['--encoding=UTF8', '--locale=C', '--no-sync', `--pgdata=${data}`, ...access];
  execFileSync(join(folder, 'bin', 'initdb'), flags, { cwd: '/', stdio: 'ignore', ...runAs(account) });
}
