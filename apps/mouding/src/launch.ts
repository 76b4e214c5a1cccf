import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyFile, migrate, openLedger, prepareRoles, type Institution } from '@mouding/ledger';
import { openDatabase, type Database } from './database.ts';
import { openHome } from './home.ts';
import type { MailRoute } from './mail-route.ts';
import type { Out } from './out.ts';
import { endLeftovers, holdHome, runningIn, writeRunFile } from './run-file.ts';
import { freePort } from './port.ts';
import { rolePasswords, roleUrls, secretOf, signerToken, writePasswords, type Role } from './secret.ts';
import { programs } from './services/programs.ts';
import { createSigningKey } from './signer/key.ts';
import { startService, type ServiceWish } from './services/service.ts';
import { supervise, type Kept, type Supervision } from './services/supervise.ts';
import { isRefused, refuse, type Refused } from './words.ts';

/** How a running system is reached. */
export interface SystemUrls {
  readonly apiUrl: string;
  readonly auditUrl: string;
  /** The page of the mails that were caught; absent where they go to a server, or nowhere. */
  readonly inboxUrl?: string;
  /** The database as its owner: for migration, seeding, verification. */
  readonly ownerUrl: string;
  /** The database as each of the roles. */
  readonly roleUrls: Readonly<Record<Role, string>>;
  /** The file with the key that wraps the data keys. */
  readonly keyFile: string;
}

/** A system that this process runs. */
export interface System {
  readonly urls: SystemUrls;
  readonly database: Database;
  /** The institutions that the database held when the system was started. */
  readonly institutions: readonly Institution[];
  /** Resolves with the reason when the system cannot go on. */
  readonly failed: Promise<Refused>;
  /** Stops the services, then the database, and gives the home folder free. */
  stop(): Promise<void>;
}

/** What a system is started with. */
export interface SystemWish {
  readonly home: string;
  /** Absent: the database that comes along. */
  readonly databaseUrl: string | undefined;
  readonly apiPort: number;
  readonly auditPort: number;
  /** Where the api finds the tour of the demo; absent: there is none. */
  readonly demoDoor?: string;
  /** Absent: no mail is sent. */
  readonly mail?: MailRoute;
  /** The command that runs it, for others to read. */
  readonly command: string;
  readonly out: Out;
  /** Stops what has been started so far. */
  readonly abort: AbortSignal;
}

type Undo = (() => Promise<void>)[];

