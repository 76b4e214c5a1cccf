import type { Command, Kind } from '@mouding/core';
import { worldNow } from '../reading/world-now.ts';
import { unfitPassword } from '../session/change-password.ts';
import { hashPassword } from '../session/password.ts';
import { passwordFaults } from '../session/password-rules.ts';
import { securityOf } from '../session/security-of.ts';
import type { Asking } from './asking.ts';
import type { Means } from './carry-out.ts';
import { reach } from './reaching.ts';

const SETTING = new Set(['person.register', 'person.reset-password']);

/**
 * The argon2id string of the password that a command sets; null for every other command, and for whoever may not ask it:
 * a hash takes memory and time, which nobody without leave may make us spend. Made before the transaction, since it takes
 * longer than locks should be held; the transaction asks the policy again.
 *
 * @throws ProblemError invalid-body, where the institution's profile does not take the password
 */
export async function secretFor(
  means: Means,
  { institution, verb, person, post, body }: Asking,
  { command, id }: { readonly command: Command<Kind, unknown>; readonly id: string },
): Promise<string | null> {
  if (!SETTING.has(verb)) return null;
  const { leave } = await reach(worldNow(means, institution), { command, id, body, person, post });
  if ('refusal' in leave.permitted) return null;
  const { password, login = await loginOf(means, institution, id) } = body as Sent;
  const faults = passwordFaults((await securityOf(means, institution)).passwords, password, login);
  if (faults.length > 0) throw unfitPassword('/password', faults);
  return hashPassword(password);
}

interface Sent {
  readonly password: string;
  readonly login?: string;
}

const loginOf = async ({ ledger }: Means, institution: string, person: string): Promise<string> =>
  (await ledger.credentials.ofPerson(institution, person))?.login ?? '';
