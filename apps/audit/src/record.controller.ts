import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AccessPage,
  ConformanceQuery,
  ConformanceReportView,
  LogEntry,
  LogPage,
  StreamRecord,
} from '@mouding/contract';
import { KINDS } from '@mouding/core';
import { conformancePage, REPORT_POLICY, Who, type Visitor } from '@mouding/shell';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { ForSecurityAuditors } from './auditor-guard.ts';
import { RecordReader } from './record.ts';

const After = z.strictObject({
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const Index = z.coerce.number().int().nonnegative();

/** 办理记录原件. One line a route: the guard has let an auditor in and written it down. */
@ApiTags('record')
@Controller('v1')
export class RecordController {
  constructor(@Inject(RecordReader) private readonly record: RecordReader) {}

  @Get('entries')
  @ApiOkResponse({ standardSchema: LogPage })
  entries(
    @Who() who: Visitor,
    @Query({ schema: After }) { after, limit }: z.infer<typeof After>,
  ): Promise<LogPage> {
    return this.record.page(who.institution, after, limit);
  }

  @Get('entries/:idx')
  @ApiOkResponse({ standardSchema: LogEntry })
  entry(@Who() who: Visitor, @Param('idx', { schema: Index }) idx: number): Promise<LogEntry> {
    return this.record.at(who.institution, idx);
  }

  @Get('streams/:kind/:id')
  @ApiOkResponse({ standardSchema: StreamRecord })
  stream(
    @Who() who: Visitor,
    @Param('kind', { schema: z.enum(KINDS) }) kind: string,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<StreamRecord> {
    return this.record.stream(who.institution, `${kind}/${id}`);
  }

  @Get('cases/:id/refusals')
  @ApiOkResponse({ standardSchema: StreamRecord })
  refusals(@Who() who: Visitor, @Param('id', { schema: z.uuid() }) id: string): Promise<StreamRecord> {
    return this.record.stream(who.institution, `refusal/${id}`);
  }

  /** 程序符合性报告, as JSON or as a page that stands alone and prints. */
  @Get('cases/:id/conformance')
  @ApiOkResponse({ standardSchema: ConformanceReportView })
  async conformance(
    @Who() who: Visitor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: ConformanceQuery }) { at }: ConformanceQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConformanceReportView | StreamableFile> {
    const report = await this.record.conformance(who.institution, id, at);
    if (request.accepts(['json', 'html']) !== 'html') return report;
    response.setHeader('Content-Security-Policy', REPORT_POLICY);
    return new StreamableFile(Buffer.from(conformancePage(report)), { type: 'text/html; charset=utf-8' });
  }

  @ForSecurityAuditors()
  @Get('accesses')
  @ApiOkResponse({ standardSchema: AccessPage })
  accesses(
    @Who() who: Visitor,
    @Query({ schema: After }) { after, limit }: z.infer<typeof After>,
  ): Promise<AccessPage> {
    return this.record.accesses(who.institution, after, limit);
  }

  @ForSecurityAuditors()
  @Get('accounts/:id')
  @ApiOkResponse({ standardSchema: StreamRecord })
  account(@Who() who: Visitor, @Param('id', { schema: z.uuid() }) id: string): Promise<StreamRecord> {
    return this.record.stream(who.institution, `person/${id}`);
  }

  @ForSecurityAuditors()
  @Get('organisation')
  @ApiOkResponse({ standardSchema: StreamRecord })
  organisation(@Who() who: Visitor): Promise<StreamRecord> {
    return this.record.stream(who.institution, `org/${who.institution}`);
  }
}
