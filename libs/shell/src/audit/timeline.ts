import {
  FACT_WORDS,
  ruleWords,
  TIMELINE_HOW_WORDS,
  VERB_WORDS,
  wordsOf,
  type TimelineEntry,
  type TimelinePage,
  type TimelineQuery,
} from '@mouding/contract';
import { endOfDay, parseStream, startOfDay } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { TimelineLeaf, TimelineSpan, TimelineWish } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { cursorOf, placeOf } from '../queries/cursor.ts';
import { streamsOfCase, type AuditScope } from './access.ts';
import { namingOf, type Naming } from './naming.ts';

/** Leaves that are looked through for one page: what keeps a page below a fifth of a second however long the log is. */
const BUDGET = 5_000;
/** A case is looked through as a whole: it is found by its streams. */
const OF_CASE = 1_000_000;
/** Acts at the same time may be placed a little apart. */
const SLACK = 1_000;

/** 时间线 of a case, or of the institution: a page of it, in either order. */
export async function auditTimeline(scope: AuditScope, query: TimelineQuery): Promise<TimelinePage> {
  const { limit } = query;
  const streams = await streamsWanted(scope, query);
  const times = timesOf(scope, query);
  const span = await spanOf(scope, query, times);
  const budget = streams ? OF_CASE : Math.max(0, Math.min(mostFor(query, times), span.left));
  const found = await look(scope, query, { streams, ...times }, { after: span.after, budget });
  const items = await entriesInWords(scope, found.slice(0, limit));
  const isFull = found.length > limit;
  const goesOn = !streams && budget < span.left;
  const last = (isFull ? items.at(-1)?.idx : undefined) ?? edgeOf(query, span.after, budget);
  return {
    items,
    page: pageTo(last, isFull || goesOn),
    searched: streams ? null : rangeOf(query.order, span.after, last),
  };
}

/** Where everything fits, no more is looked at than a page holds. */
const mostFor = ({ type, person, as, verb, how, limit }: TimelineQuery, { from, to }: Times): number =>
  [type, person, as, verb, how, from, to].every((each) => each === undefined) ? limit + 1 : BUDGET;

/** The last leaf that a page of this order has looked at. */
const edgeOf = ({ order }: TimelineQuery, after: number, budget: number): number =>
  order === 'asc' ? after + budget : after - budget;

const pageTo = (last: number, hasNext: boolean): TimelinePage['page'] => ({
  next: hasNext ? cursorOf(String(last)) : null,
  hasNext,
});

/** One entry more than the page holds, so that it is known whether another page follows. */
const look = (
  { reader: { ledger, visitor } }: AuditScope,
  { type, person: by, as, verb, how, order, limit }: TimelineQuery,
  within: Pick<TimelineWish, 'streams' | 'from' | 'to'>,
  from: Pick<TimelineSpan, 'after' | 'budget'>,
): Promise<readonly TimelineLeaf[]> =>
  ledger.timeline(
    visitor.institution,
    { ...within, type, by, as, verb, how },
    { ...from, order, limit: limit + 1 },
  );

const rangeOf = (order: 'asc' | 'desc', after: number, to: number) =>
  order === 'asc' ? { from: after + 1, to } : { from: Math.max(0, to), to: after - 1 };

