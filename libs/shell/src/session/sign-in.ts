import type { SignIn } from '@mouding/contract';
import type { Ledger } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { passwordFits } from './password.ts';
import { SESSION_SECONDS } from './session-guard.ts';
import type { SignInDelay } from './sign-in-delay.ts';

/**
 * Signs a person in under a new session. An unknown institution, an unknown login and a wrong password are one answer,
 * after the same work.
 *
 * @throws ProblemError sign-in-failed, too-many
 */
export async function signIn(
  ledger: Ledger,
  delay: SignInDelay,
  body: SignIn,
): Promise<Known & { readonly token: string }> {
  const account = `${body.institution}/${body.login}`;
  const wait = delay.wait(account);
  if (wait > 0) throw new ProblemError('too-many', { retryAfter: wait });
  delay.tried(account);
  const known = await recognise(ledger, body);
  if (!known) throw new ProblemError('sign-in-failed');
  delay.succeeded(account);
  const { token } = await ledger.sessions.create(known.institution, known.person, SESSION_SECONDS);
  return { ...known, token };
}

interface Known {
  readonly institution: string;
  readonly person: string;
}

/** Who it is, if the password fits. Both outcomes stand in the access log of the institution. */
async function recognise(
  ledger: Ledger,
  { institution: code, login, password }: SignIn,
): Promise<Known | undefined> {
  const institution = (await ledger.institutions()).find((each) => each.code === code);
  const credential = institution && (await ledger.credentials.find(institution.id, login));
  const fits = await passwordFits(password, credential?.secret);
  if (!institution) return undefined;
  const known = credential && { institution: institution.id, person: credential.person };
  await note(ledger, institution.id, known?.person ?? null, fits);
  return fits ? known : undefined;
}

const note = (ledger: Ledger, institution: string, person: string | null, fits: boolean): Promise<void> =>
  ledger.logAccess(institution, { person, action: fits ? 'sign-in' : 'sign-in-failed', detail: '' });
