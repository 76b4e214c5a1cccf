import {
  Id,
  Me,
  OwnSessions,
  PasswordChange,
  Problem,
  RecoveryCodes,
  SecondFactorBegun,
  SecondFactorCode,
  SecondFactorWish,
} from '@mouding/contract';
import {
  Admit,
  BeforePasswordChange,
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endOthers,
  endSession,
  me,
  MEANS,
  ownSessions,
  passStepUp,
  readerFor,
  removeSecondFactor,
  SESSION_RULES,
  COOKIE,
  throughGate,
  Who,
  type Means,
  type SessionRules,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiDefaultResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { originOf } from '../origin.ts';
import { Answers } from '../routes.ts';

/** One's own account: where one is signed in, the password, the second factor. Nobody reaches another's here. */
@ApiTags('account')
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Admit('free')
@Controller('v1/me')
export class AccountController {
  private readonly means: Means;

  constructor(
    @Inject(MEANS) means: Means,
    @Inject(SESSION_RULES) private readonly rules: SessionRules,
  ) {
    this.means = throughGate(means);
  }

  @Answers('sessions', OwnSessions, 'listSessions', '我的登录会话')
  sessions(@Who() who: Visitor): Promise<OwnSessions> {
    return ownSessions(this.means, this.rules, who);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: '结束其他会话' })
  @ApiNoContentResponse()
  async endOthers(@Who() who: Visitor): Promise<void> {
    await endOthers(this.means, who);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: '结束一个会话' })
  @ApiNoContentResponse()
  async endSession(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<void> {
    await endSession(this.means, who, id);
  }

  @BeforePasswordChange()
  @Post('password')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changePassword', summary: '修改口令；其他会话随即结束' })
  @ApiOkResponse({ standardSchema: Me, description: '新会话写入 Cookie · a new session comes as a cookie' })
  async changePassword(
    @Who() who: Visitor,
    @Body({ schema: PasswordChange }) body: PasswordChange,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { secure, seconds } = this.rules;
    const signedIn = await changePassword(this.means, this.rules, who, body, originOf(request, secure));
    response.setHeader('Set-Cookie', COOKIE.set(signedIn.token, secure, seconds));
    return me(await readerFor(this.means, signedIn));
  }

  @Post('second-factor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'beginSecondFactor', summary: '启用动态口令（须再输入口令）' })
  @ApiOkResponse({ standardSchema: SecondFactorBegun })
  begin(
    @Who() who: Visitor,
    @Body({ schema: SecondFactorWish }) { password }: SecondFactorWish,
    @Req() request: Request,
  ): Promise<SecondFactorBegun> {
    return beginSecondFactor(this.means, who, password, originOf(request, this.rules.secure));
  }

  @Post('second-factor/confirmation')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmSecondFactor', summary: '确认动态口令，取得备用码' })
  @ApiOkResponse({ standardSchema: RecoveryCodes })
  async confirm(
    @Who() who: Visitor,
    @Body({ schema: SecondFactorCode }) body: SecondFactorCode,
    @Req() request: Request,
  ): Promise<RecoveryCodes> {
    const origin = originOf(request, this.rules.secure);
    return { codes: [...(await confirmSecondFactor(this.means, who, body, origin))] };
  }

  @Post('second-factor/removal')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeSecondFactor', summary: '停用动态口令（须输入动态口令或备用码）' })
  @ApiNoContentResponse()
  async remove(
    @Who() who: Visitor,
    @Body({ schema: SecondFactorCode }) body: SecondFactorCode,
    @Req() request: Request,
  ): Promise<void> {
    await removeSecondFactor(this.means, who, body, originOf(request, this.rules.secure));
  }

  @Post('step-ups/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'passStepUp', summary: '输入动态口令，确认一次办理' })
  @ApiNoContentResponse()
  async pass(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SecondFactorCode }) body: SecondFactorCode,
    @Req() request: Request,
  ): Promise<void> {
    await passStepUp(this.means, who, id, body, originOf(request, this.rules.secure));
  }
}
