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
import { Act, Answers, Make, Sent } from '../routes.ts';

@ApiTags('tablings')
@Controller('v1/tablings')
export class TablingsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('tabling.ask')
  ask(@WhoAsks() asked: Asked, @Sent('tabling.ask') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'tabling.ask', body);
  }

  @Answers(':id', resourceOf('tabling'), 'getTabling', '议题申报')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'tabling', id));
  }

  @Act('tabling.revise')
  revise(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.revise') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.revise', id, body);
  }

  @Act('tabling.withdraw')
  withdraw(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.withdraw') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.withdraw', id, body);
  }

  @Act('tabling.back')
  back(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.back') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.back', id, body);
  }

  @Act('tabling.approve')
  approve(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.approve') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.approve', id, body);
  }

  @Act('tabling.decline')
  decline(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.decline') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.decline', id, body);
  }

  @Act('tabling.note-consensus')
  noteConsensus(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.note-consensus') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.note-consensus', id, body);
  }

  @Act('tabling.circulate')
  circulate(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.circulate') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.circulate', id, body);
  }

  @Act('tabling.read')
  read(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.read') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.read', id, body);
  }

  @Act('tabling.record')
  record(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('tabling.record') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'tabling.record', id, body);
  }
}
