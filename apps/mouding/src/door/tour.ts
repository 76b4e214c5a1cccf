import type { DemoTour } from '@mouding/contract';
import type { DemoAccount } from '../demo/accounts.ts';
import { mainStory } from './main-story.ts';
import { restOf } from './rest.ts';
import { visitsOf } from './visits.ts';

/** What the door of the demo answers with. */
export interface Tour {
  now(): Promise<DemoTour>;
  play(): void;
  stop(): void;
}

/** Before the demo is there. */
export const SEEDING: DemoTour = {
  standing: 'seeding',
  visits: [],
  cases: [],
  play: { standing: 'ready', case: null, steps: [], why: null },
};

/** The tour of a demo that is there. */
export function tourOf(api: string, accounts: readonly DemoAccount[]): Tour {
  const visits = visitsOf(api, accounts);
  const rest = restOf(() => mainStory(api));
  return {
    play: () => rest.play(),
    stop: () => rest.stop(),
    now: async () => ({
      standing: 'open',
      ...(await visits.now()),
      play: rest.standing(),
    }),
  };
}
