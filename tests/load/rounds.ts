import { processorTime } from './processor-time.ts';
import type { Sample } from './subject.ts';
import type { Running } from './subjects.ts';

/** One of the stores that take turns. */
export interface Turn {
  readonly id: string;
  readonly running: Running;
  /** Processes whose processor time counts besides that of the subject: the database, a server under test. */
  readonly pids: readonly number[];
}

/** Medians of one store at one number of clients. Times in ms, `cpu` in µs per operation, all its processes together. */
export interface Measured {
  readonly id: string;
  readonly clients: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  readonly failed: number;
  readonly trouble: string | null;
  /** Operations per second, round by round: the stores of one round stood side by side. */
  readonly rounds: readonly number[];
}

interface Plan {
  readonly rounds: number;
  readonly ms: number;
  readonly clients: readonly number[];
  /** Clients at once while a subject warms up; few for what takes a second alone. */
  readonly warm?: number;
}

/** Lets the stores take turns: a noisy neighbour then disturbs all of them alike, and the medians of them least. */
export async function takeTurns(turns: readonly Turn[], plan: Plan): Promise<Measured[]> {
  const { rounds, ms, clients } = plan;
  const measured: Measured[] = [];
  await warmUp(turns, plan);
  for (const count of clients) {
    for (const { running } of turns) await running.load({ clients: count, ms: Math.min(300, ms) });
    const samples = new Map<string, Taken[]>(turns.map(({ id }) => [id, []]));
    for (let round = 0; round < rounds; round++)
      for (const turn of turns) samples.get(turn.id)?.push(await take(turn, count, ms));
    for (const [id, taken] of samples) measured.push(summary(id, count, taken));
  }
  return measured;
}

/** A server works for months: what the first seconds of its process cost is not what is measured. */
async function warmUp(turns: readonly Turn[], { ms, warm = 16 }: Plan): Promise<void> {
  for (const { running } of turns) await running.load({ clients: warm, ms: ms * 4 });
}

interface Taken extends Sample {
  /** Microseconds of the other processes. */
  readonly beside: number;
}

async function take({ running, pids }: Turn, clients: number, ms: number): Promise<Taken> {
  const before = pids.map(processorTime);
  const sample = await running.load({ clients, ms });
  const beside = pids.reduce((sum, pid, i) => sum + processorTime(pid) - (before[i] ?? 0), 0);
  return { ...sample, beside };
}

const summary = (id: string, clients: number, taken: readonly Taken[]): Measured => {
  const rounds = taken.map(({ done, ms }) => (done * 1_000) / ms);
  return {
    id,
    clients,
    perSecond: median(rounds),
    p50: median(taken.map(({ p50 }) => p50)),
    p99: median(taken.map(({ p99 }) => p99)),
    cpu: median(taken.map(({ cpu, beside, done }) => (cpu + beside) / Math.max(1, done))),
    failed: taken.reduce((sum, { failed }) => sum + failed, 0),
    trouble: taken.find(({ trouble }) => trouble !== null)?.trouble ?? null,
    rounds,
  };
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
