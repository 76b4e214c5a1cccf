import { usePresent } from '../../frame/signed-in.tsx';

const OFFICE: readonly string[] = ['office', 'office-director'];

/** Whether the reader is of the planning office. */
export function useIsOffice(): boolean {
  const { me } = usePresent();
  return me.capacities.some(({ as }) => OFFICE.includes(as));
}
