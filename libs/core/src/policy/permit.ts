import type { Capacity } from '../capacity.ts';
import type { Known } from '../decider.ts';
import type { OrgState } from '../org/org.ts';
import type { Refusal } from '../refusal.ts';
import type { Kind } from '../stream.ts';
import { ACTING, READING, type Grant } from './policy.ts';
import { stands } from './relations.ts';

/** The capacities that a person holds now: one for each post, in the order in which the posts were made. */
export const capacitiesOf = (org: OrgState | undefined, person: string): readonly Capacity[] =>
  (org?.context.posts ?? [])
    .filter(({ holder }) => holder?.person === person)
    .map(({ id, as, department }) => ({ as, person, post: id, department }));

const fits = (grants: readonly Grant[], capacity: Capacity, known: Known, kind: Kind, id: string): boolean =>
  grants.some(({ as, where }) => as === capacity.as && stands(where, capacity, known, kind, id));

/**
 * The capacities in which the verb may be asked of this stream, or the refusal that says there is none. A person who
 * heads two departments may ask in either; which of them fits is for the command to say.
 */
export function permit(
  verb: string,
  kind: Kind,
  id: string,
  capacities: readonly Capacity[],
  known: Known,
): { readonly capacities: readonly [Capacity, ...Capacity[]] } | { readonly refusal: Refusal } {
  const [first, ...others] = capacities.filter((held) => fits(ACTING[verb] ?? [], held, known, kind, id));
  return first ? { capacities: [first, ...others] } : { refusal: notYours(verb, capacities) };
}

const notYours = (verb: string, capacities: readonly Capacity[]): Refusal => ({
  because: 'policy',
  rule: 'policy.capacity',
  said: { zh: '您现有的身份不能办理此事项', en: 'None of your capacities allows this' },
  facts: { verb, held: [...new Set(capacities.map(({ as }) => as))] },
});

/** Whether the stream exists for a holder of these capacities. */
export const visible = (kind: Kind, id: string, capacities: readonly Capacity[], known: Known): boolean =>
  capacities.some((held) => fits(READING[kind], held, known, kind, id));

/** The holders (see rows.ts) that stand for a person: what the list of obligations is asked with. */
export function holdings(org: OrgState | undefined, capacities: readonly Capacity[]): readonly string[] {
  const posts = new Set(capacities.map(({ post }) => post));
  const seats = (org?.context.bodies ?? []).flatMap(({ key, seats: all }) =>
    all.filter(({ post }) => posts.has(post)).map(({ role }) => `${role}@${key}`),
  );
  const own = capacities.flatMap(({ as, person, post, department }) => [
    as,
    `post:${post}`,
    ...(person ? [`person:${person}`] : []),
    ...(department ? [`${as}@${department}`] : []),
  ]);
  return [...new Set([...own, ...seats])];
}
