import type { Obligation } from '../../api/generated/types.gen.ts';

type Act = Pick<Obligation, 'verb' | 'holder' | 'due'> & { readonly case: { readonly id: string } | null };

const isAlike = (one: Act, other: Act): boolean =>
  one.verb === other.verb &&
  one.holder === other.holder &&
  one.due === other.due &&
  one.case?.id === other.case?.id;

/** The things that follow one another from a place on and want the same; none where that began before the place. */
export function runAt<A extends Act>(all: readonly A[], place: number): readonly A[] {
  const first = all[place];
  const before = all[place - 1];
  if (!first || (before && isAlike(before, first))) return [];
  const end = all.findIndex((each, i) => i > place && !isAlike(first, each));
  return all.slice(place, end < 0 ? undefined : end);
}
