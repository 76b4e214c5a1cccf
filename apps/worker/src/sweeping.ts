import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { sweep, type Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 1_000;

/** Looks once a second for deadlines whose law time has come, in every institution, and gives their commands. */
@Injectable()
export class Sweeping implements OnApplicationBootstrap {
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.going = againAndAgain(
      EVERY_MS,
      () => this.sweepAll(),
      (error) => this.log.warn({ err: error }, 'the sweep waits for the database'),
    );
  }

  async stop(): Promise<void> {
    await this.going?.stop();
  }

  private async sweepAll(): Promise<void> {
    for (const institution of await this.means.ledger.dueInstitutions()) {
      const { done, failed } = await sweep(this.means, institution);
      if (done > 0) this.log.info({ institution, done }, 'deadlines fell due');
      for (const { deadline, error } of failed)
        this.log.error({ institution, deadline, err: error }, 'a deadline stays due');
    }
  }
}
