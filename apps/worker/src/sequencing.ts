import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { runSequencer } from '@mouding/ledger';
import type { Settings } from '@mouding/shell';
import type { Logger } from 'pino';
import { LOG, SETTINGS } from './tokens.ts';

/** Gives every committed entry its place in its institution's log, until shutdown. */
@Injectable()
export class Sequencing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly end = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings & { readonly SEQUENCER_DATABASE_URL: string },
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = runSequencer({
      url: this.settings.SEQUENCER_DATABASE_URL,
      signal: this.end.signal,
      onTrouble: (error) => this.log.warn({ err: error }, 'the sequencer waits for the database'),
    }).catch((error: unknown) => {
      this.log.fatal({ err: error }, 'the sequencer stopped');
      process.kill(process.pid, 'SIGTERM');
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.end.abort();
    await this.running;
  }
}
