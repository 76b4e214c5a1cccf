import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';

const KEPT = 'mouding.law-offset';

/**
 * The clock of the institution on this machine: a rehearsal's runs ahead. The distance was taken when the page was last
 * live, so that a window that is loaded without a network still knows it.
 */
export function useLawClock(): () => string {
  const { me, liveness } = usePresent();
  const { dataUpdatedAt } = useQuery(meQuery);
  if (liveness === 'live') localStorage.setItem(KEPT, String(Date.parse(me.now) - dataUpdatedAt));
  return () => new Date(Date.now() + offset(me.now, dataUpdatedAt)).toISOString();
}

function offset(now: string, since: number): number {
  const kept = localStorage.getItem(KEPT);
  return kept === null ? Date.parse(now) - since : Number(kept);
}
