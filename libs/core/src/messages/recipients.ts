import type { OrgState } from '../org/org.ts';
import { actingPerson } from '../org/acting.ts';
import { capacitiesOf, holdings } from '../policy/capacities.ts';
import type { Holder } from '../rows.ts';

/**
 * Who holds what at this moment: persons by holder (see rows.ts), each person once. The inverse of {@link holdings},
 * made from it, so that whoever finds an obligation in the in-app inbox is whoever is written to, and nobody else.
 * Whoever acts in a vacant post holds it; delegates are found row by row, see `delegatesFor`.
 */
export function holdersOf(org: OrgState | undefined): ReadonlyMap<Holder, readonly string[]> {
  const persons = new Set(org ? holdersIn(org) : []);
  const held = new Map<Holder, string[]>();
  for (const person of persons)
    for (const holder of holdings(org, ownCapacities(org, person)))
      held.set(holder, [...(held.get(holder) ?? []), person]);
  return held;
}

const holdersIn = (org: OrgState): readonly string[] => [
  ...org.context.posts.flatMap(({ holder }) => (holder ? [holder.person] : [])),
  ...org.context.actings.flatMap((acting) =>
    acting.ended === null ? (actingPerson(org, acting) ?? []) : [],
  ),
];

const ownCapacities = (org: OrgState | undefined, person: string) =>
  capacitiesOf(org, person).filter(({ delegation }) => delegation === undefined);
