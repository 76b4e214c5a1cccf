import { sweep } from '@mouding/shell';
import type { Round } from './round.ts';

/** Looks once a second for deadlines whose law time has come, in every institution, and gives their commands. */
export const sweeping: Round = {
  everyMs: 1_000,
  waiting: 'the sweep waits for the database',
  async run(means, log) {
    for (const institution of await means.ledger.dueInstitutions()) {
      const { done, failed } = await sweep(means, institution);
      if (done > 0) log.info({ institution, done }, 'deadlines fell due');
      for (const { deadline, error } of failed)
        log.error({ institution, deadline, err: error }, 'a deadline stays due');
    }
  },
};
