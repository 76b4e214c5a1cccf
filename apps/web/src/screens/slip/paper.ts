import type { Issue, Review, TextRef } from '../../api/generated/types.gen.ts';

/** A paper on which any leader may have signed: 审阅 of a text, or 签发 of it. */
export type Paper =
  { readonly kind: 'review'; readonly thing: Review } | { readonly kind: 'issue'; readonly thing: Issue };

/** By which verb it is entered. */
export const VERBS = { review: 'review.record-opinion', issue: 'issue.record-step' } as const;

/** Whether it waits for a leader still. */
export const isWaiting = ({ kind, thing }: Paper): boolean =>
  thing.status.startsWith(kind === 'review' ? 'open' : 'drafted');

/** The posts of those who have spoken already; of 签发 there is one. */
export const spokenIn = (paper: Paper): readonly (string | null)[] =>
  paper.kind === 'review' ? paper.thing.data.opinions.map(({ post }) => post) : [];

export const textOf = ({ thing }: Paper): TextRef | null => thing.data.text;
