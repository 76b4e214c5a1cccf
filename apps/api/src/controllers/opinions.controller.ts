import { Id, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  Reading,
  Who,
  WhoAsks,
  resource,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('opinions')
@Controller('v1/opinions')
export class OpinionsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('opinion'), 'getOpinion', '意见')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'opinion', id));
  }

  @Act('opinion.propose')
  propose(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.propose') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.propose', id, body);
  }

  @Act('opinion.fix')
  fix(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.fix') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.fix', id, body);
  }

  @Act('opinion.merge')
  merge(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.merge') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.merge', id, body);
  }

  @Act('opinion.withdraw')
  withdraw(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.withdraw') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.withdraw', id, body);
  }

  @Act('opinion.note')
  note(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.note') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.note', id, body);
  }

  @Act('opinion.object')
  object(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.object') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.object', id, body);
  }

  @Act('opinion.explain')
  explain(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('opinion.explain') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'opinion.explain', id, body);
  }
}
