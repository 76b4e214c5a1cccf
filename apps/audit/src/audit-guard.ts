import {
  AUDIT_COOKIE,
  isPublic,
  openAccess,
  ProblemError,
  scopeOfAll,
  scopeOfCase,
  scopeOfLog,
  scopeOfNone,
  type AuditAccess,
  type AuditScope,
  type AuditSessionHeld,
  type AuditSessions,
} from '@mouding/shell';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { admit, reachOf, type Reach } from './reach.ts';
import type { AuditParts } from './tokens.ts';

/**
 * Lets auditors in: signed in here, by the post that they hold at this moment, and as far as a current 调阅函 reaches. Every
 * question is written down before it is answered, also one that is not. To everybody else there is nothing here.
 */
export class AuditGuard implements CanActivate {
  private readonly parts: AuditParts;
  private readonly sessions: AuditSessions;

  constructor(parts: AuditParts, sessions: AuditSessions) {
    this.parts = parts;
    this.sessions = sessions;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublic(context.getHandler()) || isPublic(context.getClass())) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const session = await this.sessionOf(request);
    const marked = reachOf(context.getHandler());
    const access = await openAccess(this.parts.means, session);
    if (!marked || !mayAsk(access, marked.reach)) throw new ProblemError('not-found');
    const asking = { access, session, request };
    const scope = await this.reaching(asking, marked.reach);
    await this.note(asking, marked.action, scope.letter?.letter ?? null);
    admit(request, { scope, session });
    return true;
  }

  /** @throws ProblemError not-signed-in */
  private async sessionOf({ headers }: Request): Promise<AuditSessionHeld> {
    const token = AUDIT_COOKIE.tokenIn(headers.cookie, this.parts.rules.secure);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (!session) throw new ProblemError('not-signed-in');
    return session;
  }

  private async reaching(asking: Asking, reach: Reach): Promise<AuditScope> {
    try {
      return scopeFor(asking.access, reach, asking.request);
    } catch (error) {
      await this.note(asking, 'refused', null);
      throw error;
    }
  }

  private note(
    { session: { institution, person, session }, request }: Asking,
    action: string,
    letter: string | null,
  ): Promise<void> {
    const detail = `${request.method} ${request.originalUrl}`.slice(0, 800);
    return this.parts.notes.auditLog.note(institution, { person, letter, action, detail, session });
  }
}

/** One question: of whom, in which session, and what. */
interface Asking {
  readonly access: AuditAccess;
  readonly session: AuditSessionHeld;
  readonly request: Request;
}

const mayAsk = ({ isAuditor, isSecurityAuditor }: AuditAccess, reach: Reach): boolean =>
  isAuditor || (isSecurityAuditor && (reach === 'security' || reach === 'none'));

function scopeFor(access: AuditAccess, reach: Reach, request: Request): AuditScope {
  switch (reach) {
    case 'none':
      return scopeOfNone(access);
    case 'security':
      return access.isSecurityAuditor ? scopeOfNone(access) : scopeOfLog(access);
    case 'all':
      return scopeOfAll(access);
    case 'log':
      return scopeOfLog(access);
    case 'asked':
    case 'case':
      return ofCase(access, reach, caseIn(request));
  }
}

function ofCase(access: AuditAccess, reach: 'asked' | 'case', id: string | undefined): AuditScope {
  if (id !== undefined) return scopeOfCase(access, id);
  if (reach === 'asked') return scopeOfAll(access);
  throw new ProblemError('not-found');
}

/** The case of the path, the query or the body; two of them would be two questions. */
function caseIn({ params, query, body }: Request): string | undefined {
  const sent = (body as { readonly case?: unknown } | undefined)?.case;
  const named = [params['id'], query['case'], sent].filter((each) => each !== undefined);
  if (named.length > 1 || named.some((each) => typeof each !== 'string')) throw new ProblemError('not-found');
  return named[0] as string | undefined;
}
