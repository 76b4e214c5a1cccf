import { LogHead, VerificationLine, VerificationQuery } from '@mouding/contract';
import { logHead, parametersOf, verification, type AuditScope } from '@mouding/shell';
import { applyDecorators, Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Scope, Under } from './reach.ts';
import { Failures, Reads } from './routes.ts';
import { PARTS, type AuditParts } from './tokens.ts';

const Parameters = applyDecorators(...parametersOf(VerificationQuery));

/** 核验 of the whole record, as it goes on. Whoever closes the connection stops it. */
@ApiTags('verification')
@Controller('v1/verification')
export class VerificationController {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  @Reads('head', 'log', LogHead, {
    operationId: 'getLogHead',
    summary: '最新检查点与见证 · what was signed last, and by whom',
  })
  head(@Scope() { reader }: AuditScope): Promise<LogHead> {
    const { means, witnessing } = this.parts;
    return logHead(means.ledger.treeLogs, reader.visitor.institution, witnessing);
  }

  @Parameters
  @Get()
  @Under('log', 'verify')
  @ApiOperation({
    operationId: 'verifyRecord',
    summary:
      '核验全部记录：逐行返回进度与结论（每行一个 JSON），断开连接即取消 · verifies; one JSON object a line, closing the connection cancels',
  })
  @ApiProduces('application/jsonl')
  @ApiOkResponse({ standardSchema: VerificationLine })
  @Failures
  async verify(
    @Scope() { reader }: AuditScope,
    @Query({ schema: VerificationQuery }) held: VerificationQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { means, url } = this.parts;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.setHeader('Content-Type', 'application/jsonl; charset=utf-8');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    const work = verification({
      ledger: means.ledger,
      url,
      institution: reader.visitor.institution,
      publicKey: this.parts.publicKey(),
      held,
      signal: gone.signal,
      send: (line) => void response.write(`${JSON.stringify(line)}\n`),
    });
    await work.catch((error: unknown) => {
      if (!gone.signal.aborted) response.destroy(error instanceof Error ? error : undefined);
    });
    response.end();
  }
}
