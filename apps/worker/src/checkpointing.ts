import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  checkpoint,
  cosignNewest,
  openSigner,
  readWitnesses,
  stateOf,
  type CheckpointerMeans,
  type LogState,
  type Means,
  type Settings,
  type Witness,
} from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS, SETTINGS } from './tokens.ts';

/** Between two signatures of one log at least so long. */
const EVERY_MS = 1_000;
/** A log that stands still is compared with the signer's record all the same, so often. */
const QUIET_MS = 30_000;
const PUBLISHING: LogState = { state: 'publishing', zh: '', en: '' };

/** What was found of a log that had not grown. */
interface Quiet {
  readonly size: number;
  readonly until: number;
}

/**
 * Has the tree of each institution signed when it has grown, once a second at most. It follows the sequencer, which runs
 * in this process too; what must be apart is the key, and that has the signer. When anything is wrong nothing is
 * published and it says so; the hospital's work goes on.
 */
@Injectable()
export class Checkpointing implements OnApplicationBootstrap {
  private readonly quiet = new Map<string, Quiet>();
  private readonly told = new Map<string, string>();
  private readonly witnesses: readonly Witness[];
  private readonly asked: CheckpointerMeans | undefined;
  private going: Going | undefined;
  private isStopping = false;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const { SIGNER_URL: url, SIGNER_TOKEN: token, LOG_ORIGIN: origin, WITNESSES } = settings;
    this.witnesses = readWitnesses(WITNESSES);
    if (url === undefined || token === undefined) return;
    this.asked = { ledger: means.ledger, signer: openSigner({ url, token }), origin };
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
  }

  private async all(asked: CheckpointerMeans): Promise<void> {
    for (const { id } of await this.means.ledger.institutions()) {
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
    if (done.outcome === 'trouble') return this.tell(institution, stateOf(done));
    await this.tell(institution, PUBLISHING);
    const isWitnessed = await this.cosign(institution);
    if (done.outcome === 'nothing-new' && isWitnessed)
      this.quiet.set(institution, { size, until: performance.now() + QUIET_MS });
  }

  /** Whether every witness has cosigned what there is. */
  private async cosign(institution: string): Promise<boolean> {
    const asked = await cosignNewest(this.means.ledger, institution, this.witnesses);
    for (const { witness, outcome, reason } of asked)
      if (outcome === 'refused' || outcome === 'away')
        this.log.warn({ institution, witness, reason }, 'a witness has not cosigned');
    return asked.every(({ outcome }) => outcome === 'cosigned' || outcome === 'had');
  }

  private async tell(institution: string, state: LogState): Promise<void> {
    const words = `${state.state} ${state.en}`;
    if (this.told.get(institution) === words) return;
    await this.means.ledger.treeLogs.note(institution, state);
    this.told.set(institution, words);
    if (state.state !== 'publishing') this.log.error({ institution, state }, state.en);
  }
}
