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

@ApiTags('records')
@Controller('v1/records')
export class RecordsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('record'), 'getRecord', '补录单')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'record', id));
  }

  @Act('record.acknowledge')
  acknowledge(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.acknowledge') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.acknowledge', id, body);
  }

  @Act('record.object')
  object(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.object') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.object', id, body);
  }

  @Act('record.answer-objection')
  answerObjection(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.answer-objection') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.answer-objection', id, body);
  }

  @Act('record.check')
  check(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.check') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.check', id, body);
  }

  @Act('record.correct')
  correct(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.correct') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.correct', id, body);
  }

  @Act('record.exempt')
  exempt(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.exempt') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.exempt', id, body);
  }

  @Act('record.confirm-repair')
  confirmRepair(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('record.confirm-repair') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'record.confirm-repair', id, body);
  }
}
