import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import { Freeing } from './freeing.ts';
import { Posting } from './posting.ts';
import { Sweeping } from './sweeping.ts';
import { MEANS } from './tokens.ts';

/** Closes the ledger after everything that uses it has stopped. */
@Injectable()
export class Closing implements OnApplicationShutdown {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(Posting) private readonly posting: Posting,
    @Inject(Freeing) private readonly freeing: Freeing,
    @Inject(Sweeping) private readonly sweeping: Sweeping,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.posting.stop(), this.freeing.stop(), this.sweeping.stop()]);
    await this.means.ledger.close();
  }
}
