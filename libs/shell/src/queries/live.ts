import { parseStream, type StreamName } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import type { Visitor } from '../session/visitor.ts';
import { readerFor, seen } from './reader.ts';

/** A change that a visitor may know of: what kind, of which stream, now at which version. Never what it says. */
export interface Change {
  readonly idx: number;
  readonly type: string;
  readonly resource: StreamName;
  readonly version: number;
}

const AT_ONCE = 200;

/** Wakes everyone who follows a log when leaves were added anywhere. One listener a process, from its first follower on. */
export class Wakener {
  private readonly followers = new Set<() => void>();
  private readonly ledger: Ledger;
  private stop: Promise<() => Promise<void>> | undefined;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** @returns how to leave again */
  async follow(wake: () => void): Promise<() => void> {
    this.followers.add(wake);
    const wakeAll = (): void => {
      for (const each of this.followers) each();
    };
    try {
      this.stop ??= this.ledger.listen(wakeAll);
      await this.stop;
    } catch (error) {
      this.stop = undefined;
      this.followers.delete(wake);
      throw error;
    }
    return () => void this.followers.delete(wake);
  }

  async close(): Promise<void> {
    this.followers.clear();
    await (
      await this.stop
    )?.();
  }
}

/**
 * The changes after a leaf index that a visitor may know of, asked with what the visitor may see at this moment.
 * @returns them, and the index up to which the log was looked at
 */
export async function changesAfter(
  means: Means,
  visitor: Visitor,
  after: number,
): Promise<{ readonly changes: readonly Change[]; readonly upTo: number }> {
  const leaves = await means.ledger.feed(visitor.institution, after, AT_ONCE);
  const upTo = leaves.at(-1)?.idx ?? after;
  if (leaves.length === 0) return { changes: [], upTo };
  const visibleLeaves = await seen(await readerFor(means, visitor), leaves);
  const changes = visibleLeaves
    .filter(({ stream }) => parseStream(stream).kind !== 'refusal')
    .map(({ idx, type, stream, version }) => ({ idx, type, resource: stream as StreamName, version }));
  return { changes, upTo };
}
