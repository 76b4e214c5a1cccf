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

@ApiTags('filings')
@Controller('v1/filings')
export class FilingsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('filing'), 'getFiling', '报批报备')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'filing', id));
  }

  @Act('filing.send')
  send(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('filing.send') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'filing.send', id, body);
  }

  @Act('filing.enter-answer')
  enterAnswer(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('filing.enter-answer') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'filing.enter-answer', id, body);
  }

  @Act('filing.record-sent')
  recordSent(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('filing.record-sent') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'filing.record-sent', id, body);
  }

  @Act('filing.record-receipt')
  recordReceipt(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('filing.record-receipt') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'filing.record-receipt', id, body);
  }

  @Act('filing.record-instruction')
  recordInstruction(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('filing.record-instruction') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'filing.record-instruction', id, body);
  }
}
