import { DissentReceipt, Id, resourceOf, type Resource } from '@mouding/contract';
import {
  Commands,
  dissentReceipt,
  Reading,
  RECEIPTS,
  Who,
  WhoAsks,
  resource,
  type Answered,
  type Asked,
  type ReceiptSigner,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Make, Sent } from '../routes.ts';

@ApiTags('meetings')
@Controller('v1/meetings')
export class MeetingsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(RECEIPTS) private readonly receipts: ReceiptSigner | null,
  ) {}

  @Make('meeting.call')
  call(@WhoAsks() asked: Asked, @Sent('meeting.call') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'meeting.call', body);
  }

  @Make('meeting.record', 'recorded')
  record(@WhoAsks() asked: Asked, @Sent('meeting.record') body: unknown): Promise<Answered> {
    return this.commands.make(asked, 'meeting.record', body);
  }

  @Answers(':id', resourceOf('meeting'), 'getMeeting', '会议')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'meeting', id));
  }

  @Answers(
    ':id/dissent-receipt',
    DissentReceipt,
    'getDissentReceipt',
    '本人的不同意见凭证（不含内容）· proof of having said something, without the words',
  )
  dissent(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<DissentReceipt> {
    return this.reading.as(who, (reader) => dissentReceipt(reader, id, this.receipts));
  }

  @Act('meeting.sign-in')
  signIn(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.sign-in') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.sign-in', id, body);
  }

  @Act('meeting.sign-out')
  signOut(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.sign-out') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.sign-out', id, body);
  }

  @Act('meeting.open')
  open(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.open') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.open', id, body);
  }

  @Act('meeting.put')
  put(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.put') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.put', id, body);
  }

  @Act('meeting.vote')
  vote(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.vote') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.vote', id, body);
  }

  @Act('meeting.count')
  count(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.count') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.count', id, body);
  }

  @Act('meeting.decide')
  decide(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.decide') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.decide', id, body);
  }

  @Act('meeting.declare')
  declare(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.declare') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.declare', id, body);
  }

  @Act('meeting.adjourn')
  adjourn(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.adjourn') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.adjourn', id, body);
  }

  @Act('meeting.add-item')
  addItem(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.add-item') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.add-item', id, body);
  }

  @Act('meeting.add-paper')
  addPaper(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.add-paper') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.add-paper', id, body);
  }

  @Act('meeting.withdraw-item')
  withdrawItem(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.withdraw-item') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.withdraw-item', id, body);
  }

  @Act('meeting.record-attendance')
  recordAttendance(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.record-attendance') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.record-attendance', id, body);
  }

  @Act('meeting.record-vote')
  recordVote(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.record-vote') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.record-vote', id, body);
  }

  @Act('meeting.correct-vote')
  correctVote(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.correct-vote') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.correct-vote', id, body);
  }

  @Act('meeting.correct-item')
  correctItem(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.correct-item') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.correct-item', id, body);
  }

  @Act('meeting.correct-decision')
  correctDecision(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.correct-decision') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.correct-decision', id, body);
  }

  @Act('meeting.record-decision')
  recordDecision(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.record-decision') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.record-decision', id, body);
  }

  @Act('meeting.file-minutes')
  fileMinutes(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.file-minutes') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.file-minutes', id, body);
  }

  @Act('meeting.recuse')
  recuse(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.recuse') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.recuse', id, body);
  }

  @Act('meeting.withdraw-recusal')
  withdrawRecusal(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.withdraw-recusal') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.withdraw-recusal', id, body);
  }

  @Act('meeting.record-recusal')
  recordRecusal(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.record-recusal') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.record-recusal', id, body);
  }

  @Act('meeting.name-interest')
  nameInterest(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.name-interest') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.name-interest', id, body);
  }

  @Act('meeting.refer')
  refer(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.refer') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.refer', id, body);
  }

  @Act('meeting.record-answer')
  recordAnswer(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.record-answer') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.record-answer', id, body);
  }

  @Act('meeting.carry-over')
  carryOver(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('meeting.carry-over') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'meeting.carry-over', id, body);
  }
}
