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
import { Answers, Make, Sent } from '../routes.ts';

@ApiTags('persons')
@Controller('v1/persons')
export class PersonsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('person.register')
  register(@WhoAsks() asked: Asked, @Sent('person.register') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'person.register', body);
  }

  @Answers(':id', resourceOf('person'), 'getPerson', '人员')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'person', id));
  }
}
