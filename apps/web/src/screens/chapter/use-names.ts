import { useQuery } from '@tanstack/react-query';
import { orgQuery } from '../../api/queries.ts';

/** The name of a department by its id; empty until it is known. */
export function useDepartment(id: string): string {
  const { data } = useQuery(orgQuery);
  return data?.departments.find((one) => one.id === id)?.name ?? '';
}
