import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Means } from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { beating } from './beating.ts';
import { forwarding } from './forwarding.ts';
import { freeing } from './freeing.ts';
import { releasing } from './releasing.ts';
import { sweeping } from './sweeping.ts';
import { LOG, MEANS } from './tokens.ts';

const ROUNDS = [sweeping, forwarding, freeing, beating, releasing];

/** Everything of the worker that comes round by itself and keeps nothing between two rounds. */
@Injectable()
export class Rounds implements OnApplicationBootstrap {
  private going: readonly Going[] = [];

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.going = ROUNDS.map(({ everyMs, waiting, run }) =>
      againAndAgain(
        everyMs,
        () => run(this.means, this.log),
        (error) => this.log.warn({ err: error }, waiting),
      ),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.going.map((each) => each.stop()));
  }
}
