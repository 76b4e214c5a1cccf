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

@ApiTags('contributions')
@Controller('v1/contributions')
export class ContributionsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('contribution'), 'getContribution', '科室发展规划')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'contribution', id));
  }

  @Act('contribution.submit')
  submit(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.submit') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.submit', id, body);
  }

  @Act('contribution.accept')
  accept(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.accept') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.accept', id, body);
  }

  @Act('contribution.return')
  giveBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.return', id, body);
  }
}
