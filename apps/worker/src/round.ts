import type { Means } from '@mouding/shell';
import type { Logger } from 'pino';

/** A piece of the worker's work that comes round again and again. */
export interface Round {
  /** The pause between two rounds, milliseconds of real time. */
  readonly everyMs: number;
  /** What the log says when a round fails: what waits for the database now. */
  readonly waiting: string;
  run(means: Means, log: Logger): Promise<unknown>;
}
