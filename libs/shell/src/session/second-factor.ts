import type { SecondFactorBegun, SecondFactorCode } from '@mouding/contract';
import type { Ledger, TrailRule } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { confirmPassword } from './change-password.ts';
import type { Origin } from './sign-in.ts';
import { base32, matchingStep, recoveryCodes, stepOf } from './totp.ts';
import type { Visitor } from './visitor.ts';

/**
 * Begins to set up a second factor: answers the secret that the authenticator app is given. It counts once a code of it
 * was shown; until then beginning again replaces it.
 *
 * @throws ProblemError too-many, password-wrong, second-factor-set
 */
export async function beginSecondFactor(
  means: Means,
  who: Visitor,
  password: string,
  origin: Pick<Origin, 'address'>,
): Promise<SecondFactorBegun> {
  const { ledger } = means;
  const { institution, person } = who;
  const { login } = await confirmPassword(means, who, password, origin);
  if (!(await ledger.secondFactors.begin(institution, person))) throw new ProblemError('second-factor-set');
  const factor = await ledger.secondFactors.find(institution, person);
  const secret = base32(factor?.secret ?? new Uint8Array());
  const issuer = encodeURIComponent('谋定');
  return {
    secret,
    uri: `otpauth://totp/${issuer}:${encodeURIComponent(login)}?secret=${secret}&issuer=${issuer}`,
  };
}

/**
 * Ends setting up: the first code proves that the app has the secret. Answers the recovery codes, once.
 *
 * @throws ProblemError too-many, code-wrong, second-factor-set
 */
export async function confirmSecondFactor(
  means: Means,
  who: Visitor,
  { code }: SecondFactorCode,
  origin: Pick<Origin, 'address'>,
): Promise<readonly string[]> {
  const { ledger } = means;
  const { institution, person } = who;
  const factor = await ledger.secondFactors.find(institution, person);
  if (factor?.confirmed) throw new ProblemError('second-factor-set');
  await takeOnce(means, who, origin, () => takeCode(ledger, institution, person, code));
  const codes = recoveryCodes();
  await ledger.secondFactors.setRecoveryCodes(institution, person, codes);
  await ledger.logAccess(institution, { person, action: 'second-factor-set', detail: '' });
  return codes;
}

/**
 * Ends the second factor, with a code of it or a recovery code: for another device.
 *
 * @throws ProblemError too-many, code-wrong
 */
export async function removeSecondFactor(
  means: Means,
  who: Visitor,
  { code }: SecondFactorCode,
  origin: Pick<Origin, 'address'>,
): Promise<void> {
  const { ledger } = means;
  const { institution, person } = who;
  await takeOnce(means, who, origin, () => takeAny(ledger, institution, person, code));
  await ledger.secondFactors.remove(institution, person);
  await ledger.logAccess(institution, { person, action: 'second-factor-removed', detail: '' });
}

/**
 * Passes a step-up: from now on, and for minutes, the one command that it was asked for may be carried out, once.
 *
 * @throws ProblemError too-many, code-wrong, step-up-over: after five tries the command asks for another
 */
export async function passStepUp(
  means: Means,
  who: Visitor,
  id: string,
  { code }: SecondFactorCode,
  origin: Pick<Origin, 'address'>,
): Promise<void> {
  const { ledger } = means;
  const { institution, person } = who;
  if (!(await ledger.stepUps.try(institution, person, id))) throw new ProblemError('step-up-over');
  await takeOnce(means, who, origin, () => takeAny(ledger, institution, person, code));
  await ledger.stepUps.pass(institution, person, id);
  await ledger.logAccess(institution, { person, action: 'step-up', detail: '' });
}

/** Guessing codes is delayed like guessing passwords: a million codes would be tried in an afternoon otherwise. */
const RULE: TrailRule = { free: 5, firstWait: 30, factor: 2, longest: 900, fromAddress: 300 };

/** @throws ProblemError too-many, code-wrong */
async function takeOnce(
  { ledger }: Means,
  { institution, person }: Visitor,
  { address }: Pick<Origin, 'address'>,
  take: () => Promise<boolean>,
): Promise<void> {
  const trail = { institution: `second factor/${institution}`, login: person, address };
  const wait = await ledger.trails.attempt(trail, RULE);
  if (wait > 0) throw new ProblemError('too-many', { retryAfter: wait });
  if (await take()) return ledger.trails.succeeded(trail);
  await ledger.logAccess(institution, { person, action: 'second-factor-failed', detail: '' });
  throw new ProblemError('code-wrong');
}

/** A code of the device, or a recovery code, of a second factor that was confirmed. */
async function takeAny(ledger: Ledger, institution: string, person: string, code: string): Promise<boolean> {
  const factor = await ledger.secondFactors.find(institution, person);
  if (factor?.confirmed !== true) return false;
  return (
    (await takeCode(ledger, institution, person, code)) ||
    ledger.secondFactors.recover(institution, person, code)
  );
}

/** Takes a code of this moment, once. */
async function takeCode(ledger: Ledger, institution: string, person: string, code: string): Promise<boolean> {
  const factor = await ledger.secondFactors.find(institution, person);
  const step = factor && matchingStep(factor.secret, code, stepOf(Date.now()), factor.lastStep);
  return step !== undefined && ledger.secondFactors.take(institution, person, step);
}
