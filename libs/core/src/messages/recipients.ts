import type { OrgState } from '../org/org.ts';
import { capacitiesOf, holdings } from '../policy/permit.ts';
import type { Holder } from '../rows.ts';

/**
 * Who holds what at this moment: persons by holder (see rows.ts), each person once. The inverse of {@link holdings},
 * made from it, so that whoever finds an obligation in the in-app inbox is whoever is written to, and nobody else.
 */
export function holdersOf(org: OrgState | undefined): ReadonlyMap<Holder, readonly string[]> {
  const persons = new Set(
    (org?.context.posts ?? []).flatMap(({ holder }) => (holder ? [holder.person] : [])),
  );
  const held = new Map<Holder, string[]>();
  for (const person of persons)
    for (const holder of holdings(org, capacitiesOf(org, person)))
      held.set(holder, [...(held.get(holder) ?? []), person]);
  return held;
}
