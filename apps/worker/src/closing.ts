import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import { Beating } from './beating.ts';
import { Forwarding } from './forwarding.ts';
import { Freeing } from './freeing.ts';
import { Notifying } from './notifying.ts';
import { Posting } from './posting.ts';
import { Releasing } from './releasing.ts';
import { Sweeping } from './sweeping.ts';
import { MEANS } from './tokens.ts';

/** Closes the ledger after everything that uses it has stopped. */
@Injectable()
export class Closing implements OnApplicationShutdown {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(Forwarding) private readonly forwarding: Forwarding,
    @Inject(Posting) private readonly posting: Posting,
    @Inject(Freeing) private readonly freeing: Freeing,
    @Inject(Beating) private readonly beating: Beating,
    @Inject(Sweeping) private readonly sweeping: Sweeping,
    @Inject(Notifying) private readonly notifying: Notifying,
    @Inject(Releasing) private readonly releasing: Releasing,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([
      this.forwarding.stop(),
      this.posting.stop(),
      this.freeing.stop(),
      this.beating.stop(),
      this.sweeping.stop(),
      this.notifying.stop(),
      this.releasing.stop(),
    ]);
    await this.means.ledger.close();
  }
}
