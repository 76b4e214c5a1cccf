import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 5_000;

/** Takes up what a worker that fell was at: its messages would otherwise wait for hours. */
@Injectable()
export class Freeing implements OnApplicationBootstrap {
  private readonly end = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.freeAgainAndAgain();
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.running;
  }

  private async freeAgainAndAgain(): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      await this.free().catch((error: unknown) =>
        this.log.warn({ err: error }, 'abandoned messages wait for the database'),
      );
      await pause(EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }

  private async free(): Promise<void> {
    const freed = await this.means.ledger.freeAbandonedJobs();
    if (freed > 0) this.log.info({ freed }, 'messages of a fallen worker are taken up again');
  }
}
