import {
  AccessPage,
  ConformanceQuery,
  ConformanceReportView,
  LogEntry,
  LogPage,
  StreamRecord,
} from '@mouding/contract';
import { KINDS } from '@mouding/core';
import { conformancePage, REPORT_POLICY, type AuditScope } from '@mouding/shell';
import { Controller, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Scope } from './reach.ts';
import { RecordReader } from './record.ts';
import { Files, Reads } from './routes.ts';

const After = z.strictObject({
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
type After = z.infer<typeof After>;
const Index = z.coerce.number().int().nonnegative();
const Id = z.uuid();

const institutionOf = ({ reader }: AuditScope): string => reader.visitor.institution;

/** 办理记录原件. One line a route: the guard has let an auditor in and written it down. */
@ApiTags('record')
@Controller('v1')
export class RecordController {
  constructor(@Inject(RecordReader) private readonly record: RecordReader) {}

  @Reads('entries', 'log', LogPage, {
    operationId: 'listEntries',
    summary: '记录原件 · the log',
    query: After,
  })
  entries(@Scope() scope: AuditScope, @Query({ schema: After }) { after, limit }: After): Promise<LogPage> {
    return this.record.page(institutionOf(scope), after, limit);
  }

  @Reads('entries/:idx', 'log', LogEntry, { operationId: 'getEntry', summary: '一条记录原件 · one entry' })
  entry(@Scope() scope: AuditScope, @Param('idx', { schema: Index }) idx: number): Promise<LogEntry> {
    return this.record.at(institutionOf(scope), idx);
  }

  @Reads('streams/:kind/:stream', 'log', StreamRecord, {
    operationId: 'getStream',
    summary: '一项业务的全部记录 · every entry of one stream',
  })
  stream(
    @Scope() scope: AuditScope,
    @Param('kind', { schema: z.enum(KINDS) }) kind: string,
    @Param('stream', { schema: Id }) id: string,
  ): Promise<StreamRecord> {
    return this.record.stream(institutionOf(scope), `${kind}/${id}`);
  }

  @Reads('cases/:id/refusals', 'case', StreamRecord, {
    operationId: 'getRefusals',
    summary: '暂不能办理的操作 · refused acts of a case',
  })
  refusals(@Scope() scope: AuditScope, @Param('id', { schema: Id }) id: string): Promise<StreamRecord> {
    return this.record.refusals(scope, id);
  }

  @Reads('cases/:id/conformance', 'case', ConformanceReportView, {
    operationId: 'getAuditConformance',
    summary: '应经程序与实经程序 · what was asked for, and what was done',
    query: ConformanceQuery,
  })
  conformance(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ConformanceQuery }) { at }: ConformanceQuery,
  ): Promise<ConformanceReportView> {
    return this.record.conformance(scope, id, at);
  }

  @Files('cases/:id/conformance/page', 'case', ['text/html'], {
    operationId: 'getAuditConformancePage',
    summary: '程序符合性报告（可打印页面） · the same as a page that stands alone and prints',
    query: ConformanceQuery,
  })
  async conformancePage(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ConformanceQuery }) { at }: ConformanceQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const report = await this.record.conformance(scope, id, at);
    response.setHeader('Content-Security-Policy', REPORT_POLICY);
    return new StreamableFile(Buffer.from(conformancePage(report)), { type: 'text/html; charset=utf-8' });
  }

  @Reads('accesses', 'security', AccessPage, {
    operationId: 'listAccesses',
    summary: '登录日志 · who signed in',
    query: After,
  })
  accesses(
    @Scope() scope: AuditScope,
    @Query({ schema: After }) { after, limit }: After,
  ): Promise<AccessPage> {
    return this.record.accesses(institutionOf(scope), after, limit);
  }

  @Reads('accounts/:account', 'security', StreamRecord, {
    operationId: 'getAccount',
    summary: '账号的办理记录 · what was done to an account',
  })
  account(@Scope() scope: AuditScope, @Param('account', { schema: Id }) id: string): Promise<StreamRecord> {
    return this.record.stream(institutionOf(scope), `person/${id}`);
  }

  @Reads('organisation', 'security', StreamRecord, {
    operationId: 'getOrganisationRecord',
    summary: '组织机构的办理记录 · what was done to the organisation',
  })
  organisation(@Scope() scope: AuditScope): Promise<StreamRecord> {
    return this.record.stream(institutionOf(scope), `org/${institutionOf(scope)}`);
  }
}
