import { Me, Problem, SignIn } from '@mouding/contract';
import {
  clearCookie,
  me,
  MEANS,
  Public,
  Reading,
  SESSION_SECONDS,
  setCookie,
  signIn,
  SignInDelay,
  Who,
  type Means,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Delete, HttpCode, Inject, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiDefaultResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { SECURE } from '../tokens.ts';

@ApiTags('sessions')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1/sessions')
export class SessionsController {
  private readonly delay = new SignInDelay();

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(SECURE) private readonly secure: boolean,
  ) {}

  @Public()
  @Post()
  @ApiOperation({ operationId: 'signIn', summary: '登录' })
  @ApiCreatedResponse({
    standardSchema: Me,
    description: '会话写入 Cookie mouding · the session comes as a cookie',
  })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const visitor = await signIn(this.means.ledger, this.delay, body);
    response.setHeader('Set-Cookie', setCookie(visitor.token, this.secure, SESSION_SECONDS));
    return this.reading.as(visitor, me);
  }

  @Delete('current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: '退出' })
  @ApiNoContentResponse()
  async signOut(@Who() who: Visitor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.means.ledger.sessions.end(who.token);
    response.setHeader('Set-Cookie', clearCookie(this.secure));
  }
}
