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

@ApiTags('conditions')
@Controller('v1/conditions')
export class ConditionsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('condition'), 'getCondition', '原则同意所附条件')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'condition', id));
  }

  @Act('condition.meet')
  meet(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('condition.meet') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'condition.meet', id, body);
  }

  @Act('condition.verify')
  verify(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('condition.verify') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'condition.verify', id, body);
  }

  @Act('condition.waive')
  waive(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('condition.waive') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'condition.waive', id, body);
  }

  @Act('condition.see-escalation')
  seeEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('condition.see-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'condition.see-escalation', id, body);
  }
}
