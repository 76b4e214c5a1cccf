import {
  CaseOverview,
  CasePage,
  CaseProgress,
  ConformanceQuery,
  ConformanceReportView,
  HistoryPage,
  Id,
  InstructionList,
  OpinionList,
  OpinionsQuery,
  OwingList,
  OwingQuery,
  PageQuery,
  PrecheckView,
  SubmissionRegister,
} from '@mouding/contract';
import {
  caseConformance,
  caseHistory,
  caseOpinions,
  caseOverview,
  casePrecheck,
  caseProgress,
  cases,
  Commands,
  conformancePage,
  owing,
  instructions,
  submissions,
  Reading,
  REPORT_POLICY,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Header, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Act, Answers, Make, Sent } from '../routes.ts';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers('', CasePage, 'listCases', '规划编制工作', PageQuery)
  list(@Who() who: Visitor, @Query({ schema: PageQuery }) query: PageQuery): Promise<CasePage> {
    return this.reading.as(who, (reader) => cases(reader, query));
  }

  @Make('case.open')
  open(@WhoAsks() asked: Asked, @Sent('case.open') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'case.open', body);
  }

  @Make('case.join', 'joined')
  join(@WhoAsks() asked: Asked, @Sent('case.join') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'case.join', body);
  }

  @Act('case.confirm-joining')
  confirmJoining(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.confirm-joining') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.confirm-joining', id, body);
  }

  @Answers(':id', CaseOverview, 'getCase', '规划编制工作概览')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<CaseOverview> {
    return this.reading.as(who, (reader) => caseOverview(reader, id));
  }

  @Answers(':id/opinions', OpinionList, 'listOpinions', '意见清单', OpinionsQuery)
  opinions(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: OpinionsQuery }) query: OpinionsQuery,
  ): Promise<OpinionList> {
    return this.reading.as(who, (reader) => caseOpinions(reader, id, query));
  }

  @Answers(':id/history', HistoryPage, 'listHistory', '办理记录', PageQuery)
  history(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<HistoryPage> {
    return this.reading.as(who, (reader) => caseHistory(reader, id, query));
  }

  /** As JSON, or as text for a work group where that is asked for. Reading it is not copying it: see note-copied. */
  @Answers(':id/owing', OwingList, 'listOwing', '未办清单（Accept: text/plain 为可复制的文字）', OwingQuery)
  @Header('Vary', 'Accept')
  async owing(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: OwingQuery }) query: OwingQuery,
    @Req() request: Request,
  ): Promise<OwingList | StreamableFile> {
    const list = await this.reading.as(who, (reader) => owing(reader, id, query));
    if (request.accepts(['json', 'text']) !== 'text') return list;
    return new StreamableFile(Buffer.from(list.text), { type: 'text/plain; charset=utf-8' });
  }

  @Answers(':id/instructions', InstructionList, 'listInstructions', '领导批示')
  instructions(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<InstructionList> {
    return this.reading.as(who, (reader) => instructions(reader, id));
  }

  @Answers(':id/submissions', SubmissionRegister, 'listSubmissions', '报送登记')
  submissions(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<SubmissionRegister> {
    return this.reading.as(who, (reader) => submissions(reader, id));
  }

  @Answers(':id/progress', CaseProgress, 'getProgress', '办理进度：环节起止、篇章与科室办理情况')
  progress(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<CaseProgress> {
    return this.reading.as(who, (reader) => caseProgress(reader, id));
  }

  /** As JSON, or as a page that stands alone and prints. */
  @Answers(
    ':id/conformance',
    ConformanceReportView,
    'getConformance',
    '程序符合性报告（Accept: text/html 为可打印的页面） · conformance report',
    ConformanceQuery,
  )
  @Header('Vary', 'Accept')
  async conformance(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ConformanceQuery }) query: ConformanceQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConformanceReportView | StreamableFile> {
    const report = await this.reading.as(who, (reader) => caseConformance(reader, id, query));
    if (request.accepts(['json', 'html']) !== 'html') return report;
    response.setHeader('Content-Security-Policy', REPORT_POLICY);
    return new StreamableFile(Buffer.from(conformancePage(report)), { type: 'text/html; charset=utf-8' });
  }

  @Answers(':id/precheck', PrecheckView, 'getPrecheck', '印发预检 · what would stop the issue today')
  precheck(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<PrecheckView> {
    return this.reading.as(who, (reader) => casePrecheck(reader, id));
  }

  @Act('case.note-copied')
  noteCopied(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.note-copied') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.note-copied', id, body);
  }

  @Act('case.urge')
  urge(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.urge') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.urge', id, body);
  }

  @Act('case.advance')
  advance(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.advance') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.advance', id, body);
  }

  @Act('case.exempt')
  exempt(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.exempt') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.exempt', id, body);
  }

  @Act('case.grant-exemption')
  grantExemption(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.grant-exemption') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.grant-exemption', id, body);
  }
}
