import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { forgetTokens, releaseDue, type Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS } from './tokens.ts';

const EVERY_MS = 5_000;

/** Records the unsigned opinions of a day once it is over, and forgets tokens once their consultation is, everywhere. */
@Injectable()
export class Releasing implements OnApplicationBootstrap {
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.going = againAndAgain(
      EVERY_MS,
      async () => {
        await releaseDue(this.means);
        await forgetTokens(this.means);
      },
      (error) => this.log.warn({ err: error }, 'unsigned opinions wait for the database'),
    );
  }

  async stop(): Promise<void> {
    await this.going?.stop();
  }
}
