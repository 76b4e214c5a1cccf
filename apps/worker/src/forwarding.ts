import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 100;
const MOST = 500;

/** Hands jobs of the outbox on to the queue, which {@link Posting} runs. */
@Injectable()
export class Forwarding implements OnApplicationBootstrap {
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.going = againAndAgain(
      EVERY_MS,
      () => this.forward(),
      (error) => this.log.warn({ err: error }, 'the outbox waits for the database'),
    );
  }

  async stop(): Promise<void> {
    await this.going?.stop();
  }

  private async forward(): Promise<void> {
    while ((await this.means.ledger.forwardJobs(MOST)) === MOST);
  }
}
