import type { Capacity } from '../capacity.ts';
import type { Known } from '../decider.ts';
import type { Refusal } from '../refusal.ts';
import type { Kind } from '../stream.ts';
import { barred, inSight } from './delegated.ts';
import type { Grant } from './grants.ts';
import { ACTING } from './policy.ts';
import { OUTCOME, READING } from './reading.ts';
import { recusedFrom } from './recused.ts';
import { stands } from './relations.ts';

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
  const fitting = capacities.filter((held) => fits(ACTING[verb] ?? [], held, known, kind, id));
  const [first, ...others] = fitting.filter((held) => barred(held, known, { verb, kind, id }) === null);
  if (first) return { capacities: [first, ...others] };
  const [delegated] = fitting;
  const refusal = delegated ? barred(delegated, known, { verb, kind, id }) : null;
  return { refusal: refusal ?? notYours(verb, capacities) };
}

const notYours = (verb: string, capacities: readonly Capacity[]): Refusal => ({
  because: 'policy',
  rule: 'policy.capacity',
  said: { zh: '您现有的身份不能办理此事项', en: 'None of your capacities allows this' },
  facts: { verb, held: [...new Set(capacities.map(({ as }) => as))] },
});

/** Whether the stream exists for a holder of these capacities. */
export const visible = (kind: Kind, id: string, capacities: readonly Capacity[], known: Known): boolean =>
  capacities.some((held) => inSight(held, known, kind, id) && fits(READING[kind], held, known, kind, id)) &&
  !recusedFrom(kind, id, capacities, known);

/** Whether somebody who sees the stream also sees how it came about, and not what came of it alone. */
export const seesMaking = (
  kind: Kind,
  id: string,
  capacities: readonly Capacity[],
  known: Known,
): boolean => {
  const making = READING[kind].filter(
    ({ as, where }) => !OUTCOME[kind]?.some((grant) => grant.as === as && grant.where === where),
  );
  return capacities.some((held) => inSight(held, known, kind, id) && fits(making, held, known, kind, id));
};
