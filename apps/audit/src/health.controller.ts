import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Ledger } from '@mouding/ledger';
import { Public, workerHealth, type WorkerHealth } from '@mouding/shell';
import { LEDGER } from './tokens.ts';

/** For whoever watches the process: no data, no session. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok'; worker: WorkerHealth }> {
    await this.ledger.ping();
    return { status: 'ok', worker: await workerHealth(this.ledger) };
  }
}
