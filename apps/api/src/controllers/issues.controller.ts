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

  @Act('issue.restore')
  restore(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.restore') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.restore', id, body);
  }

  @Act('issue.edit')
  edit(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.edit') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.edit', id, body);
  }

  @Act('issue.confirm-editorial')
  confirmEditorial(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.confirm-editorial') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.confirm-editorial', id, body);
  }

  @Act('issue.acknowledge')
  acknowledge(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.acknowledge') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.acknowledge', id, body);
  }

  @Act('issue.draft')
  draft(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.draft') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.draft', id, body);
  }

  @Act('issue.review')
  review(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.review') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.review', id, body);
  }

  @Act('issue.countersign')
  countersign(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.countersign') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.countersign', id, body);
  }

  @Act('issue.check')
  check(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.check') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.check', id, body);
  }

  @Act('issue.reserve-number')
  reserveNumber(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.reserve-number') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.reserve-number', id, body);
  }

  @Act('issue.void-number')
  voidNumber(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.void-number') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.void-number', id, body);
  }

  @Act('issue.seal')
  seal(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.seal') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.seal', id, body);
  }

  @Act('issue.record-step')
  recordStep(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.record-step') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.record-step', id, body);
  }

  @Act('issue.record-receipt')
  recordReceipt(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('issue.record-receipt') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'issue.record-receipt', id, body);
  }
}
