import { Id, ImportView, resourceOf, UseReport, type Resource } from '@mouding/contract';
import {
  Commands,
  Reading,
  Who,
  WhoAsks,
  importView,
  resource,
  type Answered,
  type Asked,
  type Visitor,
  useOf,
} from '@mouding/shell';
import { Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('contributions')
@Controller('v1/contributions')
export class ContributionsController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Answers(':id', resourceOf('contribution'), 'getContribution', '科室发展规划')
  get(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<Resource> {
    return this.reading.as(who, (reader) => resource(reader, 'contribution', id));
  }

  @Answers(':id/import', ImportView, 'getContributionImport', '科室发展规划导入核对')
  imported(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<ImportView> {
    return this.reading.as(who, (reader) => importView(reader, 'contribution', id));
  }

  @Act('contribution.choose-revisions')
  chooseRevisions(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.choose-revisions') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.choose-revisions', id, body);
  }

  @Act('contribution.check-import')
  checkImport(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.check-import') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.check-import', id, body);
  }

  @Act('contribution.confirm-text')
  confirmText(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.confirm-text') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.confirm-text', id, body);
  }

  @Act('contribution.record-confirmation')
  recordConfirmation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.record-confirmation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.record-confirmation', id, body);
  }

  @Answers(':id/use', UseReport, 'getContributionUse', '科室材料采用情况')
  use(@Who() who: Visitor, @Param('id', { schema: Id }) id: string): Promise<UseReport> {
    return this.reading.as(who, (reader) => useOf(reader, 'contribution', id));
  }

  @Act('contribution.confirm-use')
  confirmUse(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.confirm-use') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.confirm-use', id, body);
  }

  @Act('contribution.submit')
  submit(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.submit') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.submit', id, body);
  }

  @Act('contribution.accept')
  accept(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.accept') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.accept', id, body);
  }

  @Act('contribution.return')
  giveBack(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.return') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.return', id, body);
  }

  @Act('contribution.report-none')
  reportNone(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.report-none') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.report-none', id, body);
  }

  @Act('contribution.withdraw')
  withdraw(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.withdraw') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.withdraw', id, body);
  }

  @Act('contribution.record')
  record(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.record') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.record', id, body);
  }

  @Act('contribution.quarantine')
  quarantine(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.quarantine') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.quarantine', id, body);
  }

  @Act('contribution.extend')
  extend(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.extend') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.extend', id, body);
  }

  @Act('contribution.excuse')
  excuse(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.excuse') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.excuse', id, body);
  }

  @Act('contribution.release-escalation')
  releaseEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.release-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.release-escalation', id, body);
  }

  @Act('contribution.hold-escalation')
  holdEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.hold-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.hold-escalation', id, body);
  }

  @Act('contribution.see-escalation')
  seeEscalation(
    @WhoAsks() asked: Asked,
    @Param('id', { schema: Id }) id: string,
    @Sent('contribution.see-escalation') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'contribution.see-escalation', id, body);
  }
}
