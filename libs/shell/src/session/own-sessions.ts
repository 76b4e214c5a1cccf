import type { OwnSessions } from '@mouding/contract';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { SessionRules } from './session-rules.ts';
import type { Visitor } from './visitor.ts';

/** Where a person is signed in, the latest used first. */
export async function ownSessions(
  { ledger }: Means,
  { idleSeconds }: SessionRules,
  { institution, person, session }: Visitor,
): Promise<OwnSessions> {
  const open = await ledger.sessions.list(institution, person, idleSeconds);
  return {
    items: open.map(({ id, agent, created, used, ends }) => ({
      id,
      agent,
      created,
      used,
      ends,
      current: id === session,
    })),
  };
}

/** Ends one of one's own sessions. @throws ProblemError not-found, for anybody else's too */
export async function endSession(
  { ledger }: Means,
  { institution, person }: Visitor,
  id: string,
): Promise<void> {
  if (!(await ledger.sessions.endOne(institution, person, id))) throw new ProblemError('not-found');
  await ledger.logAccess(institution, { person, action: 'session-ended', detail: '' });
}

/** Ends every session of a person but the one that asks. */
export async function endOthers({ ledger }: Means, { institution, person, token }: Visitor): Promise<void> {
  await ledger.sessions.endOthers(institution, person, token);
  await ledger.logAccess(institution, { person, action: 'sessions-ended', detail: '' });
}
