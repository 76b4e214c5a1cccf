import {
  CAPACITY_WORDS,
  FACT_WORDS,
  wordsOf,
  type HistoryEntry,
  type HistoryPage,
  type PageQuery,
} from '@mouding/contract';
import { streamName, type OrgState } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { Leaf } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

/** 办理记录 of a case in the order of the log: what happened in every stream that the reader may see. @throws ProblemError not-found */
export async function caseHistory(
  reader: Reader,
  id: string,
  { limit, cursor }: PageQuery,
): Promise<HistoryPage> {
  const { ledger, visitor } = reader;
  const exists = await asked(reader, (known) => known.state('case', id) !== undefined);
  if (!exists || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const items = await seen(reader, [
    ...(await ledger.itemsOfCase(visitor.institution, id)).map(({ stream, label }) => ({ stream, label })),
    { stream: streamName('refusal', id), label: null },
  ]);
  const labels = new Map(items.map(({ stream, label }) => [stream, label]));
  const after = cursor === undefined ? -1 : indexOf(cursor);
  const leaves = await ledger.history(visitor.institution, [...labels.keys()], after, limit + 1);
  const org = await asked(reader, (known) => known.org);
  const page = leaves.slice(0, limit).map((leaf) => entryView(leaf, labels.get(leaf.stream) ?? null, org));
  const last = page.at(-1);
  const hasNext = leaves.length > limit;
  return { items: page, page: { next: hasNext && last ? cursorOf(String(last.idx)) : null, hasNext } };
}

function indexOf(cursor: string): number {
  const place = placeOf(cursor);
  if (!/^\d{1,15}$/.test(place)) throw new ProblemError('invalid-query');
  return Number(place);
}

function entryView(
  leaf: Leaf & { readonly entry: string },
  label: string | null,
  org: OrgState,
): HistoryEntry {
  const { idx, stream, version, type, at, leafHash } = leaf;
  const { actor } = JSON.parse(leaf.entry) as Entry;
  const post = org.context.posts.find(({ id }) => id === actor.post)?.title ?? null;
  return {
    idx,
    at,
    stream,
    version,
    type,
    words: wordsOf(FACT_WORDS, type),
    label,
    actor: {
      as: actor.as,
      words: wordsOf(CAPACITY_WORDS, actor.as).zh,
      post,
      person: actor.by,
      onBehalfOf: actor.for,
      acting: actedThen(org, actor, at),
    },
    leafHash,
  };
}

/** 主持工作: the post was vacant then, and this person acted in it. */
const actedThen = ({ context }: OrgState, { by, post, for: behalf }: Entry['actor'], at: string): boolean =>
  by !== null &&
  behalf === null &&
  context.actings.some(
    (acting) => acting.post === post && acting.from <= at && (acting.ended === null || at < acting.ended),
  );
