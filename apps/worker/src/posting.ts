import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  AnswerMessage,
  deliverAnswer,
  deliverFiling,
  FilingMessage,
  type Means,
  type Settings,
} from '@mouding/shell';
import { Logger as JobLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { LOG, MEANS, SETTINGS } from './tokens.ts';

/** Messages between institutions, handed over by the facts' own transactions. Each may run twice and acts once. */
export const tasks = (means: Means): TaskList => ({
  'deliver-filing': (payload) => deliverFiling(means, FilingMessage.parse(payload)),
  'deliver-answer': (payload) => deliverAnswer(means, AnswerMessage.parse(payload)),
});

/** Runs the outbox: tries again with growing delays, wakes up by notification, polls as a fall-back. */
@Injectable()
export class Posting implements OnApplicationBootstrap {
  private runner: Runner | undefined;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(SETTINGS) private readonly settings: Settings & { readonly WORKER_DATABASE_URL: string },
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.runner = await run({
      connectionString: this.settings.WORKER_DATABASE_URL,
      taskList: tasks(this.means),
      concurrency: 4,
      maxPoolSize: 5,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: new JobLogger(
        () => (level, message) => this.log[level === 'warning' ? 'warn' : level](message),
      ),
    });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
  }
}
