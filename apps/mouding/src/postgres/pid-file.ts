import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identity, isAlive } from '../../bin/lock.mjs';

/** What a server writes about itself into its data folder. */
export interface PidFile {
  readonly pid: number;
  /** `starting`, `ready`, `stopping`, or `standby`. */
  readonly status: string;
}

/** How a server is to end: after the sessions were told, or at once as in a power cut. */
export type StopMode = 'fast' | 'immediate';

/** @returns undefined when no server wrote one, or not yet a whole one */
export function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/**
 * Ends the server of the data folder, whoever started it, and waits until it is gone. A pid file whose process is
 * another program, because the machine was restarted and gave the number away, is removed.
 * @returns whether there was a server
 */
export async function endServerOf(data: string, mode: StopMode): Promise<boolean> {
  const file = readPidFile(data);
  const server = file ? identity(file.pid) : '';
  if (!file || server === '') return false;
  if (!isServerOf(data, file.pid)) {
    rmSync(join(data, 'postmaster.pid'), { force: true });
    return false;
  }
  process.kill(file.pid, signalFor(mode));
  const patience = Date.now() + 30_000;
  while (isAlive(server)) {
    if (Date.now() > patience) process.kill(file.pid, signalFor('immediate'));
    await pause(25);
  }
  return true;
}

/** The signal by which PostgreSQL is asked to stop in this way. */
export function signalFor(mode: StopMode): 'SIGINT' | 'SIGQUIT' {
  return mode === 'fast' ? 'SIGINT' : 'SIGQUIT';
}

// A server works in its data folder. Where the system does not show that, the pid file is believed.
function isServerOf(data: string, pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}
