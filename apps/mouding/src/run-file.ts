import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { identity, isAlive, tryLock } from '../bin/lock.mjs';

const stored = z.object({
  apiUrl: z.string(),
  auditUrl: z.string(),
  inboxUrl: z.string().optional(),
  databaseUrl: z.string(),
  pid: z.int(),
  /** The launcher with the moment it began, by which a reused pid is told apart. */
  launcher: z.string(),
  /** `start` stays until it is stopped; any other command stops the system when its work is done. */
  command: z.string(),
  /** The services it started, named likewise. */
  processes: z.array(z.string()),
});

/** What a running system tells other commands of the same home folder. */
export type RunFile = z.infer<typeof stored>;
type Announcement = Omit<RunFile, 'pid' | 'launcher' | 'processes'>;

/** The system that runs in the home folder now; undefined when none does. */
export function runningIn(home: string): RunFile | undefined {
  const run = readRunFile(home);
  return run && isAlive(run.launcher) ? run : undefined;
}

/** Reads what the last system wrote, whether it still runs or not. */
export function readRunFile(home: string): RunFile | undefined {
  try {
    const parsed = stored.safeParse(JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes it, readable by its owner alone since the database's password is in it. */
export function writeRunFile(home: string, run: Announcement, pids: readonly number[]): void {
  const file = join(home, 'run.json');
  const launcher = identity(process.pid);
  const content: RunFile = {
    ...run,
    pid: process.pid,
    launcher,
    processes: pids.map(identity).filter(Boolean),
  };
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** One system at a time in a home folder: the lock, or the pid of who holds it. */
export function holdHome(home: string): { release: () => void } | { holder: number } {
  const lock = tryLock(join(home, 'run.lock'));
  if ('holder' in lock) return lock;
  return {
    release: () => {
      rmSync(join(home, 'run.json'), { force: true });
      lock.release();
    },
  };
}

/** Ends what a killed launcher left behind. The caller holds the home folder. */
export async function endLeftovers(home: string): Promise<void> {
  const left = (readRunFile(home)?.processes ?? []).filter(isAlive);
  for (const process of left) signal(process, 'SIGTERM');
  const latest = Date.now() + 10_000;
  while (left.some(isAlive)) {
    if (Date.now() > latest) for (const process of left) signal(process, 'SIGKILL');
    await pause(50);
  }
  rmSync(join(home, 'run.json'), { force: true });
}

function signal(holder: string, name: 'SIGTERM' | 'SIGKILL'): void {
  if (isAlive(holder)) process.kill(Number.parseInt(holder, 10), name);
}
