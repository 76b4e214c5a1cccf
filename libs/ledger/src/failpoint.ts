/** Places where a kill test may end the process. A name stays once a test uses it. */
export const FAILPOINTS = [
  'lock.after',
  'commit.before',
  'commit.after',
  'sequencer.before',
  'sequencer.after',
  'checkpoint.before-sign',
  'checkpoint.after-sign',
  'checkpoint.after-publish',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

const hits = new Map<string, number>();

/**
 * Ends this process at once, without any clean-up, when FAILPOINT is `name@n` and this is the n-th time here.
 * Only in tests (NODE_ENV=test); does nothing otherwise.
 */
export function failpoint(name: Failpoint): void {
  const wanted = process.env['FAILPOINT'];
  if (!wanted || process.env['NODE_ENV'] !== 'test') return;
  const hit = (hits.get(name) ?? 0) + 1;
  hits.set(name, hit);
  if (wanted === `${name}@${hit}`) process.kill(process.pid, 'SIGKILL');
}
