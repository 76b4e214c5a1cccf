import {
  AUDIT_ACTION_WORDS,
  AUDIT_END_WORDS,
  AUDIT_LETTER_WORDS,
  STATUS_WORDS,
  wordsOf,
  type AuditCases,
  type AuditLetter as LetterView,
  type AuditLetters,
  type AuditReadings,
  type PageQuery,
} from '@mouding/contract';
import { overviews, type AuditLetter, type OrgState } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { cursorOf, placeOf } from '../queries/cursor.ts';
import { asked, inOwnRight, type Reader } from '../queries/reader.ts';
import type { AuditAccess } from './access.ts';

/** @throws ProblemError not-found */
function refuseOthers(reader: Reader): void {
  if (!overviews(inOwnRight(reader), 'letters')) throw new ProblemError('not-found');
}

/** 调阅函登记 of the institution, the newest first. @throws ProblemError not-found */
export async function auditLetters(reader: Reader): Promise<AuditLetters> {
  refuseOthers(reader);
  const org = await asked(reader, (known) => known.org);
  const now = await reader.ledger.lawNow(reader.visitor.institution);
  return { items: await letterViews(reader, org, org.context.letters, now) };
}

/** 审计查阅记录: what auditors asked, the newest first. @throws ProblemError not-found */
export async function auditReadings(reader: Reader, query: PageQuery): Promise<AuditReadings> {
  refuseOthers(reader);
  const { letters } = (await asked(reader, (known) => known.org)).context;
  return readingsPage(reader.ledger, reader, letters, query);
}

/** @param from the ledger on which the access log stands; names come from the reader's */
export async function readingsPage(
  from: Pick<Ledger, 'auditLog'>,
  { ledger, visitor }: Reader,
  letters: readonly AuditLetter[],
  { limit, cursor }: PageQuery,
): Promise<AuditReadings> {
  const { institution } = visitor;
  const before = cursor === undefined ? undefined : positionOf(cursor);
  const found = await from.auditLog.list(institution, before, limit + 1);
  const page = found.slice(0, limit);
  const persons = [...new Set(page.flatMap(({ person }) => person ?? []))];
  const names = await ledger.directory.get(institution, persons);
  const last = page.at(-1);
  const hasNext = found.length > limit;
  return {
    items: page.map(({ person, letter, action, detail, ...rest }) => ({
      ...rest,
      person,
      name: person === null ? null : (names.get(person)?.name ?? null),
      letter,
      number: letters.find((each) => each.letter === letter)?.number ?? null,
      action,
      words: wordsOf(AUDIT_ACTION_WORDS, action),
      detail: action === 'sign-in-tried' ? '' : detail,
    })),
    page: { next: hasNext && last ? cursorOf(String(last.pos)) : null, hasNext },
  };
}

function positionOf(cursor: string): number {
  const place = placeOf(cursor);
  if (!/^\d{1,15}$/.test(place)) throw new ProblemError('invalid-query');
  return Number(place);
}

/** The letters of one auditor. */
export const ownLetters = ({ reader, org, now }: AuditAccess, posts: readonly string[]) =>
  letterViews(
    reader,
    org,
    org.context.letters.filter((each) => each.posts.some((post) => posts.includes(post))),
    now,
  );

/** 调阅范围内的规划: the cases that the auditor's current letters open. */
export async function auditCases({ reader, letters }: AuditAccess): Promise<AuditCases> {
  const { ledger, visitor } = reader;
  const items = await ledger.items(visitor.institution, { kinds: ['case'] });
  return {
    items: items.flatMap(({ id, label, status }) => {
      const letter = letters.find(({ cases }) => cases === null || cases.includes(id));
      const statusWords = wordsOf(STATUS_WORDS, status);
      const by = letter && { letter: letter.letter, number: letter.number };
      return by ? [{ id, title: label, status, statusWords, letter: by }] : [];
    }),
  };
}

async function letterViews(
  { ledger, visitor }: Reader,
  org: OrgState,
  letters: readonly AuditLetter[],
  now: string,
): Promise<LetterView[]> {
  const items = await ledger.items(visitor.institution, { kinds: ['case'] });
  const titles = new Map(items.map(({ id, label }) => [id, label]));
  return letters.toReversed().map((letter) => ({
    ...letterView(org, letter, titles, now),
    isOwn: letter.by === visitor.person,
  }));
}

function letterView(
  { context }: OrgState,
  letter: AuditLetter,
  titles: ReadonlyMap<string, string>,
  now: string,
): Omit<LetterView, 'isOwn'> {
  const titleOf = (post: string | null): string => context.posts.find(({ id }) => id === post)?.title ?? '';
  const { number, purpose, cases, period, from, until, posts, post, judged, ended } = letter;
  const status = statusOf(letter, now);
  return {
    letter: letter.letter,
    number,
    purpose,
    status,
    words: AUDIT_LETTER_WORDS[status],
    cases: cases && cases.map((id) => ({ id, title: titles.get(id) ?? '' })),
    period,
    from,
    until,
    auditors: posts.map((id) => ({ post: id, title: titleOf(id) })),
    enteredBy: titleOf(post),
    approvedBy: judged && letter.status !== 'declined' ? titleOf(judged.post) : null,
    ended: ended && { ...ended, words: wordsOf(AUDIT_END_WORDS, ended.how) },
  };
}

/** Past its term it opens nothing, whether or not the clock has come to it. */
function statusOf({ status, from, until }: AuditLetter, now: string): LetterView['status'] {
  if (status === 'declined' || status === 'ended') return status;
  if (now >= until) return 'ended';
  if (status === 'waiting') return 'waiting';
  return now < from ? 'ahead' : 'current';
}
