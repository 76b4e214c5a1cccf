import type { DecisionReading } from '@mouding/contract';
import { sameText, type TextRef } from '@mouding/core';
import type { LogFact } from './case-log.ts';

/** The acts by which somebody decides on a text, each by its fact. */
const DECIDING: ReadonlySet<string> = new Set([
  'ChapterSignedOff',
  'ChapterCountersigned',
  'ReviewOpinionGiven',
  'TablingBacked',
  'TablingApproved',
  'VoteCast',
  'ItemDecided',
  'MandateApproved',
  'IssueReviewed',
  'IssueCountersigned',
  'IssueSigned',
]);

/** Facts by which somebody brings a text, so that it need not be opened to be known. */
const MAKING: ReadonlySet<string> = new Set([
  'ChapterSubmitted',
  'ManuscriptCompiled',
  'ManuscriptRevised',
  'ManuscriptAmended',
  'ManuscriptMandated',
  'TablingAsked',
  'TablingRevised',
  'IssueDrafted',
]);

export const isDecision = ({ type, actor }: LogFact): boolean => DECIDING.has(type) && actor.by !== null;

/** A decision with what the record knows of the reading before it. */
export interface Deciding {
  readonly fact: LogFact;
  readonly text: TextRef | null;
  readonly read: DecisionReading['read'];
  /** The entry that shows the reading; null where there is none. */
  readonly reading: LogFact | null;
}

/**
 * Every decision of a case, with whether whoever decided had opened that version online, had it on paper, or took part in
 * making it. What is not known is unknown: a person may read on paper without any entry of it.
 */
export function decisions(facts: readonly LogFact[]): readonly Deciding[] {
  const texts = new Map<string, TextRef>();
  const readings: Reading[] = [];
  const found: Deciding[] = [];
  for (const fact of facts) {
    const named = textsIn(fact).at(-1);
    if (named) texts.set(fact.stream, named);
    readings.push(...readingsOf(fact, texts.get(fact.stream)));
    if (isDecision(fact)) found.push(decidingOf(fact, texts.get(fact.stream) ?? null, readings));
  }
  return found;
}

interface Reading {
  readonly fact: LogFact;
  readonly how: 'online' | 'paper' | 'own';
  /** Whoever read, by person or by post. */
  readonly person: string | null;
  readonly post: string | null;
  readonly texts: readonly TextRef[];
}

function decidingOf(fact: LogFact, text: TextRef | null, readings: readonly Reading[]): Deciding {
  if (fact.actor.recorder !== null) return { fact, text, read: 'paper', reading: fact };
  const own = readings.filter(
    ({ person, post }) =>
      (person !== null && person === fact.actor.by) || (post !== null && post === fact.actor.post),
  );
  const of = own.findLast(({ texts }) => text !== null && texts.some((each) => sameHash(each, text)));
  if (of) return { fact, text, read: of.how, reading: of.fact };
  const other = own.findLast(({ how, fact: { stage } }) => how === 'online' && stage === fact.stage);
  return other
    ? { fact, text, read: 'other-version', reading: other.fact }
    : { fact, text, read: 'unknown', reading: null };
}

/** Texts of different schemes are never one: then it is not known that the one is the other. */
const sameHash = (one: TextRef, other: TextRef): boolean =>
  one.scheme === other.scheme && sameText(one, other);

function readingsOf(fact: LogFact, standing: TextRef | undefined): readonly Reading[] {
  const { type, actor, data } = fact;
  const texts = [...textsIn(fact), ...(standing ? [standing] : [])];
  if (type === 'TextOpened' || type === 'PapersOpened')
    return [{ fact, how: onPaper(fact) ? 'paper' : 'online', person: actor.by, post: actor.post, texts }];
  if (type === 'PapersCirculated' && onPaper(fact))
    return stringsIn(data['to']).map((post) => ({ fact, how: 'paper' as const, person: null, post, texts }));
  return MAKING.has(type) ? [{ fact, how: 'own', person: actor.by, post: null, texts }] : [];
}

/** 纸质送阅: somebody recorded it. */
const onPaper = ({ actor, verb }: LogFact): boolean => actor.recorder !== null || verb.includes('.record');

const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The texts that a fact names: itself, of its item, among its papers. */
function textsIn({ data }: LogFact): readonly TextRef[] {
  const { text, to, item, papers } = data;
  const inItem = item && typeof item === 'object' && 'text' in item ? item.text : null;
  const all: readonly unknown[] = [...(Array.isArray(papers) ? papers : []), inItem, to, text];
  return all.filter(isText);
}

const isText = (value: unknown): value is TextRef =>
  typeof value === 'object' && value !== null && 'scheme' in value && 'hash' in value;

/** Seconds from one entry to another. */
export const secondsBetween = (from: LogFact, to: LogFact): number =>
  Math.round((Date.parse(to.at) - Date.parse(from.at)) / 1_000);
