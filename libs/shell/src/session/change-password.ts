import type { PasswordChange } from '@mouding/contract';
import type { Said } from '@mouding/core';
import type { Credential, Ledger } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { hashPassword, passwordFits } from './password.ts';
import { passwordFaults, PROFILES } from './password-rules.ts';
import { securityOf } from './security-of.ts';
import type { SessionRules } from './session-rules.ts';
import { begin, trailRule, type Origin, type SignedIn } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

const USED: Said = {
  zh: '不得与现在或最近用过的口令相同',
  en: 'must differ from the present password and the last ones',
};

/**
 * 修改口令. Every session of the person ends, the one that asked included; a new one begins. Guessing the present
 * password is delayed like guessing at the door.
 *
 * @throws ProblemError too-many, password-wrong, invalid-body
 */
export async function changePassword(
  means: Means,
  rules: SessionRules,
  who: Visitor,
  body: PasswordChange,
  origin: Origin,
): Promise<SignedIn> {
  const { ledger } = means;
  const { institution, person } = who;
  const credential = await confirmPassword(means, who, body.current, origin);
  const { passwords } = await securityOf(means, institution);
  const faults = passwordFaults(passwords, body.next, credential.login);
  if (faults.length > 0) throw unfitPassword('/next', faults);
  const former = await ledger.credentials.former(institution, person);
  const secrets = [credential.secret, ...former.slice(0, PROFILES[passwords].former)];
  if (await isAmong(secrets, body.next)) throw unfitPassword('/next', [USED]);
  await ledger.credentials.change(institution, person, await hashPassword(body.next));
  await ledger.sessions.endOthers(institution, person, null);
  await ledger.logAccess(institution, { person, action: 'password-changed', detail: '' });
  return begin(ledger, rules, { institution, person, limited: false }, origin);
}

/** The problem of a password that the profile does not take. */
export const unfitPassword = (pointer: string, faults: readonly Said[]): ProblemError =>
  new ProblemError('invalid-body', { errors: faults.map((said) => ({ pointer, said })) });

/**
 * Whoever sits at an open session must know the password before the account changes.
 * @throws ProblemError too-many, password-wrong
 */
export async function confirmPassword(
  means: Means,
  { institution, person }: Pick<Visitor, 'institution' | 'person'>,
  password: string,
  { address }: Pick<Origin, 'address'>,
): Promise<Credential> {
  const { ledger } = means;
  const credential = await ledger.credentials.ofPerson(institution, person);
  if (!credential) throw new ProblemError('password-wrong');
  const code = await codeOf(ledger, institution);
  const trail = { institution: code, login: credential.login, address };
  const wait = await ledger.trails.attempt(trail, trailRule(await securityOf(means, institution)));
  if (wait > 0) throw new ProblemError('too-many', { retryAfter: wait });
  if (!(await passwordFits(password, credential.secret))) throw new ProblemError('password-wrong');
  await ledger.trails.succeeded(trail);
  return credential;
}

const codeOf = async (ledger: Ledger, institution: string): Promise<string> =>
  (await ledger.institutions()).find(({ id }) => id === institution)?.code ?? '';

async function isAmong(secrets: readonly string[], password: string): Promise<boolean> {
  for (const secret of secrets) if (await passwordFits(password, secret)) return true;
  return false;
}
