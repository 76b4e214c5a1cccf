import { Admit, Who, type Visitor } from '@mouding/shell';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Streams } from '../streams.ts';

@ApiTags('stream')
@Admit('free')
@Controller('v1/stream')
export class StreamController {
  constructor(@Inject(Streams) private readonly streams: Streams) {}

  @Get()
  @ApiOperation({
    operationId: 'followStream',
    summary:
      '变更通知（SSE）：id 为办理记录序号；change 的 data 为 {type, resource, version}，here 只报告已看到的序号',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '从该序号之后补发 · replays what came after it',
  })
  @ApiQuery({
    name: 'after',
    required: false,
    schema: { type: 'string' },
    description:
      '首次连接时从该序号之后补发（见 /v1/me 的 seenTo） · where the first connection begins; Last-Event-ID goes before it',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  follow(
    @Who() who: Visitor,
    @Headers('last-event-id') last: string | undefined,
    @Query('after') after: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.streams.follow(who, last ?? after, response);
  }
}
