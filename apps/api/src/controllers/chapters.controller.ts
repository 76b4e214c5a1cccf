import {
  clausesAsked,
  Id,
  ImportView,
  resourceOf,
  ReturnPreview,
  ReturnQuery,
  UseReport,
  type Resource,
} from '@mouding/contract';
import {
  Commands,
  Reading,
  Who,
  WhoAsks,
  importView,
  resource,
  returnPreview,
  type Answered,
  type Asked,
  type Visitor,
  useOf,
} from '@mouding/shell';
import { Controller, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('chapters')
@Controller('v1/chapters')
export class ChaptersController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('chapter'), 'getChapter', '篇章')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'chapter', id));
  }

  @Answers(':id/returns', ReturnPreview, 'previewReturn', '退回的后果（预览）', ReturnQuery)
  returns(
    @Who() who: Visitor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReturnQuery }) query: ReturnQuery,
  ): Promise<ReturnPreview> {
    const back = { chapter: id, to: query.to ?? null, clauses: clausesAsked(query) };
    return this.reading.as(who, (reader) => returnPreview(reader, { kind: 'chapter', back }));
  }

  @Act('chapter.give-input')
  giveInput(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.give-input') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.give-input', id, body);
  }

  @Answers(':id/import', ImportView, 'getChapterImport', '篇章导入核对')
  imported(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<ImportView> {
    return this.reading.as(who, (reader) => importView(reader, 'chapter', id));
  }

  @Act('chapter.choose-revisions')
  chooseRevisions(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.choose-revisions') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.choose-revisions', id, body);
  }

  @Act('chapter.check-import')
  checkImport(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.check-import') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.check-import', id, body);
  }

  @Act('chapter.confirm-text')
  confirmText(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.confirm-text') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.confirm-text', id, body);
  }

  @Act('chapter.record-confirmation')
  recordConfirmation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.record-confirmation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.record-confirmation', id, body);
  }

  @Answers(':id/use', UseReport, 'getChapterUse', '篇章材料采用情况')
  use(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<UseReport> {
    return this.reading.as(who, (reader) => useOf(reader, 'chapter', id));
  }

  @Act('chapter.confirm-use')
  confirmUse(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.confirm-use') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.confirm-use', id, body);
  }

  @Act('chapter.submit')
  submit(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.submit') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.submit', id, body);
  }

  @Act('chapter.countersign')
  countersign(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.countersign') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.countersign', id, body);
  }

  @Act('chapter.record-countersign')
  recordCountersign(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.record-countersign') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.record-countersign', id, body);
  }

  @Act('chapter.sign-off')
  signOff(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.sign-off') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.sign-off', id, body);
  }

  @Act('chapter.return')
  giveBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.return', id, body);
  }

  @Act('chapter.withdraw')
  withdraw(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.withdraw') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.withdraw', id, body);
  }

  @Act('chapter.quarantine')
  quarantine(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.quarantine') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.quarantine', id, body);
  }

  @Act('chapter.extend')
  extend(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.extend') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.extend', id, body);
  }

  @Act('chapter.reassign')
  reassign(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.reassign') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.reassign', id, body);
  }

  @Act('chapter.record')
  record(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.record') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.record', id, body);
  }

  @Act('chapter.record-input')
  recordInput(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.record-input') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.record-input', id, body);
  }

  @Act('chapter.record-sign-off')
  recordSignOff(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.record-sign-off') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.record-sign-off', id, body);
  }

  @Act('chapter.record-return')
  recordReturn(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.record-return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.record-return', id, body);
  }

  @Act('chapter.release-escalation')
  releaseEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.release-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.release-escalation', id, body);
  }

  @Act('chapter.hold-escalation')
  holdEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.hold-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.hold-escalation', id, body);
  }

  @Act('chapter.instruct')
  instruct(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.instruct') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.instruct', id, body);
  }

  @Act('chapter.note-instruction')
  noteInstruction(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.note-instruction') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.note-instruction', id, body);
  }

  @Act('chapter.see-escalation')
  seeEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('chapter.see-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'chapter.see-escalation', id, body);
  }
}
