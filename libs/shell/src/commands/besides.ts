import { knownFrom, mustChangeFirst, parseStream } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import type { Attempt } from './attempt.ts';
import type { Decided } from './writing.ts';

/**
 * What goes beside the log in the same transaction: a clock that was moved moves; a person who was registered gets a
 * name, a login and the password's hash, none of which the log may hold; an account that was acted on changes.
 *
 * @throws ProblemError login-taken, conflict
 */
export async function writeBesides(trial: Attempt, { facts }: Decided): Promise<void> {
  for (const { stream, fact } of facts) await BESIDES[fact.type]?.(trial, parseStream(stream).id, fact.data);
}

type Besides = (trial: Attempt, id: string, data: object) => Promise<void>;

const BESIDES: { readonly [type: string]: Besides } = {
  ClockMoved: async ({ tx }, _, data) => void (await tx.moveClock((data as { to: string }).to)),
  PersonRegistered: register,
  PasswordReset: (trial, person) => trial.tx.accounts.resetPassword(person, secretOf(trial)),
  AccountUnlocked: ({ tx }, person) => tx.accounts.unlock(person),
  AccountDeactivated: ({ tx }, person) => tx.accounts.setActive(person, false),
  AccountReactivated: ({ tx }, person) => tx.accounts.setActive(person, true),
  SecondFactorReset: ({ tx }, person) => tx.accounts.forgetSecondFactor(person),
  PersonErased: ({ tx }, person) => tx.accounts.erase(person),
};

async function register(trial: Attempt, person: string): Promise<void> {
  const { tx, asking, world } = trial;
  const { name, login } = asking.body as { name: string; login: string };
  const oneTime = mustChangeFirst(knownFrom(world.loaded).org);
  const account = await tx.register({ person, login, secret: secretOf(trial), name, oneTime });
  if (account === 'login-taken') throw new ProblemError('login-taken');
}

/** Leave that came after it was looked for first: whoever asks again is heard. */
function secretOf({ target: { secret } }: Attempt): string {
  if (secret === null) throw new ProblemError('conflict', { retryAfter: 1 });
  return secret;
}
