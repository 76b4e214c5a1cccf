import type { Ledger } from '@mouding/ledger';
import type { StateCache } from './state-cache.ts';
import { World, type Source } from './world.ts';

/** What stands in the ledger now, outside of any transaction. It has no originals. */
export const standingIn = (ledger: Ledger, institution: string): Source => ({
  entries: (stream, after) => ledger.entries(institution, stream, after),
  text: (key) => ledger.text(institution, key),
  heads: (streams) => ledger.heads(institution, streams),
});

interface Kept {
  readonly ledger: Ledger;
  readonly cache: StateCache;
}

/** A world of its own that reads it. */
export const worldNow = ({ ledger, cache }: Kept, institution: string): World =>
  new World(institution, standingIn(ledger, institution), cache);
