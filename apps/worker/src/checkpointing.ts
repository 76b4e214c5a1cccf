import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { openLedger, type Ledger } from '@mouding/ledger';
import {
  checkpoint,
  cosignNewest,
  openSigner,
  openWitnessing,
  witnessTrouble,
  type CheckpointerMeans,
  type LogTrouble,
  type Means,
  type Witnessing,
} from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { Alarming } from './alarming.ts';
import { LOG, MEANS, SETTINGS } from './tokens.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** Between two signatures of one log at least so long. */
const EVERY_MS = 1_000;
/** A log that stands still is compared with the signer's record all the same, so often. */
const QUIET_MS = 30_000;

/** What was found of a log that had not grown. */
interface Quiet {
  readonly size: number;
  readonly until: number;
}

/**
 * Has the tree of each institution signed when it has grown, once a second at most. It follows the sequencer, which runs
 * in this process too, and has a role of its own in the database, that reads entries and writes what was signed; what
 * must be apart is the key, and that has the signer. When anything is wrong nothing is published and it says so; the
 * hospital's work goes on.
 */
@Injectable()
export class Checkpointing implements OnApplicationBootstrap {
  private readonly quiet = new Map<string, Quiet>();
  private readonly alarming: Alarming;
  private readonly witnessing: Witnessing;
  private readonly ledger: Ledger;
  private readonly asked: CheckpointerMeans | undefined;
  private going: Going | undefined;
  private isStopping = false;

  constructor(
    @Inject(MEANS) means: Means,
    @Inject(SETTINGS) settings: WorkerSettings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const { SIGNER_URL: url, SIGNER_TOKEN: token, LOG_ORIGIN: origin } = settings;
    this.witnessing = openWitnessing(settings.WITNESSES, settings.WITNESSES_REQUIRED);
    const applicationName = 'mouding-checkpointer';
    this.ledger = openLedger({ url: settings.CHECKPOINTER_DATABASE_URL, applicationName, max: 2 });
    this.alarming = new Alarming(means, this.ledger.treeLogs, log);
    if (url === undefined || token === undefined) return;
    this.asked = { ledger: this.ledger, signer: openSigner({ url, token }), origin };
  }

  onApplicationBootstrap(): void {
    const { asked } = this;
    if (asked)
      this.going = againAndAgain(
        EVERY_MS,
        () => this.all(asked),
        (error) => this.log.warn({ err: error }, 'checkpoints wait for the database'),
      );
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.going?.stop();
    await this.ledger.close();
  }

  private async all(asked: CheckpointerMeans): Promise<void> {
    for (const { id } of await this.ledger.institutions()) {
      if (this.isStopping) return;
      try {
        await this.one(asked, id);
      } catch (error) {
        this.log.warn({ institution: id, err: error }, 'a checkpoint waits');
      }
    }
  }

  private async one(asked: CheckpointerMeans, institution: string): Promise<void> {
    const size = await asked.ledger.logSize(institution);
    const quiet = this.quiet.get(institution);
    if (quiet?.size === size && performance.now() < quiet.until) return;
    const done = await checkpoint(asked, institution);
    if (done.outcome === 'trouble') return this.alarming.tell(institution, done);
    const trouble = await this.cosign(institution);
    await this.alarming.tell(institution, trouble);
    if (done.outcome === 'nothing-new' && trouble === null)
      this.quiet.set(institution, { size, until: performance.now() + QUIET_MS });
  }

  /** Asks the witnesses for what there is; what is to be said of those that have not signed it. */
  private async cosign(institution: string): Promise<LogTrouble | null> {
    const { witnesses, required } = this.witnessing;
    const asked = await cosignNewest(this.ledger, institution, witnesses);
    for (const { witness, outcome, reason } of asked)
      if (outcome === 'refused' || outcome === 'away')
        this.log.warn({ institution, witness, reason }, 'a witness has not cosigned');
    return witnessTrouble(asked, required);
  }
}
