import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from '../log-file.ts';
import { refuse, type Refused } from '../words.ts';

/** One of the programs, running. */
export interface Service {
  readonly name: string;
  readonly pid: number;
  /** Resolves with its exit code or signal when it has ended, for whatever reason. */
  readonly ended: Promise<string>;
  /** Asks it to end, kills it after ten seconds, and resolves when it is gone. */
  stop(): Promise<void>;
}

/** What a service is started with. */
export interface ServiceWish {
  readonly name: string;
  /** The file that Node runs, absolute. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  /** The file its output is added to. */
  readonly log: string;
  /** Answers 200 when the service is ready; without one, the service says `ready` on stdout or over its channel. */
  readonly readyUrl?: string;
}

const patience = 60_000;
const grace = 10_000;

/** Starts a service and waits until it is ready. */
export async function startService(wish: ServiceWish, abort?: AbortSignal): Promise<Service | Refused> {
  const { sink, begin } = openLog(wish.log);
  const child = spawn(process.execPath, ['--enable-source-maps', wish.entry], {
    cwd: '/',
    env: { ...wish.env },
    stdio: ['ignore', sink, sink, 'ipc'],
    // In a process group of its own: Ctrl-C reaches the launcher alone, which stops everything in its order.
    detached: true,
  });
  closeSync(sink);
  const service = asService(wish.name, child);
  const written = (): string => readFileSync(wish.log).subarray(begin).toString('utf8');
  const state = await becomesReady(wish, child, service, written, abort);
  if (state === 'ready') return service;
  await service.stop();
  return notReady(wish, state, written());
}

function asService(name: string, child: ChildProcess): Service {
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
    child.once('error', (error) => resolve(error.message));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), grace);
    await ended;
    clearTimeout(kill);
  };
  return { name, pid: child.pid ?? 0, ended, stop };
}

async function becomesReady(
  wish: ServiceWish,
  child: ChildProcess,
  service: Service,
  written: () => string,
  abort: AbortSignal | undefined,
): Promise<'ready' | 'ended' | 'late' | 'aborted'> {
  let hasEnded = false;
  let hasSaidSo = false;
  void service.ended.then(() => (hasEnded = true));
  child.once('message', () => (hasSaidSo = true));
  for (const latest = Date.now() + patience; Date.now() < latest; await pause(50)) {
    if (abort?.aborted) return 'aborted';
    if (hasEnded) return 'ended';
    const isReady = wish.readyUrl ? await answers(wish.readyUrl) : hasSaidSo || /\bready\b/.test(written());
    if (isReady) return 'ready';
  }
  return 'late';
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function notReady(wish: ServiceWish, state: 'ended' | 'late' | 'aborted', written: string): Refused {
  if (state === 'aborted') return refuse('已按要求停止。', 'Stopped as asked.');
  const last = written.trim().split('\n').slice(-8).join('\n');
  const [zh, en] =
    state === 'ended'
      ? ['启动后随即退出', 'ended at once']
      : ['一分钟内没有就绪', 'was not ready within a minute'];
  return refuse(
    `服务 ${wish.name} ${zh}。它最后写的内容（全文见 ${wish.log}）：\n${last}`,
    `The service ${wish.name} ${en}. Its last words are above, all of them in ${wish.log}.`,
  );
}
