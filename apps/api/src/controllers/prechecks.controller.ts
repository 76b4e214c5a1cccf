import { Id, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  Reading,
  resource,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('prechecks')
@Controller('v1/prechecks')
export class PrechecksController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(
    ':id',
    resourceOf('precheck'),
    'getMadePrecheck',
    '印发预检（到期自动） · as the clock made it last',
  )
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'precheck', id));
  }

  @Act('precheck.see')
  see(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('precheck.see') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'precheck.see', id, body);
  }
}
