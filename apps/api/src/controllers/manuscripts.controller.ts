import { chaptersAsked, Id, resourceOf, ReturnPreview, ReturnsQuery, type Resource } from '@mouding/contract';
import {
  Commands,
  Reading,
  Who,
  WhoAsks,
  resource,
  returnPreview,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

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
