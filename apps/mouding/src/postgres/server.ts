import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from '../log-file.ts';
import type { Refused } from '../words.ts';
import { runAs, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { cleanEnvironment } from './initdb.ts';
import { readPidFile, signalFor, type StopMode } from './pid-file.ts';
import { explain } from './trouble.ts';

/** A running database server. */
export interface Server {
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Stops it and resolves when it is gone. */
  stop(mode: StopMode): Promise<void>;
}

/** What a server is started with. */
export interface ServerWish {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly data: string;
  readonly port: number;
  /** The file its messages are added to. */
  readonly log: string;
  /** False for tests: a power cut may cost data, a killed process does not. */
  readonly durable: boolean;
}

/** Starts a server on 127.0.0.1 and waits until it takes connections. */
export async function startServer(
  wish: ServerWish,
): Promise<Server | Refused | { readonly portTaken: number }> {
  const { sink, begin } = openLog(wish.log);
  const child = launch(wish, sink);
  closeSync(sink);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  if (await becomesReady(wish.data, child, ended)) return asServer(child, ended);
  const complaint = readFileSync(wish.log).subarray(begin).toString('utf8');
  if (/Address already in use|could not bind/.test(complaint)) return { portTaken: wish.port };
  return explain(wish.data, wish.log, complaint);
}

// In a process group of its own: Ctrl-C must reach the services before their database.
function launch(wish: ServerWish, sink: number): ChildProcess {
  const settings = { ...common, ...(wish.durable ? {} : careless), port: wish.port };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(wish.binaries.folder, 'bin', 'postgres'), ['-D', wish.data, ...flags], {
    cwd: '/',
    env: cleanEnvironment(),
    stdio: ['ignore', sink, sink],
    detached: true,
    ...runAs(wish.account),
  });
  child.unref();
  return child;
}

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  // A command takes a lock for each stream that it reads.
  max_locks_per_transaction: 256,
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  cluster_name: 'mouding',
};

const careless = { fsync: 'off', full_page_writes: 'off', max_connections: 300 };

async function becomesReady(data: string, child: ChildProcess, ended: Promise<void>): Promise<boolean> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  // After a crash the server first replays its log, which takes as long as it takes.
  while (!hasEnded) {
    const file = readPidFile(data);
    if (file && file.pid === child.pid && file.status === 'ready') return true;
    await pause(20);
  }
  return false;
}

function asServer(child: ChildProcess, ended: Promise<void>): Server {
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async (mode) => {
      child.ref();
      child.kill(signalFor(mode));
      await ended;
    },
  };
}
