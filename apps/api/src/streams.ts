import {
  changesAfter,
  isSessionOpen,
  MEANS,
  SESSION_RULES,
  Wakener,
  type Change,
  type Means,
  type SessionRules,
  type Visitor,
} from '@mouding/shell';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { LOG } from './tokens.ts';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;

/** One open connection and how far it has come. */
interface Line {
  readonly visitor: Visitor;
  readonly response: Response;
  after: number;
  /** One look at the log at a time; a wake-up during a look asks for another. */
  looking: boolean;
  again: boolean;
}

/** Open event streams: each learns, by leaf index, of the changes that its visitor may see at that moment. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  private readonly open = new Set<Response>();
  private readonly wakener: Wakener;

  constructor(
    @Inject(MEANS) private readonly means: Means,
    @Inject(LOG) private readonly log: Logger,
    @Inject(SESSION_RULES) private readonly rules: SessionRules,
  ) {
    this.wakener = new Wakener(means.ledger);
  }

  /** Replays what came after `last`, then follows the log until the connection or the session ends. */
  async follow(visitor: Visitor, last: string | undefined, response: Response): Promise<void> {
    // −1 is before the first entry of all.
    const after = /^(?:\d{1,15}|-1)$/.test(last ?? '')
      ? Number(last)
      : (await this.means.ledger.logSize(visitor.institution)) - 1;
    const line: Line = { visitor, response, after, looking: false, again: false };
    const leave = await this.wakener.follow(() => void this.look(line));
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    response.write(here(line));
    const beat = setInterval(() => void this.beat(line), HEARTBEAT_MS);
    this.open.add(response);
    response.on('close', () => {
      clearInterval(beat);
      leave();
      this.open.delete(response);
    });
    await this.look(line);
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const response of this.open) response.end();
    await this.wakener.close();
  }

  private async look(line: Line): Promise<void> {
    line.again = true;
    if (line.looking) return;
    line.looking = true;
    try {
      while (line.again && !line.response.writableEnded) {
        line.again = false;
        if (!(await this.isOpen(line.visitor))) {
          line.response.end();
          return;
        }
        const { changes, upTo } = await changesAfter(this.means, line.visitor, line.after);
        for (const change of changes) line.response.write(message(change));
        line.again ||= upTo > line.after;
        line.after = upTo;
      }
    } catch (error) {
      this.log.warn({ err: error }, 'a stream waits for the database');
    } finally {
      line.looking = false;
    }
  }

  private isOpen({ token }: Visitor): Promise<boolean> {
    return isSessionOpen(this.means.ledger, this.rules, token);
  }

  /** Says that the connection lives, and ends it with its session: a stream must not outlive a log-out. */
  private async beat(line: Line): Promise<void> {
    try {
      if (await this.isOpen(line.visitor)) line.response.write(here(line));
      else line.response.end();
    } catch {
      line.response.end();
    }
  }
}

/** How far the line has come: whoever is cut off begins there again, also when nothing had changed before. */
const here = ({ after }: Line): string => `id: ${after}\nevent: here\ndata: {}\n\n`;

const message = ({ idx, type, resource, version }: Change): string =>
  `id: ${idx}\nevent: change\ndata: ${JSON.stringify({ type, resource, version })}\n\n`;
