const FIRST_MS = 30_000;
/** No message waits longer than this for its next attempt. */
export const LONGEST_MS = 30 * 60_000;
/** A server that is away is looked for this often at least: what waits for it then goes out soon after it is back. */
export const LONGEST_AWAY_MS = 5 * 60_000;

/**
 * Milliseconds until the next attempt: doubling from half a minute, with half of it left to chance so that what failed
 * together does not come back together.
 *
 * @param attempts attempts that failed so far, at least 1
 * @param chance from 0 to 1, drawn by the caller
 * @param longest the cap in milliseconds
 */
export const backOff = (attempts: number, chance: number, longest: number = LONGEST_MS): number =>
  Math.round(Math.min(longest, FIRST_MS * 2 ** Math.min(attempts - 1, 20)) * (0.5 + chance / 2));
