import type { Capacity } from '../capacity.ts';
import { earliest, latest, type Breach, type Elsewhere } from '../elsewhere.ts';
import type { OrgState, Post } from '../org/org.ts';

/** A post as it was held at a claimed time. */
export interface Held extends Capacity {
  readonly post: string;
}

type When = Pick<Elsewhere, 'happened'>;

/** The capacity of whoever headed a department when it happened; null while nobody did. */
export function headOf(org: OrgState, department: string, when: When): Held | null {
  const heads = org.context.posts.filter(
    (post) => post.as === 'department-head' && post.department === department,
  );
  return heads.map((post) => held(org, post, when)).find(({ person }) => person !== null) ?? null;
}

/** The capacity of whoever held a post when it happened; null while nobody did. */
export function leaderAt(org: OrgState, post: string, when: When): Held | null {
  const found = heldAt(org, post, when);
  return found?.person ? found : null;
}

/** A post as it was held when it happened, `person` null while nobody did; null when there is no such post. */
export function heldAt(org: OrgState, id: string, when: When): Held | null {
  const post = org.context.posts.find((each) => each.id === id);
  return post ? held(org, post, when) : null;
}

const held = (org: OrgState, { id, as, department }: Post, when: When): Held => ({
  as,
  person: holderAt(org, id, when),
  post: id,
  department,
});

/** Whoever held the post at the start of what is claimed, or came into it first on the claimed day. */
function holderAt(org: OrgState, id: string, when: When): string | null {
  const { posts, past } = org.context;
  const now = posts.find((post) => post.id === id)?.holder;
  const holdings = [...past.filter(({ post }) => post === id), ...(now ? [{ ...now, until: null }] : [])];
  return (
    holdings.find(({ from, until }) => from <= latest(when) && (until === null || until > earliest(when)))
      ?.person ?? actedAt(org, id, when)
  );
}

/** Whoever did the work of the vacant post then (主持工作). */
function actedAt(org: OrgState, id: string, when: When): string | null {
  const acted = org.context.actings.find(
    ({ post, from, ended }) =>
      post === id && from <= latest(when) && (ended === null || ended > earliest(when)),
  );
  if (!acted) return null;
  return 'person' in acted.by ? acted.by.person : holderAt(org, acted.by.post, when);
}

/** Nobody is known to have held the post then: what was done stands in the name of whoever records it, and shows. */
export const unheld = (by: Capacity | null): readonly Breach[] =>
  by?.person
    ? []
    : [
        {
          effect: 'warn',
          notice: {
            rule: 'record.holder',
            said: {
              zh: '发生时该岗位无人在任（或未登记），记在录入人名下',
              en: 'Nobody is known to have held the post then; it stands in the name of whoever recorded it',
            },
            facts: { post: by?.post ?? null },
          },
        },
      ];
