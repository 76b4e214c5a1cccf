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

@ApiTags('mandates')
@Controller('v1/mandates')
export class MandatesController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('mandate'), 'getMandate', '授权修改')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'mandate', id));
  }

  @Act('mandate.draft')
  draft(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('mandate.draft') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'mandate.draft', id, body);
  }

  @Act('mandate.approve')
  approve(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('mandate.approve') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'mandate.approve', id, body);
  }

  @Act('mandate.return')
  sendBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('mandate.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'mandate.return', id, body);
  }

  @Act('mandate.refer')
  refer(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('mandate.refer') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'mandate.refer', id, body);
  }

  @Act('mandate.end')
  end(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('mandate.end') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'mandate.end', id, body);
  }

  @Act('mandate.record-approval')
  recordApproval(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('mandate.record-approval') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'mandate.record-approval', id, body);
  }
}
