import { useQuery } from '@tanstack/react-query';
import { auditConformanceQuery } from '../../api/audit.ts';

const NONE = new Map<string, string>();

/** The stages of a case by their titles, in the order of its procedure; none before they are here. */
export function useStageNames(id: string | null): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...auditConformanceQuery(id ?? ''), enabled: id !== null });
  return data ? new Map(data.stages.map(({ stage, title }) => [stage, title])) : NONE;
}
