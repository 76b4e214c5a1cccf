import { ProblemError } from '../problem/problem-error.ts';
import type { Attempt } from './attempt.ts';
import type { Decided } from './writing.ts';

/**
 * What goes beside the log in the same transaction: a clock that was moved moves; a person who was registered gets a
 * name, a login and the password's hash, none of which the log may hold.
 *
 * @throws ProblemError login-taken
 */
export async function writeBesides({ tx, asking, target }: Attempt, { facts }: Decided): Promise<void> {
  const moved = facts.find(({ fact }) => fact.type === 'ClockMoved')?.fact.data as
    { readonly to: string } | undefined;
  if (moved) await tx.moveClock(moved.to);
  if (target.secret === null) return;
  const { name, login } = asking.body as { name: string; login: string };
  const account = await tx.register({ person: target.id, login, secret: target.secret, name });
  if (account === 'login-taken') throw new ProblemError('login-taken');
}
