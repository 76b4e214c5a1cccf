import type { OpinionToken } from '@mouding/contract';
import { MOST_TOKENS, outsideWindow, tooManyTokens } from '@mouding/core';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { worldNow } from '../reading/world-now.ts';
import type { Visitor } from '../session/visitor.ts';
import { standingOf, type Standing } from './standing.ts';

/**
 * A token for one unsigned opinion: for everybody who is signed in to the institution, while the window is open, and
 * without a trace of which it was. It is no command: nothing of it goes to the log.
 *
 * @throws ProblemError not-found; refused, with the rule
 */
export async function takeToken(
  means: Means,
  { institution, person }: Pick<Visitor, 'institution' | 'person'>,
  consultation: string,
): Promise<OpinionToken> {
  const standing = await there(means, institution, consultation);
  const closed = outsideWindow(standing.consultation, standing.of, await means.ledger.lawNow(institution));
  if (closed) throw new ProblemError('refused', { refusal: closed });
  const token = await means.ledger.takeToken(institution, consultation, person, MOST_TOKENS);
  if (token === undefined) throw new ProblemError('refused', { refusal: tooManyTokens });
  return { token };
}

/**
 * Everybody of the house may give an opinion without a name, so that a consultation is there for all of them here.
 * @throws ProblemError not-found
 */
export async function consultationThere(
  means: Means,
  { institution }: Pick<Visitor, 'institution'>,
  consultation: string,
): Promise<void> {
  await there(means, institution, consultation);
}

async function there(means: Means, institution: string, consultation: string): Promise<Standing> {
  const standing = await standingOf(worldNow(means, institution), consultation);
  if (!standing) throw new ProblemError('not-found');
  return standing;
}
