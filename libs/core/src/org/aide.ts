import { isOffice } from '../capacity.ts';
import { record, type Given, type Recorded } from '../decider.ts';
import { against, type Refusal } from '../refusal.ts';
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
 * The posts that may enter what the holder of a leader's post signed of a thing, or what any leader did where the thing
 * names none; not those of the departments that wrote it, which would enter the judgement of their own work.
 *
 * @param leader the leader's post; null where any leader may act
 */
export const aidesOf = (
  { context: { aides, posts } }: OrgState,
  leader: string | null,
  writers: readonly string[],
): readonly string[] =>
  aides
    .filter((each) => (leader === null || each.leader === leader) && each.status === 'standing')
    .map(({ post }) => post)
    .filter((post) => !writers.includes(posts.find(({ id }) => id === post)?.department ?? ''));

/** The posts of the leaders whose registered secretary the holder of a post is. */
export const servedBy = ({ context: { aides } }: OrgState, post: string | null): readonly string[] =>
  aides.filter((each) => each.post === post && each.status === 'standing').map(({ leader }) => leader);

/**
 * What a secretary is refused who enters the act of another than the leader served; the office enters everybody's.
 *
 * @param post whose act it is; null for an act that is no leader's
 */
export const notServed = ({ actor, org }: Given, post: string | null): Refusal | null =>
  isOffice(actor) || (post !== null && servedBy(org, actor.post).includes(post))
    ? null
    : against(
        'aide.own-leader',
        '登记的秘书只能代录所服务院领导本人的签批',
        'A registered secretary enters what their own leader signed, and nothing else',
        { post },
        { zh: '其他事项请规划办补录', en: 'Ask the office to record anything else' },
      );

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
