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

@ApiTags('consultations')
@Controller('v1/consultations')
export class ConsultationsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('consultation'), 'getConsultation', '征求意见')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'consultation', id));
  }

  @Act('consultation.reply-none')
  replyNone(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.reply-none') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.reply-none', id, body);
  }

  @Act('consultation.give-opinion')
  giveOpinion(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.give-opinion') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.give-opinion', id, body);
  }

  @Act('consultation.close')
  close(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.close') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.close', id, body);
  }
}
