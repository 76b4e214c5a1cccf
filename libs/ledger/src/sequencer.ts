import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { failpoint } from './failpoint.ts';
import { assertOrderIsCausal } from './causal-order.ts';

export interface SequencerOptions {
  /** The address of the sequencer's role. */
  readonly url: string;
  /** Ends it between two batches. */
  readonly signal: AbortSignal;
  /** Called after each batch that gave indexes, with their number. */
  onBatch?(n: number): void;
  /** Called when the database failed; it goes on as soon as the database answers again. */
  onTrouble?(error: unknown): void;
}

const LIMIT = 5_000;
const IDLE_MS = 50;
const IDLEST_MS = 200;
const TROUBLE_MS = 500;

/**
 * Gives every committed entry its place in the log of its institution, until the signal. Any number may run: one is
 * at work at a time and takes over where another fell, in the same transaction that tells the database so.
 *
 * @throws when the order would not be causal (see {@link assertOrderIsCausal})
 */
export async function runSequencer({ url, signal, onBatch, onTrouble }: SequencerOptions): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: url, application_name: 'mouding-sequencer' });
    client.on('error', () => {});
    try {
      await client.connect();
      await assertOrderIsCausal(client);
      await sequenceWhile(client, signal, onBatch);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) && !isConnectionTrouble(error)) throw error;
      onTrouble?.(error);
      await idle(TROUBLE_MS, signal);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function sequenceWhile(
  client: pg.Client,
  signal: AbortSignal,
  onBatch: SequencerOptions['onBatch'],
): Promise<void> {
  let wait = IDLE_MS;
  while (!signal.aborted) {
    const taken = await sequenceBatch(client);
    if (taken > 0) onBatch?.(taken);
    if (taken === LIMIT) continue;
    wait = taken > 0 ? IDLE_MS : Math.min(wait * 1.5, IDLEST_MS);
    await idle(wait, signal);
  }
}

/** One batch: answers how many entries got an index; 0 too when another sequencer is at work. */
export async function sequenceBatch(client: pg.Client, limit = LIMIT): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<{ taken: number }>({
    name: 'sequence',
    text: 'select ledger.sequence($1)::int as taken',
    values: [limit],
  });
  failpoint('sequencer.before');
  await client.query('commit');
  failpoint('sequencer.after');
  return Math.max(0, rows[0]?.taken ?? 0);
}

const idle = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => {});

function isConnectionTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) || /connection|terminated|timeout/i.test(error.message);
}
