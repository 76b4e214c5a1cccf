import {
  MESSAGE_KIND_WORDS,
  wordsOf,
  type MyMessage,
  type MyMessagePage,
  type PageQuery,
} from '@mouding/contract';
import type { ItemRow } from '@mouding/core';
import type { Of, StoredMessage } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { seen, type Reader } from './reader.ts';

/** Kinds that tell of something; the others tell of what one owes, which 待办 shows. */
const TELLING = ['meeting', 'recorded'] as const;

/** 抄送: what the reader was told of, the newest first, as far as they still see it. */
export async function myMessages(reader: Reader, { limit, cursor }: PageQuery): Promise<MyMessagePage> {
  const { ledger, visitor } = reader;
  const { institution, person } = visitor;
  const after = cursor === undefined ? undefined : idOf(cursor);
  const found = await ledger.outbox.list(institution, { person, kinds: TELLING, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const visible = await seen(reader, page);
  const streams = visible.flatMap(({ stream, case: of }) => [stream, ...(of === null ? [] : [`case/${of}`])]);
  const items = await ledger.items(institution, { streams: [...new Set(streams)] });
  const labels = new Map(items.map((item) => [item.stream, item]));
  const last = page.at(-1);
  const hasNext = found.length > limit;
  return {
    items: visible.map((message) => viewOf(message, labels)),
    page: { next: hasNext && last ? cursorOf(last.id) : null, hasNext },
  };
}

function idOf(cursor: string): string {
  const place = placeOf(cursor);
  if (!/^[0-9a-f-]{36}$/.test(place)) throw new ProblemError('invalid-query');
  return place;
}

function viewOf(message: StoredMessage, labels: ReadonlyMap<string, Of<ItemRow>>): MyMessage {
  const { id, kind, stream, case: of, createdLaw, ended } = message;
  const kindWords = wordsOf(MESSAGE_KIND_WORDS, kind);
  return {
    id,
    kindWords,
    stream,
    label: labels.get(stream)?.label ?? kindWords.zh,
    case: of === null ? null : { id: of, title: labels.get(`case/${of}`)?.label ?? '' },
    at: createdLaw,
    stands: ended === null,
  };
}
