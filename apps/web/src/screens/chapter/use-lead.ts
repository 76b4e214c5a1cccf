import type { Chapter } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';

/** The capacity in which a chapter is decided on, in words. */
export function useLead({ data: { lead } }: Chapter): string {
  const { me } = usePresent();
  const held = me.capacities.find(({ post }) => post === lead) ?? me.capacities[0];
  return held?.title ?? '';
}
