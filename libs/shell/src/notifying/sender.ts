import { backOff, LONGEST_AWAY_MS, LONGEST_MS, messageText, owes } from '@mouding/core';
import type { ClaimedMessage, Settling } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { asked, readerFor } from '../queries/reader.ts';
import { linkTo } from './link.ts';
import type { Delivery, Notifier } from './notifier.ts';
import { frameOf, occasionOf } from './occasion.ts';

export interface SenderWish {
  readonly means: Means;
  readonly notifier: Notifier;
  /** The address that people open. */
  readonly page: string;
  /** Milliseconds that nothing waits longer than for its next attempt; by default half an hour. */
  readonly longest?: number;
  /** Real time in milliseconds, and chance from 0 to 1. */
  readonly now?: () => number;
  readonly chance?: () => number;
  /** Ends the round after what is under way. */
  readonly signal?: AbortSignal;
}

/** Sends what is due over one channel. */
export interface Sender {
  /**
   * Sends what is due of an institution, until nothing is, the server is away, or it is another institution's turn;
   * answers how many were taken over.
   */
  round(institution: string): Promise<number>;
}

const AT_ONCE = 5;
/** Messages of one institution after which the others have their turn. */
const TURN = 50;
/** Longer than any attempt: what is held beyond it was left behind by a process that fell. */
const LEASE_MS = 10 * 60_000;

/**
 * A server that is away is looked for by one message at a time, at growing distances; the others wait for it without
 * counting attempts, so that they go out when it is back and no herd tramples it.
 */
export function openSender(wish: SenderWish): Sender {
  const { now = Date.now, chance = Math.random, longest = LONGEST_MS, signal } = wish;
  const { outbox } = wish.means.ledger;
  let failures = 0;
  let awayUntil = 0;
  const isHere = (): boolean => !signal?.aborted && now() >= awayUntil;
  const learn = (endings: readonly Ending[]): void => {
    if (endings.includes('unreachable')) {
      failures += 1;
      awayUntil = now() + backOff(failures, chance(), Math.min(LONGEST_AWAY_MS, longest));
    } else if (endings.some((ending) => ending !== 'cancelled' && ending !== 'failed')) failures = 0;
  };
  return {
    async round(institution) {
      let sent = 0;
      for (let tried = 0; tried < TURN && isHere();) {
        const claimed = await outbox.claim(institution, failures > 0 ? 1 : AT_ONCE, LEASE_MS);
        if (claimed.length === 0) break;
        const endings = await Promise.all(
          claimed.map((message) => sendOne(wish, institution, message, chance)),
        );
        learn(endings);
        tried += endings.length;
        sent += endings.filter((ending) => ending === 'sent').length;
      }
      return sent;
    },
  };
}

type Ending = Delivery['kind'] | 'cancelled' | 'failed';

async function sendOne(
  { means, notifier, page, longest = LONGEST_MS }: SenderWish,
  institution: string,
  message: ClaimedMessage,
  chance: () => number,
): Promise<Ending> {
  const { outbox } = means.ledger;
  const { id, was, attempts } = message;
  const again = backOff(attempts + 1, chance(), longest);
  const settle = (settling: Omit<Settling, 'id'>): Promise<void> =>
    outbox.settle(institution, { id, ...settling });
  let delivery: Delivery | { readonly kind: 'cancelled' };
  try {
    delivery = await attempt(means, notifier, page, institution, message);
  } catch (error) {
    const said = error instanceof Error ? error.message : 'failed';
    await settle({ state: was, counts: true, again, error: said });
    return 'failed';
  }
  await settle(settlingOf(delivery, was, again));
  return delivery.kind;
}

/** Tries once, unless the recipient holds what is owed no longer: that is asked at the last moment. */
async function attempt(
  means: Means,
  notifier: Notifier,
  page: string,
  institution: string,
  message: ClaimedMessage,
): Promise<Delivery | { readonly kind: 'cancelled' }> {
  const reader = await readerFor(means, { institution, person: message.person });
  const still = await asked(reader, (known) => owes(known, reader.held, message));
  if (!still) return { kind: 'cancelled' };
  const text = messageText(await occasionOf(reader, message), await frameOf(reader, linkTo(page, message)));
  const { address, messageId } = message;
  return notifier.deliver({ address, messageId, ...text });
}

function settlingOf(
  delivery: Delivery | { readonly kind: 'cancelled' },
  was: ClaimedMessage['was'],
  again: number,
): Omit<Settling, 'id'> {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', counts: true, again: null, error: null };
    case 'refused':
      return { state: 'bounced', counts: true, again: null, error: delivery.said };
    case 'later':
      return { state: was, counts: true, again, error: delivery.said };
    case 'unsure':
      return { state: 'sent-unsure', counts: true, again, error: delivery.said };
    case 'unreachable':
      return { state: was, counts: false, again: 0, error: delivery.said };
    case 'cancelled':
      return { state: was === 'queued' ? 'cancelled' : was, counts: false, again: null, error: null };
  }
}
