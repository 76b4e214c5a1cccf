import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 5_000;

/** Says that the worker works, where api, audit and the doctor look. */
@Injectable()
export class Beating implements OnApplicationBootstrap {
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.going = againAndAgain(
      EVERY_MS,
      () => this.means.ledger.beat('worker'),
      (error) => this.log.warn({ err: error }, 'the heartbeat waits for the database'),
    );
  }

  async stop(): Promise<void> {
    await this.going?.stop();
  }
}
