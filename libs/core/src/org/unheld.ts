import type { Capacity } from '../capacity.ts';
import { holdersOf } from '../messages/recipients.ts';
import { holdings } from '../policy/capacities.ts';
import type { Holder } from '../rows.ts';
import { heirOf } from './departments.ts';
import type { OrgState, Post } from './org.ts';

/**
 * Why nobody handles what a holder owes: the post is vacant and nobody acts in it, its holder's account is out of use,
 * there is no such post or seat, or it was one person's and that person holds nothing any more.
 */
export interface Unheld {
  readonly why: 'vacant' | 'disabled' | 'no-post' | 'left';
  /** The posts that would handle it. */
  readonly posts: readonly string[];
}

/** Why an obligation of this holder has no handler; null when somebody handles it. */
export function unheld(org: OrgState, holder: Holder): Unheld | null {
  if ((holdersOf(org).get(holder) ?? []).length > 0) return null;
  if (holder.startsWith('person:')) return { why: 'left', posts: [] };
  const posts = org.context.posts.filter((post) => carries(org, post, holder));
  if (posts.length === 0) return { why: 'no-post', posts: [] };
  const vacant = posts.some(({ holder: held }) => held === null);
  return { why: vacant ? 'vacant' : 'disabled', posts: posts.map(({ id }) => id) };
}

/** Whether whoever came into the post would handle it. */
function carries(org: OrgState, { id, as, department }: Post, holder: Holder): boolean {
  const capacity: Capacity = { as, person: null, post: id, department };
  const [role, where] = holder.split('@');
  const heir = role === as && where !== undefined && heirOf(org, where) === department;
  return heir || holdings(org, [capacity]).includes(holder);
}

/** 可以怎样补救: the verbs that would give it a handler again, the likeliest first. */
export const repairsOf = ({ why }: Unheld, kind: string): readonly string[] => [
  ...REPAIRS[why],
  ...(kind === 'chapter' ? ['chapter.reassign'] : []),
];

const REPAIRS: { readonly [why in Unheld['why']]: readonly string[] } = {
  vacant: ['org.fill-post', 'org.appoint-acting'],
  disabled: ['person.reactivate', 'org.appoint-acting', 'org.vacate-post'],
  'no-post': ['org.create-post', 'org.form-body'],
  left: [],
};
