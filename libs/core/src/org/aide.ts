import { record, type Given, type Recorded } from '../decider.ts';
import { streamName } from '../stream.ts';
import type { OrgState } from './org.ts';

/** 院领导秘书: who enters what a leader signed on paper. Both by post; what has ended is in the log alone. */
export interface Aide {
  readonly aide: string;
  /** The leader's post, and the post of the secretary. */
  readonly leader: string;
  readonly post: string;
  /** Who entered it. */
  readonly by: string | null;
  readonly status: 'waiting' | 'standing';
}

/** declined 未予确认 · revoked 解除 · returned 本人退出 · left 有人离任 */
export type AideEnd = 'declined' | 'revoked' | 'returned' | 'left';

/** Facts about secretaries of leaders. Names are permanent. */
export type AideFact =
  | {
      readonly type: 'AideNamed';
      readonly data: { aide: string; leader: string; post: string; by: string | null };
    }
  | {
      readonly type: 'AideConfirmed';
      readonly data: { aide: string; by: string | null; post: string | null };
    }
  | { readonly type: 'AideEnded'; readonly data: { aide: string; at: string; reason: AideEnd } };

/** Whether a fact of the organisation is of a secretary. */
export const isOfAide = (fact: { readonly type: string }): fact is AideFact => fact.type.startsWith('Aide');

/** The secretaries after a fact about one. */
export function withAide(aides: readonly Aide[], fact: AideFact): readonly Aide[] {
  switch (fact.type) {
    case 'AideNamed':
      return [...aides, { ...fact.data, status: 'waiting' }];
    case 'AideConfirmed':
      return aides.map((each) =>
        each.aide === fact.data.aide ? { ...each, status: 'standing' as const } : each,
      );
    case 'AideEnded':
      return aides.filter(({ aide }) => aide !== fact.data.aide);
  }
}

/**
 * The posts that may enter what the holder of a leader's post signed of a thing; not those of the departments that wrote
 * it, which would enter the judgement of their own work.
 */
export const aidesOf = (
  { context: { aides, posts } }: OrgState,
  leader: string,
  writers: readonly string[],
): readonly string[] =>
  aides
    .filter((each) => each.leader === leader && each.status === 'standing')
    .map(({ post }) => post)
    .filter((post) => !writers.includes(posts.find(({ id }) => id === post)?.department ?? ''));

/** The facts that end secretaries, e.g. because the leader or the secretary leaves. */
export const endingAides = (
  given: Given,
  which: (aide: Aide) => boolean,
  at: string,
  reason: AideEnd,
): readonly Recorded[] =>
  given.org.context.aides
    .filter(which)
    .map(({ aide }) =>
      record(streamName('org', given.institution), { type: 'AideEnded', data: { aide, at, reason } }),
    );
