import type { CommandKey, Ledger } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';

/** A step-up is good for so long. */
const SECONDS = 300;

/**
 * The error that goes out: where a command asks for a step-up, with one that is bound to that very command, so that
 * neither another stream nor another body can be approved with it.
 */
export async function askStepUp(
  ledger: Ledger,
  error: unknown,
  institution: string,
  { person, verb, target, bodyHash }: CommandKey,
): Promise<unknown> {
  if (!(error instanceof ProblemError) || error.code !== 'step-up-required') return error;
  const id = await ledger.stepUps.ask(institution, { person, verb, target, bodyHash }, SECONDS);
  const enrolled = (await ledger.secondFactors.find(institution, person))?.confirmed ?? false;
  const expires = new Date(Date.now() + SECONDS * 1000).toISOString();
  return new ProblemError('step-up-required', { challenge: { id, expires, enrolled } });
}
