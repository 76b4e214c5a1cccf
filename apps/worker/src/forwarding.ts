import type { Round } from './round.ts';

const MOST = 500;

/** Hands jobs of the outbox on to the queue, which `Posting` runs. */
export const forwarding: Round = {
  everyMs: 100,
  waiting: 'the outbox waits for the database',
  async run({ ledger }) {
    while ((await ledger.forwardJobs(MOST)) === MOST);
  },
};
