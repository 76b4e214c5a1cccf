import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds until what is expected has failed to come: a guard, which a loaded machine must not reach. */
const PATIENCE = 90_000;

/**
 * Looks until what is seen equals what is expected. Where it never does, the last look is told.
 *
 * @param expected a value, or one that Jest compares by a rule, as `expect.stringContaining` is
 */
export async function expectEventually(look: () => Promise<unknown>, expected: unknown): Promise<void> {
  for (const latest = Date.now() + PATIENCE; ; await pause(50)) {
    const seen = await look();
    try {
      return expect(seen).toEqual(expected);
    } catch (error) {
      if (Date.now() > latest) throw error;
    }
  }
}
