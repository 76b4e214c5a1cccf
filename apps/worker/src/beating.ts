import type { Round } from './round.ts';

/** Says that the worker works, where api, audit and the doctor look. */
export const beating: Round = {
  everyMs: 5_000,
  waiting: 'the heartbeat waits for the database',
  run: ({ ledger }) => ledger.beat('worker'),
};
