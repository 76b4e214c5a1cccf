import { AuditLetters, AuditReadings, Organisation, PageQuery, TreeLogView } from '@mouding/contract';
import {
  auditLetters,
  auditReadings,
  Commands,
  organisation,
  Reading,
  RECEIPTS,
  treeLogView,
  Who,
  WhoAsks,
  type Answered,
  type Asked,
  type ReceiptSigner,
  type Visitor,
} from '@mouding/shell';
import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, Answers, Sent } from '../routes.ts';

@ApiTags('org')
@Controller('v1/org')
export class OrgController {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(RECEIPTS) private readonly receipts: ReceiptSigner | null,
  ) {}

  @Answers('', Organisation, 'getOrganisation', '科室、岗位与议事决策机构')
  get(@Who() who: Visitor): Promise<Organisation> {
    return this.reading.as(who, organisation);
  }

  @Answers(
    'audit-letters',
    AuditLetters,
    'listAuditLetters',
    '调阅函登记：范围、期限与批准 · letters of access',
  )
  auditLetters(@Who() who: Visitor): Promise<AuditLetters> {
    return this.reading.as(who, auditLetters);
  }

  @Answers(
    'audit-readings',
    AuditReadings,
    'listReadingsOfAuditors',
    '审计查阅记录：何人何时查阅了什么 · what auditors asked',
    PageQuery,
  )
  auditReadings(@Who() who: Visitor, @Query({ schema: PageQuery }) query: PageQuery): Promise<AuditReadings> {
    return this.reading.as(who, (reader) => auditReadings(reader, query));
  }

  @Answers('log', TreeLogView, 'getTreeLog', '记录树、检查点与另起记录树 · the tree over the record')
  log(@Who() who: Visitor): Promise<TreeLogView> {
    return this.reading.as(who, (reader) => treeLogView(reader, this.receipts));
  }

  @Act('org.create-department', 'commands/create-department')
  createDepartment(@WhoAsks() asked: Asked, @Sent('org.create-department') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.create-department', asked.institution, body);
  }

  @Act('org.create-post', 'commands/create-post')
  createPost(@WhoAsks() asked: Asked, @Sent('org.create-post') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.create-post', asked.institution, body);
  }

  @Act('org.fill-post', 'commands/fill-post')
  fillPost(@WhoAsks() asked: Asked, @Sent('org.fill-post') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.fill-post', asked.institution, body);
  }

  @Act('org.vacate-post', 'commands/vacate-post')
  vacatePost(@WhoAsks() asked: Asked, @Sent('org.vacate-post') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.vacate-post', asked.institution, body);
  }

  @Act('org.form-body', 'commands/form-body')
  formBody(@WhoAsks() asked: Asked, @Sent('org.form-body') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.form-body', asked.institution, body);
  }

  @Act('org.set-holidays', 'commands/set-holidays')
  setHolidays(@WhoAsks() asked: Asked, @Sent('org.set-holidays') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.set-holidays', asked.institution, body);
  }

  @Act('org.set-security', 'commands/set-security')
  setSecurity(@WhoAsks() asked: Asked, @Sent('org.set-security') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.set-security', asked.institution, body);
  }

  @Act('org.propose-audit-access', 'commands/propose-audit-access')
  proposeAuditAccess(
    @WhoAsks() asked: Asked,
    @Sent('org.propose-audit-access') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'org.propose-audit-access', asked.institution, body);
  }

  @Act('org.approve-audit-access', 'commands/approve-audit-access')
  approveAuditAccess(
    @WhoAsks() asked: Asked,
    @Sent('org.approve-audit-access') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'org.approve-audit-access', asked.institution, body);
  }

  @Act('org.propose-log-restart', 'commands/propose-log-restart')
  proposeLogRestart(
    @WhoAsks() asked: Asked,
    @Sent('org.propose-log-restart') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'org.propose-log-restart', asked.institution, body);
  }

  @Act('org.confirm-log-restart', 'commands/confirm-log-restart')
  confirmLogRestart(
    @WhoAsks() asked: Asked,
    @Sent('org.confirm-log-restart') body: unknown,
  ): Promise<Answered> {
    return this.commands.act(asked, 'org.confirm-log-restart', asked.institution, body);
  }

  @Act('org.see-log-trouble', 'commands/see-log-trouble')
  seeLogTrouble(@WhoAsks() asked: Asked, @Sent('org.see-log-trouble') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.see-log-trouble', asked.institution, body);
  }

  @Act('org.end-audit-access', 'commands/end-audit-access')
  endAuditAccess(@WhoAsks() asked: Asked, @Sent('org.end-audit-access') body: unknown): Promise<Answered> {
    return this.commands.act(asked, 'org.end-audit-access', asked.institution, body);
  }

  @Act('org.move-clock', 'commands/move-clock')
  moveClock(@WhoAsks() asked: Asked, @Sent('org.move-clock') body: unknown): Promise<Answered> {
    return this.commands.moveClock(asked, body);
  }
}
