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

@ApiTags('issues')
@Controller('v1/issues')
export class IssuesController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('issue'), 'getIssue', '印发')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'issue', id));
  }

  @Act('issue.sign')
  sign(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.sign') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.sign', id, body);
  }

  @Act('issue.number')
  number(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.number') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.number', id, body);
  }

  @Act('issue.publish')
  publish(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.publish') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.publish', id, body);
  }

  @Act('issue.acknowledge')
  acknowledge(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.acknowledge') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.acknowledge', id, body);
  }
}
