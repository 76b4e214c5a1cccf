import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { sweep, type Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 1_000;

/** Looks once a second for deadlines whose law time has come, in every institution, and gives their commands. */
@Injectable()
export class Sweeping implements OnApplicationBootstrap {
  private readonly end = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.sweepAgainAndAgain();
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.running;
  }

  private async sweepAgainAndAgain(): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      await this.sweepAll().catch((error: unknown) =>
        this.log.warn({ err: error }, 'the sweep waits for the database'),
      );
      await pause(EVERY_MS, undefined, { signal }).catch(() => {});
    }
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
