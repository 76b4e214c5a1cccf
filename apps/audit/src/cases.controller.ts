import {
  AccessThen,
  Ancestry,
  AncestryQuery,
  DecisionReadings,
  DifferenceQuery,
  ListFormat,
  StateDifference,
  StateQuery,
  StateThen,
} from '@mouding/contract';
import {
  accessList,
  accessThen,
  ancestry,
  decisionReadings,
  LIST_MEDIA,
  readingList,
  stateDifference,
  stateList,
  stateThen,
  type AuditScope,
} from '@mouding/shell';
import { Controller, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { fileOf } from './list-answer.ts';
import { Scope } from './reach.ts';
import { Files, Reads } from './routes.ts';
import { PARTS, type AuditParts } from './tokens.ts';

const Id = z.uuid();
const MEDIA = Object.values(LIST_MEDIA);
const Format = z.strictObject({ format: ListFormat.default('csv') });
const StateExport = z.strictObject({ ...StateQuery.shape, ...Format.shape });

/** One case: everything of it as at any moment, what changed between two, what was read before deciding. */
@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  @Reads(':id/state', 'case', StateThen, {
    operationId: 'getStateThen',
    summary: '某一时点的全部状态，由记录重新推算 · everything as it stood',
    query: StateQuery,
  })
  state(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: StateQuery }) query: StateQuery,
  ): Promise<StateThen> {
    return stateThen(scope, id, query);
  }

  @Reads(':id/access', 'case', AccessThen, {
    operationId: 'getAccessThen',
    summary: '某一时点谁可以查看哪些事项 · who could see what at an instant',
    query: StateQuery,
  })
  access(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: StateQuery }) query: StateQuery,
  ): Promise<AccessThen> {
    return accessThen(scope, id, query);
  }

  @Files(':id/access/export', 'case', MEDIA, {
    operationId: 'exportAccessThen',
    summary: '导出某一时点谁可以查看 · the same as a file',
    query: StateExport,
  })
  async accessFile(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: StateExport }) { format, at }: z.infer<typeof StateExport>,
  ): Promise<StreamableFile> {
    return fileOf(scope, accessList(await accessThen(scope, id, { at })), format, this.parts.press);
  }

  @Files(':id/state/export', 'case', MEDIA, {
    operationId: 'exportStateThen',
    summary: '导出某一时点的状态 · the same as a file',
    query: StateExport,
  })
  async stateFile(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: StateExport }) { format, at }: z.infer<typeof StateExport>,
  ): Promise<StreamableFile> {
    return fileOf(scope, stateList(await stateThen(scope, id, { at })), format, this.parts.press);
  }

  @Reads(':id/difference', 'case', StateDifference, {
    operationId: 'getStateDifference',
    summary: '两个时点的差异 · what changed between two instants',
    query: DifferenceQuery,
  })
  difference(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DifferenceQuery }) query: DifferenceQuery,
  ): Promise<StateDifference> {
    return stateDifference(scope, id, query);
  }

  @Reads(':id/decisions', 'case', DecisionReadings, {
    operationId: 'getDecisionReadings',
    summary: '决定前的阅看情况 · what was opened before deciding',
  })
  decisions(@Scope() scope: AuditScope, @Param('id', { schema: Id }) id: string): Promise<DecisionReadings> {
    return decisionReadings(scope, id);
  }

  @Files(':id/decisions/export', 'case', MEDIA, {
    operationId: 'exportDecisionReadings',
    summary: '导出决定前的阅看情况 · the same as a file',
    query: Format,
  })
  async decisionsFile(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Format }) { format }: z.infer<typeof Format>,
  ): Promise<StreamableFile> {
    return fileOf(scope, readingList(await decisionReadings(scope, id)), format, this.parts.press);
  }

  @Reads(':id/ancestry', 'case', Ancestry, {
    operationId: 'getAncestry',
    summary: '语句来历：谁在何时依据什么写入 · where a sentence of the text came from',
    query: AncestryQuery,
  })
  ancestry(
    @Scope() scope: AuditScope,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AncestryQuery }) query: AncestryQuery,
  ): Promise<Ancestry> {
    return ancestry(scope, id, query);
  }
}