interface Times {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days that were asked for, within the letter's period. */
function timesOf({ period }: AuditScope, { from, to }: TimelineQuery): Times {
  const begin = [period?.from, from && startOfDay(from)].flatMap((each) => each ?? []);
  const end = [period?.to, to && endOfDay(to)].flatMap((each) => each ?? []);
  return { from: begin.toSorted().at(-1), to: end.toSorted()[0] };
}

/** From where a page begins, and how many leaves lie ahead of it in its order. */
async function spanOf(
  { reader }: AuditScope,
  { order, cursor }: TimelineQuery,
  { from, to }: Times,
): Promise<{ readonly after: number; readonly left: number }> {
  const { ledger, visitor } = reader;
  const size = await ledger.logSize(visitor.institution);
  const place = async (at: string): Promise<number> => ledger.lastLeafBy(visitor.institution, size, at);
  const first = from === undefined ? 0 : Math.max(0, (await place(from)) - SLACK);
  const end = to === undefined ? size : Math.min(size, (await place(to)) + SLACK);
  if (order === 'asc') {
    const after = cursor === undefined ? first - 1 : indexOf(cursor);
    return { after, left: end - after - 1 };
  }
  const before = cursor === undefined ? end : indexOf(cursor);
  return { after: before, left: before - first };
}

function indexOf(cursor: string): number {
  const place = placeOf(cursor);
  if (!/^\d{1,15}$/.test(place)) throw new ProblemError('invalid-query');
  return Number(place);
}

/** The streams of the case, of those the one, or those of the stage, that were asked for; undefined for all. */
async function streamsWanted(
  scope: AuditScope,
  { case: id, stream, stage }: TimelineQuery,
): Promise<readonly string[] | undefined> {
  if (id === undefined) {
    if (stage !== undefined) throw new ProblemError('invalid-query');
    return stream === undefined ? undefined : [stream];
  }
  const { ledger, visitor } = scope.reader;
  const all = await streamsOfCase(scope, id);
  const items = stage === undefined ? [] : await ledger.itemsOfCase(visitor.institution, id);
  const inStage = new Set(items.filter((item) => item.stage === stage).map((item) => item.stream));
  return all.filter(
    (each) => (stream === undefined || each === stream) && (stage === undefined || inStage.has(each)),
  );
}

/** Entries in words. */
export async function entriesInWords(
  scope: AuditScope,
  leaves: readonly TimelineLeaf[],
): Promise<TimelineEntry[]> {
  const { ledger, visitor } = scope.reader;
  const read = leaves.map((leaf) => ({ leaf, entry: JSON.parse(leaf.entry) as Entry }));
  const streams = [...new Set(leaves.map(({ stream }) => stream))];
  const items = streams.length > 0 ? await ledger.items(visitor.institution, { streams }) : [];
  const lines = new Map(items.map((item) => [item.stream, item]));
  const naming = await namingOf(
    scope.access,
    read.map(({ entry }) => entry.actor),
  );
  return read.map(({ leaf, entry }) => entryView(leaf, entry, lines.get(leaf.stream), naming));
}

interface Line {
  readonly case: string | null;
  readonly stage: string | null;
  readonly label: string;
}

function entryView(leaf: TimelineLeaf, entry: Entry, line: Line | undefined, naming: Naming): TimelineEntry {
  const { idx, at, stream, version, type, leafHash } = leaf;
  const how = howOf(entry);
  const rule = ruleOf(entry);
  const { verb } = entry.command;
  return {
    idx,
    at,
    stream,
    version,
    type,
    words: wordsOf(FACT_WORDS, type),
    ...placeIn(stream, entry, line),
    verb,
    verbWords: wordsOf(VERB_WORDS, verb),
    how,
    howWords: TIMELINE_HOW_WORDS[how],
    rule,
    ruleWords: rule === null ? null : ruleWords(rule),
    actor: naming.actor(entry.actor),
    leafHash,
  };
}

/** What the work list says of the stream; a fact that names its stage knows better. */
function placeIn(
  stream: string,
  { data }: Entry,
  line: Line | undefined,
): Pick<TimelineEntry, 'label' | 'case' | 'stage'> {
  const { stage } = data;
  return {
    label: line?.label ?? null,
    case: line?.case ?? caseOf(stream),
    stage: typeof stage === 'string' ? stage : (line?.stage ?? null),
  };
}

function caseOf(stream: string): string | null {
  const { kind, id } = parseStream(stream);
  return kind === 'case' || kind === 'refusal' ? id : null;
}

/** A refusal and a notice are no conduct, and a record is no act: each is shown for what it is. */
export function howOf({
  type,
  stream,
  actor,
  data,
}: Pick<Entry, 'type' | 'stream' | 'actor' | 'data'>): TimelineEntry['how'] {
  if (type === 'ActRefused') return 'refusal';
  if (actor.as === 'clock') return 'clock';
  if (actor.recorder !== null || stream.startsWith('record/')) return 'record';
  return noticesIn(data).length > 0 ? 'notice' : 'act';
}

/** The rules that an entry shows as broken. */
export const noticesIn = (
  data: Entry['data'],
): readonly { readonly rule: string; readonly said: { readonly zh: string; readonly en: string } }[] => {
  const { notices } = data;
  return Array.isArray(notices) ? (notices as ReturnType<typeof noticesIn>) : [];
};

const ruleOf = ({ type, data }: Entry): string | null => {
  if (type === 'ActRefused') return wordIn(data, 'rule');
  return noticesIn(data)[0]?.rule ?? null;
};

/** A word that a fact says under this name; empty where it says none. */
export const wordIn = (data: Entry['data'], name: string): string => {
  const { [name]: word } = data;
  return typeof word === 'string' ? word : '';
};
