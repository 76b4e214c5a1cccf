import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Ledger, Session } from '@mouding/ledger';
import type { Request } from 'express';
import { ProblemError } from '../problem/problem-error.ts';
import { COOKIE } from './cookie.ts';
import type { SessionRules } from './session-rules.ts';
import { admit, isBeforePasswordChange, isPublic, isToBeUntraced } from './visitor.ts';

/** A session that was used within a minute is not written to again. */
const TOUCH_MS = 60_000;

/**
 * Every handler asks for a session unless it is marked public; a public one still learns who asks. The institution
 * comes out of the session and from nowhere else. It is bound to handlers, so that no spelling of a path gets around it.
 */
export class SessionGuard implements CanActivate {
  private readonly ledger: Ledger;
  private readonly rules: SessionRules;
  /** A role that may only read leaves the time of last use alone. */
  private readonly touches: boolean;

  constructor(ledger: Ledger, rules: SessionRules, touches = true) {
    this.ledger = ledger;
    this.rules = rules;
    this.touches = touches;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (isMarked(context, isToBeUntraced)) return true;
    const found = await this.find(request);
    if (!found) {
      if (isMarked(context, isPublic)) return true;
      throw new ProblemError('not-signed-in');
    }
    const { token, session } = found;
    if (session.limited && !isOpenToLimited(context)) throw new ProblemError('password-change-required');
    const { institution, person, id, limited } = session;
    admit(request, { institution, person, token, session: id, limited });
    if (this.touches) await this.touch(token, session);
    return true;
  }

  private async find(
    request: Request,
  ): Promise<{ readonly token: string; readonly session: Session } | undefined> {
    const token = COOKIE.tokenIn(request.headers.cookie, this.rules.secure);
    if (token === undefined) return undefined;
    const session = await this.ledger.sessions.find(token, this.rules.idleSeconds);
    return session && { token, session };
  }

  private async touch(token: string, { used }: Session): Promise<void> {
    if (Date.now() - Date.parse(used) > TOUCH_MS) await this.ledger.sessions.touch(token);
  }
}

const isMarked = (context: ExecutionContext, mark: (target: object) => boolean): boolean =>
  mark(context.getHandler()) || mark(context.getClass());

const isOpenToLimited = (context: ExecutionContext): boolean =>
  isMarked(context, isPublic) || isMarked(context, isBeforePasswordChange);

/** Whether the session of a token still stands. */
export const isSessionOpen = async (
  ledger: Ledger,
  { idleSeconds }: SessionRules,
  token: string,
): Promise<boolean> => (await ledger.sessions.find(token, idleSeconds)) !== undefined;
