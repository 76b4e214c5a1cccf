import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  headMailer,
  newestHeads,
  openMail,
  type HeadMailer,
  type Means,
  type Notifier,
  type Settings,
} from '@mouding/shell';
import type { Logger } from 'pino';
import { againAndAgain, type Going } from './again-and-again.ts';
import { LOG, MEANS, SETTINGS } from './tokens.ts';

/** A day has a thousand chances for its one mail. */
const EVERY_MS = 60_000;

/** Mails the head of each log once a day to the parties that are named (`HEADS_MAIL_TO`). */
@Injectable()
export class MailingHeads implements OnApplicationBootstrap {
  private readonly notifier: Notifier | undefined;
  private readonly mailer: HeadMailer | undefined;
  private going: Going | undefined;

  constructor(
    @Inject(MEANS) means: Means,
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const { SMTP_URL: url, MAIL_FROM: from, HEADS_MAIL_TO: to = [], MAIL_PER_SECOND: rate } = settings;
    const { WITNESSES_REQUIRED: witnesses } = settings;
    if (url === undefined || from === undefined || to.length === 0) return;
    this.notifier = openMail({ url, from, rate });
    this.mailer = headMailer({
      heads: () => newestHeads(means.ledger, witnesses),
      mailed: means.ledger.mailedHeads,
      notifier: this.notifier,
      to,
      domain: from.split('@')[1] ?? '',
      now: () => new Date(),
    });
  }

  onApplicationBootstrap(): void {
    const { mailer } = this;
    if (mailer)
      this.going = againAndAgain(
        EVERY_MS,
        async () => {
          const sent = await mailer.round();
          if (sent > 0) this.log.info({ sent }, 'heads of logs were mailed');
        },
        (error) => this.log.warn({ err: error }, 'heads of logs wait for the database'),
      );
  }

  async stop(): Promise<void> {
    await this.going?.stop();
    this.notifier?.close();
  }
}
