import { streamName } from '@mouding/core';
import type { Foreseen } from '@mouding/ledger';
import type { StateCache } from '../reading/state-cache.ts';
import { World, type Source } from '../reading/world.ts';
import type { Asking } from './asking.ts';
import type { Target } from './carry-out.ts';
import { reach } from './reaching.ts';

/** Thrown when the cache does not have what a guess would need. */
class NotKept extends Error {}

/**
 * The streams and texts that a command will need, as far as the states that were kept tell: locked and read with the
 * opening, they spare a round trip each. Only a guess: once they are locked everything is looked at again. Nothing when
 * something is not kept.
 */
export async function guessNeeds(cache: StateCache, asking: Asking, target: Target): Promise<Foreseen> {
  const { institution, body, person, post, id } = asking;
  const { command } = target;
  const fresh = id === null ? streamName(command.on, target.id) : null;
  const world = new World(institution, keptSource(cache, institution, fresh), cache);
  try {
    const { streams } = await reach(world, { command, id: target.id, body, person, post });
    const locks = [...streams].map(([name, mode]) => ({ name, mode }));
    return { locks, texts: person === null ? [] : [...world.loaded.texts.keys()] };
  } catch (error) {
    // A text is only counted on to be there: a procedure that was not kept cannot be read from it.
    if (error instanceof NotKept || error instanceof SyntaxError) return { locks: [], texts: [] };
    throw error;
  }
}

/** The cache as a source: every stream stands where it was seen last, and only the one about to be made is absent. */
function keptSource(cache: StateCache, institution: string, fresh: string | null): Source {
  const never = (): never => {
    throw new NotKept();
  };
  return {
    held: (stream) =>
      stream === fresh || cache.has(institution, stream) ? cache.state(institution, stream) : never(),
    entries: never,
    text: () => Promise.resolve(''),
    definition: never,
  };
}
