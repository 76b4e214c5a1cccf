import { randomBytes } from 'node:crypto';
import { ask } from 'mouding/postgres/ask';
import { rolePasswords, roleUrls, secretOf } from 'mouding/secret';
import { ensureCluster, testHome } from './cluster.ts';

/** A migrated, empty database of its own, reached as each of the roles. */
export interface FreshDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly sequencerUrl: string;
  readonly checkpointerUrl: string;
  readonly auditUrl: string;
  /** Removes it; who is still connected is thrown out. */
  drop(): Promise<void>;
}

/** Clones the migrated template (about 15 ms after the first call, which starts the server). */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = await ensureCluster();
  // Jest gives every spec file modules of its own, so that nothing can be counted up here.
  const name = `spec_${randomBytes(8).toString('hex')}`;
  await administer(template, `create database ${name} template mouding strategy file_copy`);
  const ownerUrl = at(template, name);
  const urls = roleUrls(ownerUrl, rolePasswords(secretOf(testHome())));
  return {
    ownerUrl,
    appUrl: urls.app,
    workerUrl: urls.worker,
    sequencerUrl: urls.sequencer,
    checkpointerUrl: urls.checkpointer,
    auditUrl: urls.audit,
    drop: () => administer(template, `drop database if exists ${name} with (force)`),
  };
}

/** The address of another database of the same server. */
export function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function administer(url: string, sql: string): Promise<void> {
  const answer = await ask(at(url, 'postgres'), sql);
  if ('error' in answer) throw new Error(`${sql}: ${answer.error}`);
}
