import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Ledger } from '@mouding/ledger';
import { HealthController } from './health.controller.ts';
import { LogController } from './log.controller.ts';
import { RecordController } from './record.controller.ts';
import { RecordReader } from './record.ts';
import { LEDGER } from './tokens.ts';

@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(@Inject(LEDGER) private readonly ledger: Ledger) {}

  onApplicationShutdown(): Promise<void> {
    return this.ledger.close();
  }
}

/** The auditor's service. Its database role can only SELECT, and write down its own reading. */
@Module({})
export class AuditModule {
  static with(ledger: Ledger): DynamicModule {
    return {
      module: AuditModule,
      controllers: [RecordController, LogController, HealthController],
      providers: [{ provide: LEDGER, useValue: ledger }, RecordReader, Closing],
    };
  }
}
