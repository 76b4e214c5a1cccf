import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 180_000;

/**
 * Looks until there is an answer, for what the worker does in its own time.
 *
 * @throws Error naming what was waited for, after three minutes: a guard, not a measure
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const latest = Date.now() + PATIENCE_MS;
  for (let wait = 20; ; wait = Math.min(500, wait * 1.5)) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (Date.now() > latest) throw new Error(`waited three minutes for ${what}`);
    await pause(wait);
  }
}
