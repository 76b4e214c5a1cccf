import { chmodSync, closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile, migrate, openLedger, prepareRoles } from '@mouding/ledger';
import { ask } from 'mouding/postgres/ask';
import { openCluster } from 'mouding/postgres/cluster';
import { rolePasswords, roleUrls, secretOf, type Role } from 'mouding/secret';
import { median } from './rounds.ts';

/** The database server of one run of the bench: durable, with the settings that `npm start` gives it. */
export interface Server {
  readonly pid: number;
  readonly home: string;
  readonly keyFile: string;
  readonly version: string;
  /** Microseconds of one 8 kB write with fdatasync on the disk of its data, the median of 200. */
  readonly syncMicros: number;
  /** A new empty database; answers the owner's address. */
  create(name: string): Promise<string>;
  /** A database as a copy of another, or of the migrated one. Nobody may be connected to the origin. */
  copy(name: string, origin?: string): Promise<Addresses>;
  close(): Promise<void>;
}

/** How one database is reached, as its owner and as each role. */
export interface Addresses {
  readonly owner: string;
  readonly roles: Readonly<Record<Role, string>>;
}

/** Starts a server in a temporary folder and migrates a database there to be copied. */
export async function openServer(): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'mouding-bench-'));
  // Run as root, the server works as another user, who has to pass through.
  chmodSync(home, 0o711);
  const cluster = await openCluster({ home, durable: true });
  if ('refused' in cluster) throw new Error(cluster.refused.en);
  const passwords = rolePasswords(secretOf(home));
  const prepared = await prepareRoles(cluster.ownerUrl, passwords);
  if ('refused' in prepared) throw new Error(prepared.refused);
  await migrate(cluster.ownerUrl);
  const keyFile = join(home, 'key');
  createKeyFile(keyFile);
  const address = (name: string): string => {
    const url = new URL(cluster.ownerUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const run = async (sql: string): Promise<{ readonly [column: string]: unknown }> => {
    const answer = await ask(address('postgres'), sql);
    if ('error' in answer) throw new Error(`${sql}: ${answer.error}`);
    return answer.row ?? {};
  };
  return {
    pid: cluster.pid,
    home,
    keyFile,
    version: String((await run('show server_version'))['server_version']),
    syncMicros: syncMicros(home),
    async create(name) {
      await run(`create database ${name}`);
      return address(name);
    },
    async copy(name, origin = 'mouding') {
      await run(`create database ${name} template ${origin} strategy file_copy`);
      return { owner: address(name), roles: roleUrls(address(name), passwords) };
    },
    async close() {
      await cluster.stop('immediate');
      rmSync(cluster.data, { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Founds institutions by their ids. */
export async function found(ownerUrl: string, ids: readonly string[]): Promise<void> {
  const ledger = openLedger({ url: ownerUrl, applicationName: 'bench', max: 1 });
  for (const id of ids)
    await ledger.found({ id, code: `bench-${id.slice(-8)}`, name: '测算单位', mode: 'live' });
  await ledger.close();
}

function syncMicros(folder: string): number {
  const path = join(folder, 'sync');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(8_192, 1);
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    writeSync(file, block, 0, block.length, 0);
    fdatasyncSync(file);
    return (performance.now() - start) * 1_000;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}
