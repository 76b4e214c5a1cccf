import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  MAIL,
  openMail,
  openSender,
  reconcileMessages,
  type Means,
  type Notifier,
  type Sender,
  type Settings,
} from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS, SETTINGS } from './tokens.ts';

const EVERY_MS = 1_000;

/** Message-IDs need a right half even before a sender is set; this domain can never be anybody's (RFC 2606). */
const NO_DOMAIN = 'mouding.invalid';

/**
 * Tells people what they owe, beside the commands and never inside them: looks once a second what is owed to whom,
 * queues what was not told yet, and sends what is due. Without a server everything stays queued and says so.
 */
@Injectable()
export class Notifying implements OnApplicationBootstrap {
  private readonly end = new AbortController();
  private readonly marks = new Map<string, string>();
  private readonly notifier: Notifier | undefined;
  private readonly sender: Sender | undefined;
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: page } = settings;
    if (url === undefined || from === undefined || page === undefined) return;
    const { MAIL_PER_SECOND: rate, MAIL_WAIT_SECONDS: waits } = settings;
    const notifier = openMail({ url, from, rate });
    this.notifier = notifier;
    this.sender = openSender({ means, notifier, page, longest: waits * 1_000, signal: this.end.signal });
  }

  onApplicationBootstrap(): void {
    this.going = againAndAgain(
      EVERY_MS,
      () => this.notifyAll(),
      (error) => this.log.warn({ err: error }, 'messages to people wait for the database'),
    );
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.going?.stop();
    this.notifier?.close();
  }

  private async notifyAll(): Promise<void> {
    for (const { id } of await this.means.ledger.institutions()) {
      if (this.end.signal.aborted) return;
      try {
        await this.notifyOne(id);
      } catch (error) {
        this.log.warn({ institution: id, err: error }, 'messages of an institution wait');
      }
    }
  }

  private async notifyOne(institution: string): Promise<void> {
    await this.reconcile(institution);
    if (!this.sender) return this.means.ledger.outbox.noteUnconfigured(institution);
    const sent = await this.sender.round(institution);
    if (sent > 0) this.log.info({ institution, sent }, 'messages were sent');
  }

  /** Only what has changed since the last look is looked at; after a start that is everything. */
  private async reconcile(institution: string): Promise<void> {
    const mark = await this.means.ledger.outbox.fingerprint(institution);
    if (this.marks.get(institution) === mark) return;
    const domain = this.settings.MAIL_FROM?.split('@')[1] ?? NO_DOMAIN;
    await reconcileMessages(this.means, institution, MAIL, domain);
    this.marks.set(institution, mark);
  }
}
