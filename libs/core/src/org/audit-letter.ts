import type { FileRef } from '../text-ref.ts';

/** A 调阅函 as the organisation keeps it. Clear data: posts, numbers and days, no name. */
export interface AuditLetter {
  readonly letter: string;
  /** 文号. */
  readonly number: string;
  readonly purpose: string;
  /** The cases that it opens; null opens the whole institution. */
  readonly cases: readonly string[] | null;
  /** Days of Beijing, both with them, whose entries it opens; null opens all. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** The auditors' posts that it is for. */
  readonly posts: readonly string[];
  /** Law times: it opens from the one, and no longer at the other. */
  readonly from: string;
  readonly until: string;
  readonly paper: FileRef | null;
  /** Who entered it, by person and post. */
  readonly by: string;
  readonly post: string | null;
  readonly status: 'waiting' | 'granted' | 'declined' | 'ended';
  /** Who approved or declined it, by person and post. */
  readonly judged: { readonly by: string; readonly post: string | null } | null;
  readonly ended: { readonly at: string; readonly how: AuditEnd } | null;
}

/** term 期限届满 · revoked 收回 */
export type AuditEnd = 'term' | 'revoked';

type Entered = {
  -readonly [K in Exclude<keyof AuditLetter, 'status' | 'judged' | 'ended'>]: AuditLetter[K];
};
type Judged = { letter: string; by: string; post: string | null };

/** Access of auditors under a 调阅函. Names are permanent. */
export type AuditFact =
  | { readonly type: 'AuditAccessProposed'; readonly data: Entered }
  | { readonly type: 'AuditAccessApproved'; readonly data: Judged }
  | { readonly type: 'AuditAccessDeclined'; readonly data: Judged }
  | { readonly type: 'AuditAccessEnded'; readonly data: { letter: string; at: string; how: AuditEnd } };

/** Whether a fact of the organisation is of a letter. */
export const isOfLetter = (fact: { readonly type: string }): fact is AuditFact =>
  fact.type.startsWith('AuditAccess');

/** The letters after a fact of theirs; every letter that was ever entered stays. */
export function withLetter(letters: readonly AuditLetter[], fact: AuditFact): readonly AuditLetter[] {
  if (fact.type === 'AuditAccessProposed')
    return [...letters, { ...fact.data, status: 'waiting', judged: null, ended: null }];
  return letters.map((each) => (each.letter === fact.data.letter ? { ...each, ...changeBy(fact) } : each));
}

function changeBy(fact: Exclude<AuditFact, { type: 'AuditAccessProposed' }>): Partial<AuditLetter> {
  switch (fact.type) {
    case 'AuditAccessApproved':
      return { status: 'granted', judged: judgedBy(fact.data) };
    case 'AuditAccessDeclined':
      return { status: 'declined', judged: judgedBy(fact.data) };
    case 'AuditAccessEnded':
      return { status: 'ended', ended: { at: fact.data.at, how: fact.data.how } };
  }
}

const judgedBy = ({ by, post }: Judged): AuditLetter['judged'] => ({ by, post });

interface Entering {
  readonly event: { readonly type: string; readonly data: object };
}

const nameOf = ({ data }: Entering['event']): string =>
  `audit:${'letter' in data ? String(data.letter) : ''}`;

/** It ends by itself at its term, approved or not. */
export const dueLetter = {
  type: 'deadline' as const,
  params: ({ event }: Entering) => ({
    verb: 'org.fall-due',
    name: nameOf(event),
    due: 'until' in event.data ? String(event.data.until) : '',
  }),
};

export const settledLetter = {
  type: 'settle' as const,
  params: ({ event }: Entering) => ({ name: nameOf(event) }),
};

/** Whether it opens anything at this law time: approved, begun, and neither over nor taken back. */
export const isCurrent = ({ status, from, until }: AuditLetter, now: string): boolean =>
  status === 'granted' && from <= now && now < until;

/** The letters that open something to the holder of one of these posts now. */
export const lettersFor = (
  letters: readonly AuditLetter[],
  posts: readonly string[],
  now: string,
): readonly AuditLetter[] =>
  letters.filter((each) => isCurrent(each, now) && each.posts.some((post) => posts.includes(post)));
