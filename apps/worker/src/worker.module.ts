import { Module, type DynamicModule } from '@nestjs/common';
import { openLedger, type Ledger } from '@mouding/ledger';
import { StateCache, type Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { Checkpointing } from './checkpointing.ts';
import { Closing } from './closing.ts';
import { MailingHeads } from './mailing-heads.ts';
import { Notifying } from './notifying.ts';
import { Posting } from './posting.ts';
import { Rounds } from './rounds.ts';
import { Sequencing } from './sequencing.ts';
import { LOG, MEANS, SETTINGS } from './tokens.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** Clockwork: order of the log, what fell due, messages to other institutions. It never listens. */
@Module({})
export class WorkerModule {
  static with(settings: WorkerSettings, log: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOG, useValue: log },
        { provide: MEANS, useFactory: () => means(settings) },
        Sequencing,
        Rounds,
        Posting,
        Notifying,
        Checkpointing,
        MailingHeads,
        Closing,
      ],
    };
  }
}

const means = (settings: WorkerSettings): Means => ({
  ledger: ledgerOf(settings),
  cache: new StateCache(),
});

const ledgerOf = (settings: WorkerSettings): Ledger =>
  openLedger({
    url: settings.WORKER_DATABASE_URL,
    applicationName: 'mouding-worker',
    keyFile: settings.KEY_FILE,
    max: 5,
  });
