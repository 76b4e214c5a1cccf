import {
  chaptersAsked,
  CheckupReport,
  ClauseHistory,
  ClauseList,
  ClausesQuery,
  Id,
  MergeView,
  MergeWish,
  NodeId,
  resourceOf,
  ReturnPreview,
  ReturnsQuery,
  type Resource,
} from '@mouding/contract';
import {
  Commands,
  Reading,
  Who,
  WhoAsks,
  checkupOf,
  clauseHistory,
  clauses,
  resource,
  mergeView,
  returnPreview,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Asks, Sent } from '../routes.ts';

@ApiTags('manuscripts')
@Controller('v1/manuscripts')
export class ManuscriptsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('manuscript'), 'getManuscript', '规划文稿')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'manuscript', id));
  }

  @Answers(':id/clauses', ClauseList, 'listClauses', '文稿条文', ClausesQuery)
  clauses(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ClausesQuery }) { text }: ClausesQuery,
  ): Promise<ClauseList> {
    return this.reading.as(who, (reader) => clauses(reader, id, text));
  }

  @Answers(':id/clauses/:node', ClauseHistory, 'getClauseHistory', '条文的来历', ClausesQuery)
  clause(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Param('node', { schema: NodeId }) node: string,
    @Query({ schema: ClausesQuery }) { text }: ClausesQuery,
  ): Promise<ClauseHistory> {
    return this.reading.as(who, (reader) => clauseHistory(reader, id, node, text));
  }

  @Answers(':id/checkup', CheckupReport, 'getCheckup', '文稿校核', ClausesQuery)
  checkup(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ClausesQuery }) { text }: ClausesQuery,
  ): Promise<CheckupReport> {
    return this.reading.as(who, (reader) => checkupOf(reader, id, text));
  }

  @Answers(':id/returns', ReturnPreview, 'previewReturns', '返回起草部门的后果（预览）', ReturnsQuery)
  returns(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReturnsQuery }) query: ReturnsQuery,
  ): Promise<ReturnPreview> {
    const backs = chaptersAsked(query).map((back) => ({ ...back, points: 0 }));
    const target = { kind: 'manuscript', id, backs, answers: null } as const;
    return this.reading.as(who, (reader) => returnPreview(reader, target));
  }

  @Act('manuscript.compile')
  compile(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.compile') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.compile', id, body);
  }

  @Act('manuscript.return')
  giveBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.return', id, body);
  }

  @Act('manuscript.revise')
  revise(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.revise') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.revise', id, body);
  }

  @Asks('post', ':id/merge', MergeView, 'previewMerge', '合并预览：在旧稿上的修改与现稿的合并结果')
  merge(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MergeWish }) wish: MergeWish,
  ): Promise<MergeView> {
    return this.reading.as(who, (reader) => mergeView(reader, id, wish));
  }

  @Act('manuscript.give-grounds')
  giveGrounds(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.give-grounds') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.give-grounds', id, body);
  }

  @Act('manuscript.waive-finding')
  waiveFinding(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.waive-finding') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.waive-finding', id, body);
  }

  @Act('manuscript.withdraw-waiver')
  withdrawWaiver(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.withdraw-waiver') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.withdraw-waiver', id, body);
  }

  @Act('manuscript.convert')
  convert(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.convert') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.convert', id, body);
  }

  @Act('manuscript.amend')
  amend(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.amend') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.amend', id, body);
  }

  @Act('manuscript.class-change')
  classChange(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('manuscript.class-change') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'manuscript.class-change', id, body);
  }
}
