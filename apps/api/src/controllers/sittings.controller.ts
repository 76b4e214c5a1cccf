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

@ApiTags('sittings')
@Controller('v1/sittings')
export class SittingsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Make('sitting.call')
  call(@WhoAsks() asked: Asked, @Sent('sitting.call') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'sitting.call', body);
  }

  @Answers(':id', resourceOf('sitting'), 'getSitting', '会次')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'sitting', id));
  }

  @Act('sitting.arrive')
  arrive(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.arrive') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.arrive', id, body);
  }

  @Act('sitting.leave')
  leave(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.leave') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.leave', id, body);
  }

  @Act('sitting.record-attendance')
  recordAttendance(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.record-attendance') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.record-attendance', id, body);
  }

  @Act('sitting.confirm-attendance')
  confirmAttendance(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.confirm-attendance') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.confirm-attendance', id, body);
  }

  @Act('sitting.open')
  open(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.open') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.open', id, body);
  }

  @Act('sitting.take-up')
  takeUp(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.take-up') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.take-up', id, body);
  }

  @Act('sitting.note-item')
  noteItem(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.note-item') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.note-item', id, body);
  }

  @Act('sitting.adjourn')
  adjourn(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('sitting.adjourn') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'sitting.adjourn', id, body);
  }
}
