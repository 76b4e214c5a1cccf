import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKeyFile, migrate, prepareRoles } from '@mouding/ledger';
import { waitForLock } from 'mouding/bin/lock.mjs';
import { openCluster } from 'mouding/postgres/cluster';
import { rolePasswords, secretOf } from 'mouding/secret';

/** The folder of this run of the specs, with its database server once a spec has asked for one. */
export function testHome(): string {
  const home = process.env['MOUDING_TEST_HOME'];
  if (!home) throw new Error('Specs that need a database are run by `npm test` or `node tests/jest.mjs`.');
  return home;
}

/**
 * Starts the one server of this run, unless it runs, with the roles and a migrated database to clone from.
 * @returns the address of that database as its owner
 */
export async function ensureCluster(): Promise<string> {
  const home = testHome();
  const note = join(home, 'template.url');
  // Spec files run in several processes: the first one starts the server, the others wait for it.
  const lock = await waitForLock(join(home, 'cluster.lock'));
  try {
    if (existsSync(note)) return readFileSync(note, 'utf8');
    startWatchdog(home);
    const cluster = await openCluster({ home, durable: false });
    if ('refused' in cluster) throw new Error(cluster.refused.en);
    const prepared = await prepareRoles(cluster.ownerUrl, rolePasswords(secretOf(home)));
    if ('refused' in prepared) throw new Error(prepared.refused);
    await migrate(cluster.ownerUrl);
    createKeyFile(join(home, 'key'));
    writeFileSync(note, cluster.ownerUrl);
    return cluster.ownerUrl;
  } finally {
    lock.release();
  }
}

/** Sees to it that no server of this run outlives it, however it ends: for specs that start one of their own. */
export async function guardHome(): Promise<string> {
  const home = testHome();
  const lock = await waitForLock(join(home, 'cluster.lock'));
  try {
    startWatchdog(home);
    return home;
  } finally {
    lock.release();
  }
}

function startWatchdog(home: string): void {
  if (existsSync(join(home, 'watchdog.pid'))) return;
  const script = fileURLToPath(new URL('clear.mjs', import.meta.url));
  const run = process.env['MOUDING_TEST_RUN'] ?? '';
  const child = spawn(process.execPath, ['--conditions=@mouding/source', script, home, run], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  });
  child.unref();
  writeFileSync(join(home, 'watchdog.pid'), String(child.pid));
}
