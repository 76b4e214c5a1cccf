import { Inject, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AuditSessions } from '@mouding/shell';
import { CasesController } from './cases.controller.ts';
import { HealthController } from './health.controller.ts';
import { LettersController } from './letters.controller.ts';
import { LogController } from './log.controller.ts';
import { QuestionsController } from './questions.controller.ts';
import { RecordController } from './record.controller.ts';
import { RecordReader } from './record.ts';
import { SessionController } from './session.controller.ts';
import { TimelineController } from './timeline.controller.ts';
import { PARTS, type AuditParts } from './tokens.ts';
import { VerificationController } from './verification.controller.ts';
import { WebController } from './web.controller.ts';

@Injectable()
class Closing implements OnApplicationShutdown {
  constructor(@Inject(PARTS) private readonly parts: AuditParts) {}

  async onApplicationShutdown(): Promise<void> {
    const { means, notes, press } = this.parts;
    await press.close();
    await means.ledger.close();
    await notes.close();
  }
}

/** The auditor's service. Its database role can only SELECT, and write down its own reading. */
@Module({})
export class AuditModule {
  static with(parts: AuditParts, sessions: AuditSessions): DynamicModule {
    return {
      module: AuditModule,
      controllers: [
        SessionController,
        LettersController,
        TimelineController,
        CasesController,
        QuestionsController,
        VerificationController,
        RecordController,
        LogController,
        HealthController,
        WebController,
      ],
      providers: [
        { provide: PARTS, useValue: parts },
        { provide: AuditSessions, useValue: sessions },
        RecordReader,
        Closing,
      ],
    };
  }
}
