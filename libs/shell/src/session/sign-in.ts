import type { SignIn } from '@mouding/contract';
import { SECURITY } from '@mouding/core';
import type { Credential, Institution, Ledger, Trail, TrailRule } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { passwordFits } from './password.ts';
import { PROFILES } from './password-rules.ts';
import { securityOf, type SecurityNow } from './security-of.ts';
import type { SessionRules } from './session-rules.ts';

/** Where a request to sign in comes from. */
export interface Origin {
  readonly address: string;
  /** The browser, as it says. */
  readonly agent: string;
  /** The session that the request carried: it ends, whoever signs in. */
  readonly token: string | undefined;
}

/** A person who has just signed in. */
export interface SignedIn {
  readonly institution: string;
  readonly person: string;
  readonly token: string;
  readonly limited: boolean;
}

const FREE = 5;
/** A whole hospital may come from the one address of its proxy. */
const FROM_ADDRESS = 300;

/**
 * ASVS: a delay that doubles, so that nobody is locked out by somebody else; 等保: locked for half an hour, or until the
 * administrator unlocks.
 * @source GB/T 22239-2019 8.1.4.1 b（限制非法登录次数）; OWASP ASVS 5.0.0 V6.3.1
 */
const TRAIL_RULES: { readonly [P in SecurityNow['passwords']]: TrailRule } = {
  asvs: { free: FREE, firstWait: 30, factor: 2, longest: 900, fromAddress: FROM_ADDRESS },
  dengbao: { free: FREE, firstWait: 1800, factor: 1, longest: 1800, fromAddress: FROM_ADDRESS },
};

/** How failures of a login count in an institution. */
export const trailRule = ({ passwords }: Pick<SecurityNow, 'passwords'>): TrailRule => TRAIL_RULES[passwords];

/**
 * Signs a person in under a new session. An unknown institution, an unknown login, an account that is out of use and a
 * wrong password are one answer after the same work: the delay counts all of them alike, and a hash is computed for each.
 *
 * @throws ProblemError sign-in-failed, too-many
 */
export async function signIn(
  means: Means,
  rules: SessionRules,
  body: SignIn,
  origin: Origin,
): Promise<SignedIn> {
  const { ledger } = means;
  const institution = (await ledger.institutions()).find(({ code }) => code === body.institution);
  const security = institution ? await securityOf(means, institution.id) : SECURITY;
  const trail: Trail = { institution: body.institution, login: body.login, address: origin.address };
  const wait = await ledger.trails.attempt(trail, trailRule(security));
  if (wait > 0) throw new ProblemError('too-many', { retryAfter: wait });
  const credential = await recognise(ledger, institution, body);
  if (!institution || !credential) throw new ProblemError('sign-in-failed');
  await ledger.trails.succeeded(trail);
  if (origin.token !== undefined) await ledger.sessions.end(origin.token);
  const limited = credential.oneTime || isOutdated(security, credential);
  return begin(ledger, rules, { institution: institution.id, person: credential.person, limited }, origin);
}

const isOutdated = ({ passwords }: Pick<SecurityNow, 'passwords'>, { days }: Credential): boolean => {
  const most = PROFILES[passwords].days;
  return most !== null && days > most;
};

/** Who it is, if the password fits. Both outcomes stand in the access log of the institution. */
async function recognise(
  ledger: Ledger,
  institution: Institution | undefined,
  { login, password }: SignIn,
): Promise<Credential | undefined> {
  const credential = institution && (await ledger.credentials.find(institution.id, login));
  const fits = await passwordFits(password, credential?.secret);
  const known = fits && credential?.active ? credential : undefined;
  if (institution) await note(ledger, institution.id, credential, known !== undefined);
  return known;
}

const note = (
  ledger: Ledger,
  institution: string,
  credential: Credential | undefined,
  fits: boolean,
): Promise<void> =>
  ledger.logAccess(institution, {
    person: credential?.person ?? null,
    action: fits ? 'sign-in' : 'sign-in-failed',
    detail: '',
  });

/** A new session. Its id was never seen before, whatever the request carried. */
export async function begin(
  ledger: Ledger,
  { seconds, atMost }: SessionRules,
  who: Omit<SignedIn, 'token'>,
  { agent }: Pick<Origin, 'agent'>,
): Promise<SignedIn> {
  const { institution, person, limited } = who;
  const { token } = await ledger.sessions.create(institution, person, seconds, { agent, limited, atMost });
  return { ...who, token };
}
