import { CaseOverview, CasePage, HistoryPage, Id, PageQuery } from '@mouding/contract';
import {
  caseHistory,
  caseOverview,
  cases,
  Commands,
  Reading,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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

  @Answers(':id', CaseOverview, 'getCase', '规划编制工作概览')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<CaseOverview> {
    return this.reading.as(who, (reader) => caseOverview(reader, id));
  }

  @Answers(':id/history', HistoryPage, 'listHistory', '办理记录', PageQuery)
  history(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<HistoryPage> {
    return this.reading.as(who, (reader) => caseHistory(reader, id, query));
  }

  @Act('case.advance')
  advance(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('case.advance') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'case.advance', id, body);
  }
}
