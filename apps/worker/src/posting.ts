import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  AnswerMessage,
  deliverAnswer,
  deliverFiling,
  FilingMessage,
  originalConverter,
  readOriginal,
  ReadMessage,
  recountDates,
  RecountMessage,
  type Means,
  type Settings,
} from '@mouding/shell';
import { Logger as JobLogger, run, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { LOG, MEANS, SETTINGS } from './tokens.ts';

/** Messages between institutions and originals to be read, handed over by the facts' own transactions. Each may run twice and acts once. */
export const tasks = (means: Means, converter: ReturnType<typeof originalConverter>): TaskList => ({
  'deliver-filing': (payload) => deliverFiling(means, FilingMessage.parse(payload)),
  'recount-dates': (payload) => recountDates(means, RecountMessage.parse(payload)),
  'deliver-answer': (payload) => deliverAnswer(means, AnswerMessage.parse(payload)),
  'read-original': (payload, { job: { attempts: attempt } }) =>
    readOriginal(means, ReadMessage.parse(payload), { converter, attempt }),
});

/** Between the end of a runner that lost the database and the next one. */
const AGAIN_MS = 1_000;

/**
 * Runs the outbox: tries again with growing delays, wakes up by notification, polls as a fall-back. A runner gives up
 * when the database is gone in the middle of a job; another one takes its place as soon as the database answers.
 */
@Injectable()
export class Posting implements OnApplicationBootstrap {
  private readonly end = new AbortController();
  private runner: Runner | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(SETTINGS) private readonly settings: Settings & { readonly WORKER_DATABASE_URL: string },
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.runner = await this.run();
    this.running = this.runAgainAndAgain();
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.runner?.stop().catch(() => {});
    await this.running;
  }

  private async runAgainAndAgain(): Promise<void> {
    const { signal } = this.end;
    while (!signal.aborted) {
      await this.runner?.promise.catch(() => {});
      this.runner = undefined;
      await pause(AGAIN_MS, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const next = await this.run().catch((error: unknown) => {
        this.log.warn({ err: error }, 'the outbox waits for the database');
        return undefined;
      });
      if (signal.aborted) await next?.stop();
      else this.runner = next;
    }
  }

  private run(): Promise<Runner> {
    return run({
      connectionString: this.settings.WORKER_DATABASE_URL,
      taskList: tasks(this.means, originalConverter(this.settings, process.env['PATH'])),
      concurrency: 4,
      maxPoolSize: 5,
      pollInterval: 1_000,
      noHandleSignals: true,
      parsedCronItems: [],
      // Without a batch, a job whose end cannot be noted ends the whole process by an unhandled rejection.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new JobLogger(
        () => (level, message) => this.log[level === 'warning' ? 'warn' : level](message),
      ),
    });
  }
}
