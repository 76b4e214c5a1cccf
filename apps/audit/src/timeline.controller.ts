import { ListFormat, TimelineFilter, TimelinePage, TimelineQuery } from '@mouding/contract';
import { auditTimeline, LIST_MEDIA, timelineList, type AuditScope } from '@mouding/shell';
import { Controller, Inject, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { fileOf } from './list-answer.ts';
import { Scope } from './reach.ts';
import { Files, Reads } from './routes.ts';
import { PARTS, type AuditParts } from './tokens.ts';

const Export = z.strictObject({ ...TimelineFilter.shape, format: ListFormat.default('csv') });

/** 时间线 of a case, or of the institution. */
@ApiTags('timeline')
@Controller('v1/timeline')
export class TimelineController {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  @Reads('', 'asked', TimelinePage, {
    operationId: 'getTimeline',
    summary: '时间线：按规划或全单位，可筛选 · the timeline with its filters',
    query: TimelineQuery,
  })
  page(
    @Scope() scope: AuditScope,
    @Query({ schema: TimelineQuery }) query: TimelineQuery,
  ): Promise<TimelinePage> {
    return auditTimeline(scope, query);
  }

  @Files('export', 'asked', Object.values(LIST_MEDIA), {
    operationId: 'exportTimeline',
    summary: '导出时间线 · the same as a file',
    query: Export,
  })
  async file(
    @Scope() scope: AuditScope,
    @Query({ schema: Export }) { format, ...filter }: z.infer<typeof Export>,
  ): Promise<StreamableFile> {
    const list = await timelineList(scope, { ...filter, limit: 200 });
    return fileOf(scope, list, format, this.parts.press);
  }
}
