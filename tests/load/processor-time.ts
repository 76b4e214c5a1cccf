import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds per tick of /proc/<pid>/stat. */
const TICK = 10_000;

/**
 * Microseconds of processor time that a process and all below it have used since they began, ended ones included.
 * Zero where there is no /proc: figures per operation then hold the clients only.
 */
export function processorTime(pid: number): number {
  const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
  const below = (parent: number): number =>
    stats
      .filter((stat) => stat.parent === parent)
      .reduce((sum, stat) => sum + stat.own + stat.ended + below(stat.pid), 0);
  const root = stats.find((stat) => stat.pid === pid);
  return root ? root.own + root.ended + below(pid) : 0;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended and were waited for. */
  readonly ended: number;
}

// A process may end between listing and reading.
function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = (from: number): number => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) * TICK;
    return { pid: Number(pid), parent: fields[1] ?? 0, own: ticks(11), ended: ticks(13) };
  } catch {
    return undefined;
  }
}

/** Whether {@link processorTime} knows anything on this machine. */
export const knowsProcessorTime = process.platform === 'linux';
