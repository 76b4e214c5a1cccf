import { VERB_WORDS, WHY_UNHELD, wordsOf, type Delegations, type UnheldList } from '@mouding/contract';
import {
  overviews,
  parseStream,
  repairsOf,
  unheld,
  type ObligationRow,
  type OrgState,
  type Unheld,
} from '@mouding/core';
import type { Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { holderWords } from './holder-words.ts';
import { asked, inOwnRight, seen, type Reader } from './reader.ts';

type Row = Of<ObligationRow>;

/** What is owed in the institution and nobody handles, with why and how to repair it. @throws ProblemError not-found */
export async function unheldList(reader: Reader): Promise<UnheldList> {
  if (!overviews(inOwnRight(reader), 'unheld')) throw new ProblemError('not-found');
  const { ledger, visitor } = reader;
  const org = await asked(reader, (known) => known.org);
  const all: readonly Row[] = await ledger.outbox.obligations(visitor.institution);
  const found = all.flatMap((row) => {
    const why = unheld(org, row.holder);
    return why ? [{ row, why }] : [];
  });
  const shown = await shownOf(
    reader,
    found.map(({ row }) => row),
  );
  return {
    items: found.map(({ row, why }) => ({ ...owedView(row, org, shown), ...whyView(row, why, org) })),
    lapsed: org.context.lapsed.map(({ act, verb, at, rule, said }) => ({
      act,
      verb,
      words: wordsOf(VERB_WORDS, verb),
      at,
      rule,
      said,
    })),
  };
}

/** What the reader may see of what is owed. Of anything else it is said that it is owed, and by which post. */
export interface Shown {
  /** Streams about which something is owed, and their cases. */
  readonly streams: ReadonlySet<string>;
  /** Titles by stream. */
  readonly labels: ReadonlyMap<string, string>;
}

export async function shownOf(reader: Reader, rows: readonly Pick<Row, 'stream' | 'case'>[]): Promise<Shown> {
  const { ledger, visitor } = reader;
  const all = new Set(
    rows.flatMap(({ stream, case: of }) => (of === null ? stream : [stream, `case/${of}`])),
  );
  const streams = (
    await seen(
      reader,
      [...all].map((stream) => ({ stream })),
    )
  ).map(({ stream }) => stream);
  const items = await ledger.items(visitor.institution, { streams });
  return {
    streams: new Set(streams),
    labels: new Map(items.map(({ stream, label }) => [stream, label])),
  };
}

/** A row of the list of obligations as it is shown. */
export const owedView = (row: Row, org: OrgState, { streams, labels }: Shown) => ({
  stream: streams.has(row.stream) ? row.stream : null,
  name: row.name,
  verb: row.verb,
  words: wordsOf(VERB_WORDS, row.verb),
  label: labels.get(row.stream) ?? (row.stream.startsWith('org/') ? org.context.name : ''),
  case: streams.has(`case/${row.case}`) ? row.case : null,
  due: row.due,
  holder: holderWords(org, row.holder),
});

const whyView = ({ stream }: Row, found: Unheld, org: OrgState) => ({
  why: found.why,
  whyWords: WHY_UNHELD[found.why],
  posts: org.context.posts.flatMap(({ id, title }) => (found.posts.includes(id) ? [{ id, title }] : [])),
  repairs: repairsOf(found, parseStream(stream).kind).map((verb) => ({
    verb,
    words: wordsOf(VERB_WORDS, verb),
  })),
});

/** 委托办理: what the reader delegated and what was delegated to the reader; both see both. */
export async function myDelegations(reader: Reader): Promise<Delegations> {
  const { ledger, visitor } = reader;
  const { person, institution } = visitor;
  const { context } = await asked(reader, (known) => known.org);
  const all = [
    ...context.delegations.map((each) => ({ ...each, over: false })),
    ...context.ended.map((each) => ({ ...each, over: true })),
  ].filter(({ delegator, to }) => person === delegator || person === to);
  const persons = all.flatMap(({ delegator, to }) => [delegator, to]);
  const names = await ledger.directory.get(institution, [...new Set(persons)]);
  const named = (id: string) => ({ id, name: names.get(id)?.name ?? null });
  return {
    items: all.map(({ delegation, post, delegator, to, from, until, scope, stays, unseen, over }) => ({
      delegation,
      side: delegator === person ? ('given' as const) : ('held' as const),
      post: { id: post, title: context.posts.find(({ id }) => id === post)?.title ?? '' },
      delegator: named(delegator),
      to: named(to),
      from,
      until,
      ended: over,
      harmless: scope.harmless,
      verbs: scope.verbs.map((verb) => ({ verb, words: wordsOf(VERB_WORDS, verb) })),
      within: scope.within,
      stays: [...stays],
      unseen: unseen.map(({ stream, verb }) => ({ stream, verb, words: wordsOf(VERB_WORDS, verb) })),
    })),
  };
}
