import {
  MESSAGE_KIND_WORDS,
  MESSAGE_WORDS,
  wordsOf,
  type MessageLine,
  type MessagePage,
  type MessageQuery,
  type Resent,
} from '@mouding/contract';
import { isOffice, type ItemRow } from '@mouding/core';
import type { Listed, StoredMessage } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { inOwnRight, seen, type Reader } from './reader.ts';

/** Whether the reader looks after the outbox: it shows who is reached where, so it is the office's and the administrator's. */
const seesMessages = (reader: Reader): boolean =>
  inOwnRight(reader).some((capacity) => isOffice(capacity) || capacity.as === 'administrator');

/** @throws ProblemError not-found */
function refuseOthers(reader: Reader): void {
  if (!seesMessages(reader)) throw new ProblemError('not-found');
}

/** Every message to people with what became of it, the newest first. @throws ProblemError not-found */
export async function messages(reader: Reader, { state, limit, cursor }: MessageQuery): Promise<MessagePage> {
  refuseOthers(reader);
  const { ledger, visitor } = reader;
  const { institution } = visitor;
  const after = cursor === undefined ? undefined : idOf(cursor);
  const found = await ledger.outbox.list(institution, { state, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const names = await ledger.directory.get(institution, [...new Set(page.map(({ person }) => person))]);
  const visible = await seen(reader, page);
  const items = await ledger.items(institution, {
    streams: [...new Set(visible.map(({ stream }) => stream))],
  });
  const labels = new Map(items.map((item) => [item.stream, item]));
  const counts = Object.fromEntries(await ledger.outbox.counts(institution));
  const last = page.at(-1);
  const hasNext = found.length > limit;
  return {
    items: page.map((message) => lineOf(message, names, labels)),
    page: { next: hasNext && last ? cursorOf(last.id) : null, hasNext },
    counts,
    configured: await ledger.outbox.configured(institution),
  };
}

function idOf(cursor: string): string {
  const place = placeOf(cursor);
  if (!/^[0-9a-f-]{36}$/.test(place)) throw new ProblemError('invalid-query');
  return place;
}

function lineOf(
  message: StoredMessage,
  names: ReadonlyMap<string, Listed>,
  labels: ReadonlyMap<string, ItemRow>,
): MessageLine {
  const { id, kind, person, channel, address, state, attempts, nextAt, lastError } = message;
  return {
    id,
    kind,
    kindWords: wordsOf(MESSAGE_KIND_WORDS, kind),
    about: aboutOf(message, labels.get(message.stream)),
    recipient: { person, name: names.get(person)?.name ?? null },
    channel,
    address,
    state,
    words: wordsOf(MESSAGE_WORDS, state),
    attempts,
    nextAt,
    lastError,
    stands: message.ended === null,
    created: message.created,
    updated: message.updated,
  };
}

const aboutOf = ({ stream, name, due, case: of }: StoredMessage, item: ItemRow | undefined) =>
  item ? { stream, name, label: item.label, case: of, due } : null;

/**
 * Queues a bounced message again; asking twice is asking once. Messages are machinery, so that it leaves no fact but a
 * line in the access log.
 *
 * @throws ProblemError not-found
 */
export async function resendMessage(reader: Reader, id: string): Promise<Resent> {
  refuseOthers(reader);
  const { ledger, visitor } = reader;
  const { institution, person } = visitor;
  const state = await ledger.outbox.resend(institution, id);
  if (state === undefined) throw new ProblemError('not-found');
  await ledger.logAccess(institution, { person, action: 'message.resend', detail: id });
  return { id, state, words: wordsOf(MESSAGE_WORDS, state) };
}
