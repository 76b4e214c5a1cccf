import { AuditSession, CAPACITY_WORDS, SignIn, wordsOf } from '@mouding/contract';
import {
  AUDIT_COOKIE,
  AuditSessions,
  openAccess,
  ownLetters,
  ProblemError,
  Public,
  type AuditAccess,
  type AuditScope,
  type AuditSessionHeld,
} from '@mouding/shell';
import { Body, Controller, Delete, HttpCode, Inject, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Held, Scope, Under } from './reach.ts';
import { Failures, Reads } from './routes.ts';
import { PARTS, type AuditParts } from './tokens.ts';

/** 审计登录: the accounts are the institution's, the sessions are this service's alone. */
@ApiTags('session')
@Controller('v1/session')
export class SessionController {
  constructor(
    @Inject(PARTS) private readonly parts: AuditParts,
    @Inject(AuditSessions) private readonly sessions: AuditSessions,
  ) {}

  @Public()
  @Post()
  @ApiOperation({ operationId: 'signInAuditor', summary: '审计登录 · signs an auditor in' })
  @SerializeOptions({ schema: AuditSession })
  @ApiCreatedResponse({ standardSchema: AuditSession })
  @Failures
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuditSession> {
    const { token, session } = await this.sessions.begin(body);
    const access = await openAccess(this.parts.means, session);
    if (!access.isAuditor && !access.isSecurityAuditor) {
      await this.sessions.end(session);
      throw new ProblemError('sign-in-failed');
    }
    const { secure, seconds } = this.parts.rules;
    response.setHeader('Set-Cookie', AUDIT_COOKIE.set(token, secure, seconds));
    return this.view(access, session);
  }

  @Reads('', 'none', AuditSession, {
    operationId: 'getAuditSession',
    summary: '当前登录的审计人员与调阅函 · who is signed in',
  })
  session(@Scope() { access }: AuditScope, @Held() session: AuditSessionHeld): Promise<AuditSession> {
    return this.view(access, session);
  }

  @Delete()
  @Under('none')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOutAuditor', summary: '退出 · signs out' })
  @ApiNoContentResponse()
  @Failures
  async signOut(
    @Held() session: AuditSessionHeld,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(session);
    response.setHeader('Set-Cookie', AUDIT_COOKIE.clear(this.parts.rules.secure));
  }

  private async view(
    access: AuditAccess,
    { ends, person, institution }: AuditSessionHeld,
  ): Promise<AuditSession> {
    const { reader, org, now } = access;
    const { context } = org;
    const names = await reader.ledger.directory.get(institution, [person]);
    const held = context.posts.filter(
      ({ id, as }) =>
        (as === 'auditor' || as === 'security-auditor') && reader.held.some(({ post }) => post === id),
    );
    return {
      person,
      name: names.get(person)?.name ?? null,
      institution: { id: institution, code: context.code, name: context.name, mode: context.mode },
      capacities: held.map(({ id, title, as }) => ({
        post: id,
        title,
        as,
        words: wordsOf(CAPACITY_WORDS, as),
      })),
      letters: await ownLetters(
        access,
        held.map(({ id }) => id),
      ),
      now,
      ends: new Date(ends).toISOString(),
    };
  }
}
