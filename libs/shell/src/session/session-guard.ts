import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Ledger } from '@mouding/ledger';
import type { Request } from 'express';
import { ProblemError } from '../problem/problem-error.ts';
import { tokenOf } from './cookie.ts';
import { admit, isPublic } from './visitor.ts';

/** Machine time: a session ends half a day after log-in, and after two hours without use. */
export const SESSION_SECONDS = 12 * 3600;
const IDLE_SECONDS = 2 * 3600;

/**
 * Every handler asks for a session unless it is marked public; a public one still learns who asks. The institution
 * comes out of the session and from nowhere else.
 */
export class SessionGuard implements CanActivate {
  private readonly ledger: Ledger;
  /** A role that may only read leaves the time of last use alone. */
  private readonly touches: boolean;

  constructor(ledger: Ledger, touches = true) {
    this.ledger = ledger;
    this.touches = touches;
  }

  /** Whether the session of a token still stands. */
  static async isOpen(ledger: Ledger, token: string): Promise<boolean> {
    return (await ledger.sessions.find(token, IDLE_SECONDS)) !== undefined;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const token = tokenOf(request.headers.cookie);
    const session = token === undefined ? undefined : await this.ledger.sessions.find(token, IDLE_SECONDS);
    if (session && token !== undefined) {
      admit(request, { institution: session.institution, person: session.person, token });
      if (this.touches) await this.ledger.sessions.touch(token);
      return true;
    }
    if (isPublic(context.getHandler()) || isPublic(context.getClass())) return true;
    throw new ProblemError('not-signed-in');
  }
}