/** Starts database and services; when any part refuses, all that was started is stopped again. */
export async function launch(wish: SystemWish): Promise<System | Refused> {
  const home = openHome(wish.home);
  if (isRefused(home)) return home;
  const hold = holdHome(wish.home);
  if ('holder' in hold) return isHeld(wish.home, hold.holder);
  const undo: Undo = [() => Promise.resolve(hold.release())];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const system = await assemble(wish, home.log, undo);
    if (!isRefused(system)) return { ...system, stop };
    await stop();
    return system;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(wish: SystemWish, log: string, undo: Undo): Promise<Omit<System, 'stop'> | Refused> {
  await endLeftovers(wish.home);
  const database = await openDatabase(wish.home, wish.databaseUrl);
  if (isRefused(database)) return database;
  undo.push(() => database.stop());
  const passwords = rolePasswords(secretOf(wish.home));
  const prepared = await prepareRoles(database.ownerUrl, passwords);
  if ('refused' in prepared) return rolesRefused(writePasswords(wish.home, passwords), prepared.refused);
  await migrate(database.ownerUrl);
  const institutions = await institutionsOf(database.ownerUrl);
  const key = prepareKey(wish.home, institutions.length === 0);
  if (key) return key;
  const urls = urlsOf(wish, database, roleUrls(database.ownerUrl, passwords));
  const services = await startPrograms(wish, urls, log, undo);
  if (isRefused(services)) return services;
  const databaseEnded = database.ended.then(() => databaseGone(wish.home));
  return { urls, database, institutions, failed: Promise.race([services.failed, databaseEnded]) };
}

/** The institutions of a migrated database. */
export async function institutionsOf(ownerUrl: string): Promise<readonly Institution[]> {
  const ledger = openLedger({ url: ownerUrl, applicationName: 'mouding-launcher', max: 1 });
  try {
    return await ledger.institutions();
  } finally {
    await ledger.close();
  }
}

// A new key for a database that has sealed bodies would look well and open none of them.
function prepareKey(home: string, isEmpty: boolean): Refused | undefined {
  const file = keyFileOf(home);
  if (existsSync(file)) return undefined;
  if (isEmpty) {
    createKeyFile(file);
    return undefined;
  }
  return refuse(
    `密钥文件 ${file} 不见了，没有它数据库中加密的姓名和意见打不开。请从备份恢复该文件后再启动。`,
    `The key file ${file} is gone; without it the sealed names and opinions in the database cannot be opened. Restore it from a backup and start again.`,
  );
}

// Side by side, since none waits for another; all are stopped again if one of them refuses.
async function startPrograms(
  wish: SystemWish,
  urls: SystemUrls,
  log: string,
  undo: Undo,
): Promise<Supervision | Refused> {
  const { apiPort, auditPort, mail, demoDoor } = wish;
  const mailed = { ...(mail ? { mail } : {}), ...(demoDoor === undefined ? {} : { demoDoor }) };
  const signer = {
    folder: signerFolderOf(wish.home),
    port: await freePort(),
    token: signerToken(secretOf(wish.home)),
  };
  const { roleUrls: roles, keyFile } = urls;
  const receiptKey = receiptKeyOf(wish.home);
  if (!existsSync(receiptKey)) createSigningKey(receiptKey);
  const wanted = programs({ urls: roles, keyFile, log, apiPort, auditPort, signer, receiptKey, ...mailed });
  const all: readonly ServiceWish[] = Object.values(wanted);
  const started = await Promise.all(all.map((program) => startOne(program, wish.abort)));
  const kept = started.filter((one): one is Kept => !isRefused(one));
  const refused = started.find((one) => isRefused(one));
  const announce = (): void => writeRunFile(wish.home, announcementOf(wish, urls), supervision.pids());
  const supervision = supervise(kept, (words) => wish.out.progress(words), announce);
  undo.push(() => supervision.stop());
  if (refused) return refused;
  announce();
  return supervision;
}

async function startOne(program: ServiceWish, abort: AbortSignal): Promise<Kept | Refused> {
  const service = await startService(program, abort);
  return isRefused(service) ? service : { service, restart: (stopping) => startService(program, stopping) };
}

function urlsOf(wish: SystemWish, database: Database, roles: Record<Role, string>): SystemUrls {
  return {
    apiUrl: `http://127.0.0.1:${wish.apiPort}`,
    auditUrl: `http://127.0.0.1:${wish.auditPort}`,
    ...(wish.mail?.inbox ? { inboxUrl: `http://127.0.0.1:${wish.mail.inbox.pagePort}` } : {}),
    ownerUrl: database.ownerUrl,
    roleUrls: roles,
    keyFile: keyFileOf(wish.home),
  };
}

/** The file with the key that wraps the data keys of a home folder. */
export function keyFileOf(home: string): string {
  return join(home, 'key');
}

/** The private key that signs receipts of a home folder; never that of the signer. */
export function receiptKeyOf(home: string): string {
  return join(home, 'receipt-key.pem');
}

/** The folder of the signer: its key, and its record of what it signed. */
export function signerFolderOf(home: string): string {
  return join(home, 'signer');
}

function announcementOf(wish: SystemWish, urls: SystemUrls): Parameters<typeof writeRunFile>[1] {
  const { apiUrl, auditUrl, inboxUrl, ownerUrl: databaseUrl } = urls;
  return { apiUrl, auditUrl, ...(inboxUrl ? { inboxUrl } : {}), databaseUrl, command: wish.command };
}

function isHeld(home: string, holder: number): Refused {
  const run = runningIn(home);
  if (run?.command === 'start') {
    return refuse(
      `谋定已在运行（进程 ${holder}）：${run.apiUrl}。要重新启动，请先在原来的终端按 Ctrl-C。`,
      `Mouding is running already (process ${holder}): ${run.apiUrl}. To start it again, press Ctrl-C in its terminal first.`,
    );
  }
  return refuse(
    `进程 ${holder} 正在使用 ${home}。请等它结束后再试。`,
    `Process ${holder} is using ${home}. Wait until it has ended and try again.`,
  );
}

function rolesRefused(passwords: string, reason: string): Refused {
  return refuse(
    `DATABASE_URL 的用户无权建立数据库角色。请让数据库管理员在该数据库中执行一次 docker/roles.sql，再执行 ${passwords}（其中是各角色的口令），然后重新启动。`,
    `${reason} Let an administrator run docker/roles.sql in this database once, then ${passwords}, which holds the passwords of the roles, and start again.`,
  );
}

function databaseGone(home: string): Refused {
  return refuse(
    `数据库意外结束，全部停止。原因见 ${join(home, 'log', 'postgres.log')}；数据仍在，可以重新启动。`,
    `The database ended unexpectedly, so everything was stopped. The reason is in ${join(home, 'log', 'postgres.log')}; the data is still there, start again.`,
  );
}
