import { Admit, Who, type Visitor } from '@mouding/shell';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
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
    summary: '变更通知（SSE）：id 为办理记录序号，data 为 {type, resource, version}',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '从该序号之后补发 · replays what came after it',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  follow(
    @Who() who: Visitor,
    @Headers('last-event-id') last: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.streams.follow(who, last, response);
  }
}
