import type { MessageKind, ObligationRow } from '@mouding/core';
import type pg from 'pg';
import { within } from './connection.ts';
import { readModel, type Of, type RawObligation } from './read-models.ts';
import * as sql from './message-statements.ts';

/** queued 待发 · sending 发送中 · sent-unsure 可能已发 · sent 已发 · bounced 退信 · cancelled 已撤销 · no-address 无地址 */
export const MESSAGE_STATES = [
  'queued',
  'sending',
  'sent-unsure',
  'sent',
  'bounced',
  'cancelled',
  'no-address',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** A person who is to be told of an obligation that stands. */
export interface Telling {
  readonly stream: string;
  readonly name: string;
  readonly kind: MessageKind;
  readonly case: string | null;
  readonly due: string | null;
  readonly person: string;
  readonly channel: string;
  /** The law day on which a reminder is due as well, or null. */
  readonly remind: string | null;
}

/** A message that this process now sends; it has it for the lease, and must say what became of it. */
export interface ClaimedMessage {
  readonly id: string;
  readonly stream: string;
  readonly name: string;
  readonly kind: MessageKind;
  readonly case: string | null;
  readonly due: string | null;
  readonly person: string;
  readonly channel: string;
  readonly address: string;
  readonly messageId: string;
  /** Attempts of its own that failed before. */
  readonly attempts: number;
  /** What it was before: one that may have arrived stays so until it is known to have. */
  readonly was: 'queued' | 'sent-unsure';
  /** Who owes what it tells of, at this moment, and by which act. */
  readonly holder: string;
  readonly verb: string;
}

/** What became of a claimed message. */
export interface Settling {
  readonly id: string;
  readonly state: Exclude<MessageState, 'sending'>;
  /** Whether this was an attempt of its own; a server that is away is not the message's fault. */
  readonly counts: boolean;
  /** Milliseconds of real time until the next attempt, or null for none. */
  readonly again: number | null;
  readonly error: string | null;
}

/** A message as it is shown. */
export interface StoredMessage {
  readonly id: string;
  readonly stream: string;
  readonly name: string;
  readonly kind: MessageKind;
  /** The law day of a reminder; empty for what is told once. */
  readonly occasion: string;
  readonly case: string | null;
  readonly due: string | null;
  readonly person: string;
  readonly channel: string;
  readonly address: string | null;
  readonly messageId: string;
  readonly state: MessageState;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
  /** When what it told of no longer stood, real time. */
  readonly ended: string | null;
  readonly created: string;
  readonly createdLaw: string;
  readonly updated: string;
  readonly updatedLaw: string;
}

/** The outbox of messages to people. */
export interface Outbox {
  /** What obligations, posts, accounts and contacts look like on this law day, as a text that changes whenever they do. */
  fingerprint(institution: string): Promise<string>;
  /** Every obligation that stands. */
  obligations(institution: string): Promise<readonly Of<ObligationRow>[]>;
  /**
   * Queues what is told for the first time, and the reminders of people who were told; ends what tells of something
   * that no longer stands. The list is complete. Two at once queue nothing twice. Needs the worker's role.
   *
   * @param domain the right half of new Message-IDs
   */
  reconcile(institution: string, tellings: readonly Telling[], domain: string): Promise<void>;
  /**
   * Takes messages whose time has come, the longest waiting first. What no longer stands is cancelled instead, and whom
   * nobody has an address of is set aside. What another process held beyond its lease may have been sent.
   *
   * @param lease milliseconds in which the caller says what became of them
   */
  claim(institution: string, limit: number, lease: number): Promise<readonly ClaimedMessage[]>;
  settle(institution: string, settling: Settling): Promise<void>;
  /** Notes on everything that waits that nobody has said through which server it goes. Needs the worker's role. */
  noteUnconfigured(institution: string): Promise<void>;
  /** Whether nothing waits for somebody to say through which server it goes. */
  configured(institution: string): Promise<boolean>;
  /** The newest first. */
  list(institution: string, wanted: MessageFilter): Promise<readonly StoredMessage[]>;
  /** How many messages of what still stands are in each state. */
  counts(institution: string): Promise<ReadonlyMap<MessageState, number>>;
  /** Queues a bounced message again; answers its state then, undefined when there is none. Needs the app's role. */
  resend(institution: string, id: string): Promise<MessageState | undefined>;
  /** Messages that have waited for more than an hour, and those that bounced; of what still stands. */
  health(institution: string): Promise<{ readonly waiting: number; readonly bounced: number }>;
}

export interface MessageFilter {
  readonly state?: MessageState | undefined;
  /** To this person alone. */
  readonly person?: string | undefined;
  /** Of these kinds alone. */
  readonly kinds?: readonly MessageKind[] | undefined;
  /** What comes after this message in the list. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export const openOutbox = (pool: pg.Pool): Outbox => ({ ...sending(pool), ...reading(pool) });

type Reading = 'fingerprint' | 'obligations' | 'configured' | 'list' | 'counts' | 'health';

/** What changes the outbox. */
const sending = (pool: pg.Pool): Omit<Outbox, Reading> => ({
  reconcile: (institution, tellings, domain) => reconcile(pool, institution, tellings, domain),
  async claim(institution, limit, lease) {
    for (;;) {
      const taken = await within<RawClaimed>(pool, institution, { ...sql.CLAIM, values: [limit, lease] });
      const claimed = taken.filter(({ state }) => state === 'sending');
      // Those that were cancelled or set aside make room for the next.
      if (taken.length === 0 || claimed.length > 0) return claimed.map(claimedMessage);
    }
  },
  async settle(institution, { id, state, counts, again, error }) {
    await within(pool, institution, { ...sql.SETTLE, values: [id, state, counts ? 1 : 0, again, error] });
  },
  async noteUnconfigured(institution) {
    await within(pool, institution, { ...sql.NOTE_UNCONFIGURED, values: [] });
  },
  async resend(institution, id) {
    const resent = { ...sql.RESEND, values: [id] };
    const [row] = await within<{ state: MessageState | null }>(pool, institution, resent);
    return row?.state ?? undefined;
  },
});

/** What looks at it, and at what it is made of. */
const reading = (pool: pg.Pool): Pick<Outbox, Reading> => ({
  async fingerprint(institution) {
    const [row] = await within<{ mark: string }>(pool, institution, { ...sql.FINGERPRINT, values: [] });
    return row?.mark ?? '';
  },
  async obligations(institution) {
    const rows = await within<RawObligation>(pool, institution, { ...sql.STANDING, values: [] });
    return rows.map(readModel);
  },
  async configured(institution) {
    const asked = { ...sql.CONFIGURED, values: [] };
    const [row] = await within<{ configured: boolean }>(pool, institution, asked);
    return row?.configured ?? true;
  },
  async list(institution, { state, person, kinds, after, limit }) {
    const values = [state ?? null, after ?? null, limit, person ?? null, kinds ?? null];
    return (await within<RawMessage>(pool, institution, { ...sql.LIST, values })).map(stored);
  },
  async counts(institution) {
    const counted = { ...sql.COUNTS, values: [] };
    const rows = await within<{ state: MessageState; n: number }>(pool, institution, counted);
    return new Map(rows.map(({ state, n }) => [state, n]));
  },
  async health(institution) {
    const asked = { ...sql.HEALTH, values: [] };
    const [row] = await within<{ waiting: number; bounced: number }>(pool, institution, asked);
    return row ?? { waiting: 0, bounced: 0 };
  },
});

async function reconcile(
  pool: pg.Pool,
  institution: string,
  tellings: readonly Telling[],
  domain: string,
): Promise<void> {
  const wanted = JSON.stringify(tellings.map(({ case: case_id, ...telling }) => ({ ...telling, case_id })));
  await within(
    pool,
    institution,
    { ...sql.ONE_AT_A_TIME, values: [] },
    { ...sql.END, values: [wanted] },
    { ...sql.QUEUE, values: [wanted, domain] },
    { ...sql.QUEUE_REMINDERS, values: [wanted, domain] },
    { ...sql.READDRESS, values: [] },
  );
}

type RawClaimed = Omit<ClaimedMessage, 'case' | 'messageId' | 'due'> & {
  readonly state: MessageState;
  readonly case_id: string | null;
  readonly message_id: string;
  readonly due: Date | null;
};

const claimedMessage = ({ state: _, case_id, message_id, due, ...row }: RawClaimed): ClaimedMessage => ({
  ...row,
  case: case_id,
  messageId: message_id,
  due: iso(due),
});

interface RawMessage {
  readonly id: string;
  readonly stream: string;
  readonly name: string;
  readonly kind: MessageKind;
  readonly occasion: string;
  readonly case_id: string | null;
  readonly due: Date | null;
  readonly person: string;
  readonly channel: string;
  readonly address: string | null;
  readonly message_id: string;
  readonly state: MessageState;
  readonly attempts: number;
  readonly next_at: Date | null;
  readonly last_error: string | null;
  readonly ended: Date | null;
  readonly created: Date;
  readonly created_law: Date;
  readonly updated: Date;
  readonly updated_law: Date;
}

const iso = (at: Date | null): string | null => at && at.toISOString();

const stored = ({
  case_id,
  message_id,
  next_at,
  last_error,
  created_law,
  updated_law,
  ...row
}: RawMessage) => ({
  ...row,
  case: case_id,
  messageId: message_id,
  lastError: last_error,
  nextAt: iso(next_at),
  due: iso(row.due),
  ended: iso(row.ended),
  created: row.created.toISOString(),
  createdLaw: created_law.toISOString(),
  updated: row.updated.toISOString(),
  updatedLaw: updated_law.toISOString(),
});
