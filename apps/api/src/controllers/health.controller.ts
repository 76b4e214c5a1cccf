import { Admit, MEANS, Public, workerHealth, type Means, type WorkerHealth } from '@mouding/shell';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { COUNTS } from '../tokens.ts';

@ApiTags('health')
@Public()
@Admit('free')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(COUNTS) private readonly counts: ReadonlyMap<string, number>,
  ) {}

  @Get('live')
  @ApiOperation({ operationId: 'isAlive', summary: '进程在运行；启动以来各类问题答复的次数' })
  live(): { readonly status: 'ok'; readonly problems: { readonly [code: string]: number } } {
    return { status: 'ok', problems: Object.fromEntries(this.counts) };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'isReady', summary: '数据库可用；worker 是否在运行' })
  async ready(): Promise<{ readonly status: 'ok'; readonly worker: WorkerHealth }> {
    await this.means.ledger.ping();
    return { status: 'ok', worker: await workerHealth(this.means.ledger) };
  }
}
