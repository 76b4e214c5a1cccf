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

@ApiTags('ballots')
@Controller('v1/ballots')
export class BallotsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('ballot'), 'getBallot', '表决')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'ballot', id));
  }

  @Act('ballot.tally')
  tally(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('ballot.tally') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'ballot.tally', id, body);
  }

  @Act('ballot.confirm')
  confirm(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('ballot.confirm') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'ballot.confirm', id, body);
  }
}
