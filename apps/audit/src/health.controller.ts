import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, workerHealth, type WorkerHealth } from '@mouding/shell';
import { PARTS, type AuditParts } from './tokens.ts';

/** For whoever watches the process: no data, no session. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok'; worker: WorkerHealth }> {
    const { ledger } = this.parts.means;
    await ledger.ping();
    return { status: 'ok', worker: await workerHealth(ledger) };
  }
}
