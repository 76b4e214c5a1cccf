import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import { Checkpointing } from './checkpointing.ts';
import { MailingHeads } from './mailing-heads.ts';
import { Notifying } from './notifying.ts';
import { Posting } from './posting.ts';
import { Rounds } from './rounds.ts';
import { MEANS } from './tokens.ts';

/** Closes the ledger after everything that uses it has stopped. */
@Injectable()
export class Closing implements OnApplicationShutdown {
  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(Rounds) private readonly rounds: Rounds,
    @Inject(Posting) private readonly posting: Posting,
    @Inject(Notifying) private readonly notifying: Notifying,
    @Inject(Checkpointing) private readonly checkpointing: Checkpointing,
    @Inject(MailingHeads) private readonly heads: MailingHeads,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(
      [this.rounds, this.posting, this.notifying, this.checkpointing, this.heads].map((each) => each.stop()),
    );
    await this.means.ledger.close();
  }
}
