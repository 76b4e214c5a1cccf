import type { Capacity } from '../capacity.ts';
import { actingPerson } from '../org/acting.ts';
import { heldFor } from '../org/departments.ts';
import type { OrgState, Post } from '../org/org.ts';

/**
 * The capacities of a person now: one for each post held, in the order in which the posts were made, then the vacant
 * posts in which the person acts (主持工作), then what was delegated to the person. The head of a department stands also
 * for every department whose heir it is: nothing else of the house needs to know that a department has ended. An account
 * that is out of use has none.
 */
export function capacitiesOf(org: OrgState | undefined, person: string): readonly Capacity[] {
  if (!org || org.context.disabled.includes(person)) return [];
  const { posts, delegations } = org.context;
  const own = posts.filter(({ holder }) => holder?.person === person).map((post) => capacityOf(post, person));
  const acting = posts
    .filter((post) => actsIn(org, post, person))
    .map((post): Capacity => ({ ...capacityOf(post, person), acting: true }));
  const delegated = delegations.flatMap(({ delegation, post: id, to, delegator }): readonly Capacity[] => {
    const post = posts.find((each) => each.id === id);
    return to === person && post ? [{ ...capacityOf(post, person), for: delegator, delegation }] : [];
  });
  return [...own, ...acting, ...delegated].flatMap((capacity) => [capacity, ...inherited(org, capacity)]);
}

const capacityOf = ({ id, as, department }: Post, person: string): Capacity => ({
  as,
  person,
  post: id,
  department,
});

const actsIn = (org: OrgState, { id }: Post, person: string): boolean =>
  org.context.actings.some(
    (acting) => acting.post === id && acting.ended === null && actingPerson(org, acting) === person,
  );

const inherited = (org: OrgState, capacity: Capacity): readonly Capacity[] =>
  capacity.as === 'department-head' && capacity.department !== null
    ? heldFor(org, capacity.department).map((department) => ({ ...capacity, department }))
    : [];

/** The holders (see rows.ts) that stand for a person: what the list of obligations is asked with. */
export function holdings(org: OrgState | undefined, capacities: readonly Capacity[]): readonly string[] {
  // A seat goes with holding the post: nobody sits in somebody else's.
  const posts = new Set(capacities.flatMap(({ post, delegation }) => (delegation ? [] : [post])));
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
