import type { DepositPage } from '@mouding/contract';
import { streamName, takesDeposits, type Known, type StateOf } from '@mouding/core';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { worldNow } from '../reading/world-now.ts';

/** A code that is good for something, and the states behind it. */
export interface Opened {
  readonly institution: string;
  readonly deposit: string;
  readonly state: StateOf<'deposit'>;
  readonly org: Known['org'];
}

/**
 * What a code opens now. What was never a code, what was revoked, used or has run out, and the code of another house are
 * one answer: whoever tries learns nothing by it.
 *
 * @throws ProblemError not-found
 */
export async function openDeposit(means: Means, code: string): Promise<Opened> {
  const { ledger } = means;
  const found = await ledger.depositOfCode(code);
  if (!found) throw new ProblemError('not-found');
  const { institution, deposit } = found;
  const world = worldNow(means, institution);
  await world.bring(streamName('org', institution));
  const { answer } = await world.reach((known) => ({
    state: known.state('deposit', deposit),
    org: known.org,
  }));
  const { state, org } = answer;
  if (!state || !takesDeposits(state, await ledger.lawNow(institution))) throw new ProblemError('not-found');
  return { institution, deposit, state, org };
}

/** All that a code shows: for whom it is, what is due and by when. @throws ProblemError not-found */
export async function depositPage(means: Means, code: string): Promise<DepositPage> {
  const { state, org } = await openDeposit(means, code);
  const { department, label, due, until } = state.context;
  const { departments, mode } = org.context;
  const name = departments.find(({ id }) => id === department)?.name ?? '';
  return { department: name, label, due, until, rehearsal: mode === 'rehearsal' };
}
