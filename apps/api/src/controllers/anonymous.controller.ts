import { Problem, UnsignedReceived } from '@mouding/contract';
import { GiveUnsigned } from '@mouding/core';
import { giveUnsigned, MEANS, Untraced, type Means } from '@mouding/shell';
import { Body, Controller, Header, HttpCode, Inject, Post, SerializeOptions } from '@nestjs/common';
import { ApiAcceptedResponse, ApiDefaultResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';

/** What is given without a name: no session is read here, and nothing of a request is logged. */
@ApiTags('anonymous')
@Untraced()
@Controller('v1/anonymous')
export class AnonymousController {
  constructor(@Inject(MEANS) private readonly means: Means) {}

  @Post('opinions')
  @HttpCode(202)
  @Header('Cache-Control', 'no-store')
  @SerializeOptions({ schema: UnsignedReceived })
  @ApiOperation({
    operationId: 'giveUnsignedOpinion',
    summary: '提交不署名意见；不读取登录信息 · gives an opinion without a name; no session is read',
  })
  @ApiAcceptedResponse({ standardSchema: UnsignedReceived })
  @ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
  give(@Body({ schema: GiveUnsigned }) body: z.infer<typeof GiveUnsigned>): Promise<UnsignedReceived> {
    return giveUnsigned(this.means, body);
  }
}
