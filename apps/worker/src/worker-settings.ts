import type { Settings } from '@mouding/shell';

/** Settings that the worker cannot do without are there. */
export type WorkerSettings = Settings & {
  readonly WORKER_DATABASE_URL: string;
  readonly SEQUENCER_DATABASE_URL: string;
  readonly CHECKPOINTER_DATABASE_URL: string;
  readonly KEY_FILE: string;
};
