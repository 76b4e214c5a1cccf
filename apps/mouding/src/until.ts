import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks until there is an answer, for what the worker does in its own time.
 *
 * @throws Error naming what was waited for, after a minute
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const latest = Date.now() + 60_000;
  for (let wait = 20; ; wait = Math.min(500, wait * 1.5)) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (Date.now() > latest) throw new Error(`waited a minute for ${what}`);
    await pause(wait);
  }
}
