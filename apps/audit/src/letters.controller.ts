import { AuditCases, AuditLetters, AuditReadings, PageQuery } from '@mouding/contract';
import { auditCases, ownLetters, readingsPage, type AuditScope } from '@mouding/shell';
import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Scope } from './reach.ts';
import { Reads } from './routes.ts';
import { PARTS, type AuditParts } from './tokens.ts';

/** What is open to an auditor, and what auditors have read. */
@ApiTags('letters')
@Controller('v1')
export class LettersController {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  @Reads('letters', 'none', AuditLetters, {
    operationId: 'listOwnLetters',
    summary: '本人的调阅函 · one’s letters',
  })
  async letters(@Scope() { access }: AuditScope): Promise<AuditLetters> {
    const posts = access.reader.held.flatMap(({ post }) => post ?? []);
    return { items: await ownLetters(access, posts) };
  }

  @Reads('cases', 'none', AuditCases, {
    operationId: 'listAuditCases',
    summary: '调阅范围内的规划 · the cases that a letter opens',
  })
  cases(@Scope() { access }: AuditScope): Promise<AuditCases> {
    return auditCases(access);
  }

  @Reads('readings', 'none', AuditReadings, {
    operationId: 'listAuditReadings',
    summary: '审计查阅记录 · what auditors of this institution asked',
    query: PageQuery,
  })
  readings(
    @Scope() { access }: AuditScope,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<AuditReadings> {
    return readingsPage(this.parts.notes, access.reader, access.org.context.letters, query);
  }
}
