import { Me, Problem, SignIn } from '@mouding/contract';
import {
  Admit,
  BeforePasswordChange,
  COOKIE,
  me,
  MEANS,
  Public,
  readerFor,
  SESSION_RULES,
  signIn,
  throughGate,
  Who,
  type Means,
  type SessionRules,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiDefaultResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { originOf } from '../origin.ts';

/** Signing in and out have connections of their own: they are answered while everything else waits. */
@ApiTags('sessions')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Admit('free')
@Controller('v1/sessions')
export class SessionsController {
  private readonly means: Means;

  constructor(
    @Inject(MEANS) means: Means,
    @Inject(SESSION_RULES) private readonly rules: SessionRules,
  ) {
    this.means = throughGate(means);
  }

  @Public()
  @Post()
  @ApiOperation({ operationId: 'signIn', summary: '登录' })
  @ApiCreatedResponse({
    standardSchema: Me,
    description: '会话写入 Cookie mouding（https 下为 __Host-mouding） · the session comes as a cookie',
  })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { secure, seconds } = this.rules;
    const signedIn = await signIn(this.means, this.rules, body, originOf(request, secure));
    response.setHeader('Set-Cookie', COOKIE.set(signedIn.token, secure, seconds));
    return me(await readerFor(this.means, signedIn));
  }

  @BeforePasswordChange()
  @Delete('current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: '退出' })
  @ApiNoContentResponse()
  async signOut(@Who() who: Visitor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.means.ledger.sessions.end(who.token);
    response.setHeader('Set-Cookie', COOKIE.clear(this.rules.secure));
  }
}
