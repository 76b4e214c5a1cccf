import type { Ledger } from '@mouding/ledger';

/** The worker says every five seconds that it works; whoever has said nothing for so long does not. */
const LATE_SECONDS = 30;

/** ok: it works · late: it has stopped saying so · unknown: it has never said so here */
export type WorkerHealth = 'ok' | 'late' | 'unknown';

/** Whether the worker works, by its heartbeat. Without it acts go on; order of the log, deadlines and messages wait. */
export async function workerHealth(ledger: Pick<Ledger, 'heartbeats'>): Promise<WorkerHealth> {
  const beats = await ledger.heartbeats();
  const worker = beats.find(({ process }) => process === 'worker');
  if (!worker) return 'unknown';
  return worker.secondsAgo > LATE_SECONDS ? 'late' : 'ok';
}
