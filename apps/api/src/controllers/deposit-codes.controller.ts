import { DepositPage, DepositReceipt, Problem } from '@mouding/contract';
import {
  depositPage,
  fileNameOf,
  leaveDeposit,
  MEANS,
  Untraced,
  type Means,
  type Receive,
} from '@mouding/shell';
import { Controller, Get, Header, Headers, Inject, Req, SerializeOptions } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Receives } from '../routes.ts';
import { RECEIVE } from '../tokens.ts';

const CODE = { name: 'Deposit-Code', required: true, description: '报送码 · the code' };

/**
 * For whoever has a 报送码 and nothing else. The code comes in a header field, so that no address holds it; no session is
 * read, so that what is left says nothing of who was signed in.
 */
@ApiTags('deposit-codes')
@Untraced()
@ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
@Controller('v1/deposit-codes')
export class DepositCodesController {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(RECEIVE) private readonly receive: Receive,
  ) {}

  @Get('current')
  @Header('Cache-Control', 'no-store')
  @SerializeOptions({ schema: DepositPage })
  @ApiOperation({
    operationId: 'openDepositCode',
    summary: '凭报送码查看为哪个科室报送什么、截止时间；此外不显示任何内容',
  })
  @ApiHeader(CODE)
  @ApiOkResponse({ standardSchema: DepositPage })
  page(@Headers('deposit-code') code: string | undefined): Promise<DepositPage> {
    return depositPage(this.means, code ?? '');
  }

  @Receives('current/files', DepositReceipt, 'leaveDeposit', '凭报送码上传；先收件，由科室负责人确认报送')
  @Header('Cache-Control', 'no-store')
  @ApiHeader(CODE)
  leave(
    @Headers('deposit-code') code: string | undefined,
    @Headers('file-name') name: string | undefined,
    @Headers('content-length') length: string | undefined,
    @Req() request: Request,
  ): Promise<DepositReceipt> {
    return leaveDeposit(this.means, this.receive, {
      code: code ?? '',
      name: fileNameOf(name),
      bytes: request,
      length: length === undefined ? null : Number(length),
    });
  }
}
