import { forgetTokens, releaseDue } from '@mouding/shell';
import type { Round } from './round.ts';

/** Records the unsigned opinions of a day once it is over, and forgets tokens once their consultation is, everywhere. */
export const releasing: Round = {
  everyMs: 5_000,
  waiting: 'unsigned opinions wait for the database',
  async run(means) {
    await releaseDue(means);
    await forgetTokens(means);
  },
};
