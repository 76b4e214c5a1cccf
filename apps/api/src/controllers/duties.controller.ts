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

@ApiTags('duties')
@Controller('v1/duties')
export class DutiesController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('duty.give')
  give(@WhoAsks() asked: Asked, @Sent('duty.give') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'duty.give', body);
  }

  @Answers(':id', resourceOf('duty'), 'getDuty', '督办事项')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'duty', id));
  }

  @Act('duty.report')
  report(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('duty.report') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'duty.report', id, body);
  }

  @Act('duty.verify')
  verify(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('duty.verify') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'duty.verify', id, body);
  }

  @Act('duty.extend')
  extend(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('duty.extend') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'duty.extend', id, body);
  }

  @Act('duty.cancel')
  cancel(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('duty.cancel') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'duty.cancel', id, body);
  }

  @Act('duty.see-escalation')
  seeEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('duty.see-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'duty.see-escalation', id, body);
  }

  @Act('duty.record')
  record(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('duty.record') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'duty.record', id, body);
  }
}
