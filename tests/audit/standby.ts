import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate, prepareRoles } from '@mouding/ledger';
import { ask } from 'mouding/postgres/ask';
import { openCluster, type Cluster } from 'mouding/postgres/cluster';
import { readRecord, writeRecord } from 'mouding/postgres/cluster-record';
import { rolePasswords, roleUrls, secretOf, type Role } from 'mouding/secret';
import { ensureCluster, guardHome } from '../harness/cluster.ts';

/** A server, and another that follows it and can only be read: what a hospital has for reading beside its database. */
export interface WithStandby {
  /** The addresses of the roles, at the server that is written to. */
  readonly primary: Readonly<Record<Role | 'owner', string>>;
  /** The same at the one that follows. */
  readonly standby: Readonly<Record<Role | 'owner', string>>;
  /** Resolves when the standby has all that the primary had when this was asked. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both, with the schema and its roles. */
export async function openWithStandby(): Promise<WithStandby> {
  await ensureCluster();
  const [ahead, behind] = [await newHome(), await newHome()];
  const first = await opened(ahead);
  const passwords = rolePasswords(secretOf(ahead));
  await prepareRoles(first.ownerUrl, passwords);
  await migrate(first.ownerUrl);
  await first.stop('fast');
  copyData(first.data, ahead, behind);
  const primary = await opened(ahead);
  follow(join(behind, 'pg'), primary);
  const standby = await opened(behind);
  const urls = ({ ownerUrl }: Cluster) => ({ ...roleUrls(ownerUrl, passwords), owner: ownerUrl });
  return {
    primary: urls(primary),
    standby: urls(standby),
    caughtUp: () => caughtUp(primary.ownerUrl, standby.ownerUrl),
    async stop() {
      await standby.stop('immediate');
      await primary.stop('immediate');
      for (const home of [ahead, behind]) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Below the folder of this run, so that no server outlives it; the server's account may pass through. */
async function newHome(): Promise<string> {
  const home = mkdtempSync(join(await guardHome(), 'replica-'));
  chmodSync(home, 0o711);
  return home;
}

async function opened(home: string): Promise<Cluster> {
  const cluster = await openCluster({ home, durable: false });
  if ('refused' in cluster) throw new Error(cluster.refused.en);
  return cluster;
}

/** A copy of a stopped server's data is as good as a base backup. */
function copyData(data: string, from: string, to: string): void {
  const record = readRecord(from);
  if (!record || 'refused' in record) throw new Error(`no record in ${from}`);
  execFileSync('cp', ['-a', data, join(to, 'pg')]);
  writeRecord(to, { ...record, data: join(to, 'pg'), port: 0 });
}

/** What makes a server follow another. */
function follow(data: string, { ownerUrl }: Cluster): void {
  writeFileSync(join(data, 'standby.signal'), '');
  appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${ownerUrl}'\n`);
}

async function caughtUp(primary: string, standby: string): Promise<void> {
  const { lsn } = await asked(primary, 'select pg_current_wal_lsn()::text as lsn');
  const question = `select coalesce(pg_last_wal_replay_lsn() >= '${String(lsn)}'::pg_lsn, false) as "isThere"`;
  while ((await asked(standby, question))['isThere'] !== true) await pause(20);
}

async function asked(url: string, sql: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await ask(url, sql);
  if ('error' in answer) throw new Error(answer.error);
  return answer.row ?? {};
}
