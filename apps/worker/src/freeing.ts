import type { Round } from './round.ts';

/** Takes up what a worker that fell was at: its messages would otherwise wait for hours. */
export const freeing: Round = {
  everyMs: 5_000,
  waiting: 'abandoned messages wait for the database',
  async run({ ledger }, log) {
    const freed = await ledger.freeAbandonedJobs();
    if (freed > 0) log.info({ freed }, 'messages of a fallen worker are taken up again');
  },
};
