import {
  Anonymity,
  ANONYMITY,
  Id,
  OpinionToken,
  Problem,
  resourceOf,
  ReturnedForm,
  ReturnedPreview,
  type Resource,
} from '@mouding/contract';
import {
  Commands,
  consultationThere,
  MEANS,
  Reading,
  takeToken,
  Who,
  WhoAsks,
  resource,
  returnedForm,
  type OriginalConverter,
  type Answered,
  type Asked,
  type Means,
  type Visitor,
} from '@mouding/shell';
import { Body, Controller, Header, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiDefaultResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act, Answers, Asks, Sent } from '../routes.ts';
import { CONVERTER } from '../tokens.ts';

@ApiTags('consultations')
@Controller('v1/consultations')
export class ConsultationsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(MEANS) private readonly means: Means,
    @Inject(CONVERTER) private readonly converter: OriginalConverter,
  ) {}

  @Answers(':id', resourceOf('consultation'), 'getConsultation', '征求意见')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'consultation', id));
  }

  @Answers(':id/anonymity', Anonymity, 'getAnonymity', '不署名意见的留存说明')
  async anonymity(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Anonymity> {
    await consultationThere(this.means, who, id);
    return ANONYMITY;
  }

  @Post(':id/tokens')
  @Header('Cache-Control', 'no-store')
  @SerializeOptions({ schema: OpinionToken })
  @ApiOperation({ operationId: 'takeOpinionToken', summary: '领取不署名意见凭证 · takes a token' })
  @ApiCreatedResponse({ standardSchema: OpinionToken })
  @ApiDefaultResponse({ standardSchema: Problem, description: 'application/problem+json' })
  takeToken(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<OpinionToken> {
    return takeToken(this.means, who, id);
  }

  @Asks(
    'post',
    ':id/returned-form',
    ReturnedPreview,
    'previewReturnedForm',
    '退回的意见反馈表、修订稿中的意见（预览，不作记录）',
  )
  returnedForm(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReturnedForm }) form: ReturnedForm,
  ): Promise<ReturnedPreview> {
    return this.reading.as(who, (reader) => returnedForm(reader, id, form, this.converter));
  }

  @Act('consultation.reply')
  reply(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.reply') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.reply', id, body);
  }

  @Act('consultation.enter-answer')
  enterAnswer(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.enter-answer') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.enter-answer', id, body);
  }

  @Act('consultation.open-text')
  openText(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.open-text') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.open-text', id, body);
  }

  @Act('consultation.record-opinion')
  recordOpinion(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.record-opinion') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.record-opinion', id, body);
  }

  @Act('consultation.record-none')
  recordNone(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.record-none') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.record-none', id, body);
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

  @Act('consultation.set-window')
  setWindow(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('consultation.set-window') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'consultation.set-window', id, body);
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
