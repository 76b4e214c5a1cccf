import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 5_000;

/** Takes up what a worker that fell was at: its messages would otherwise wait for hours. */
@Injectable()
export class Freeing implements OnApplicationBootstrap {
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.going = againAndAgain(
      EVERY_MS,
      () => this.free(),
      (error) => this.log.warn({ err: error }, 'abandoned messages wait for the database'),
    );
  }

  async stop(): Promise<void> {
    await this.going?.stop();
  }

  private async free(): Promise<void> {
    const freed = await this.means.ledger.freeAbandonedJobs();
    if (freed > 0) this.log.info({ freed }, 'messages of a fallen worker are taken up again');
  }
}
