import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort, isFree } from '../port.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import { accountFor, mayEnter, type Account } from './account.ts';
import { binariesFor, sharedFolder, type Binaries } from './binaries.ts';
import { readRecord, writeRecord, type ClusterRecord } from './cluster-record.ts';
import { createData, ownerName } from './initdb.ts';
import { endServerOf } from './pid-file.ts';
import { startServer, type Server } from './server.ts';
import { inspect } from './trouble.ts';

/** The database that the project brings along, running. */
export interface Cluster extends Server {
  /** How its owner reaches it: `postgres://mouding:…@127.0.0.1:<port>/mouding`. */
  readonly ownerUrl: string;
  readonly port: number;
  readonly data: string;
  /** Whether the data folder was made just now. */
  readonly isNew: boolean;
}

/** Where a cluster lives and how careful it is. */
export interface ClusterWish {
  /** Holds its record (port, password), its log, and the data where the server's account may enter. */
  readonly home: string;
  /** False for tests. */
  readonly durable: boolean;
}

/**
 * Starts the database of a home folder, which is made at its first start. A server that was left behind by a killed
 * launcher is ended first; the caller holds the lock that keeps two launchers apart.
 */
export async function openCluster(wish: ClusterWish): Promise<Cluster | Refused> {
  mkdirSync(join(wish.home, 'log'), { recursive: true });
  const place = prepare(wish.home);
  if (isRefused(place)) return place;
  const { record, account, binaries } = place;
  const state = inspect(record.data, dirname(record.data), binaries.major);
  if (typeof state === 'object') return state;
  if (state === 'new') {
    // Before the data: a password that was not yet written down would make them unreadable.
    writeRecord(wish.home, record);
    const failure = await createData({
      ...place,
      data: record.data,
      password: record.password,
      durable: wish.durable,
    });
    if (failure) return failure;
  }
  await endServerOf(record.data, 'fast');
  return start(wish, record, account, binaries, state === 'new');
}

interface Place {
  readonly record: ClusterRecord;
  readonly account: Account;
  readonly binaries: Binaries;
}

function prepare(home: string): Place | Refused {
  const known = readRecord(home);
  if (known && isRefused(known)) return known;
  const account = accountFor(known?.data ?? join(home, 'pg'));
  return isRefused(account) ? account : placeFor(home, known, account);
}

function placeFor(home: string, known: ClusterRecord | undefined, account: Account): Place | Refused {
  const binaries = binariesFor(account);
  if (isRefused(binaries)) return binaries;
  const record = known ?? newRecord(home, account);
  return isRefused(record) ? record : { record, account, binaries };
}

function newRecord(home: string, account: Account): ClusterRecord | Refused {
  const data = chooseData(home, account);
  if (typeof data !== 'string') return data;
  return { data, port: 0, password: randomBytes(24).toString('base64url') };
}

// A clone under /root cannot be entered by the server's account; its data then lies beside the programs copied for it.
function chooseData(home: string, account: Account): string | Refused {
  if (mayEnter(account, home)) return join(home, 'pg');
  const folder = join(sharedFolder, createHash('sha256').update(home).digest('hex').slice(0, 16));
  try {
    mkdirSync(folder, { recursive: true });
    for (const path of [sharedFolder, folder]) chmodSync(path, 0o755);
  } catch (error) {
    return cannotPlace(home, folder, error);
  }
  return uniqueData(folder);
}

// The record of an earlier clone at this path is gone, its data is not: it is kept and a new folder begun beside it.
function uniqueData(folder: string): string {
  for (let number = 1; ; number += 1) {
    const data = join(folder, number === 1 ? 'pg' : `pg-${number}`);
    if (!existsSync(data)) return data;
  }
}

function cannotPlace(home: string, folder: string, error: unknown): Refused {
  const reason = error instanceof Error ? error.message : String(error);
  return refuse(
    `数据库用户不能进入 ${home}，也不能建立 ${folder}（${reason}）。请把项目放到其他用户可以进入的位置，或以普通用户运行。`,
    `The database's user may not enter ${home}, and ${folder} could not be made (${reason}). Put the project where other users may enter, or run as an ordinary user.`,
  );
}

async function start(
  wish: ClusterWish,
  record: ClusterRecord,
  account: Account,
  binaries: Binaries,
  isNew: boolean,
): Promise<Cluster | Refused> {
  const log = join(wish.home, 'log', 'postgres.log');
  let port = record.port;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (port === 0 || !(await isFree(port))) port = await freePort();
    writeRecord(wish.home, { ...record, port });
    const server = await startServer({
      binaries,
      account,
      data: record.data,
      port,
      log,
      durable: wish.durable,
    });
    if (isRefused(server)) return server;
    if ('pid' in server)
      return { ...server, port, data: record.data, isNew, ownerUrl: urlOf(record.password, port) };
    port = 0;
  }
  return refuse(
    '本机 127.0.0.1 上找不到空闲端口给数据库使用。请关闭一些程序后再试。',
    'No free port was found on 127.0.0.1 for the database. Close some programs and try again.',
  );
}

function urlOf(password: string, port: number): string {
  return `postgres://${ownerName}:${password}@127.0.0.1:${port}/${ownerName}`;
}
