import { useQuery } from '@tanstack/react-query';
import type { StaffList } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { staffQuery } from './queries.ts';

interface Names {
  /** Empty for whoever does not see the list. */
  readonly staff: StaffList['items'];
  /** Of whoever has an account; without the list, of whoever holds a post. */
  readonly nameOf: (person: string) => string | null;
}

/** @param mayList whether the reader sees the list of people */
export function useNames(mayList: boolean): Names {
  const staff = useQuery({ ...staffQuery, enabled: mayList }).data?.items ?? [];
  const posts = useQuery(orgQuery).data?.posts ?? [];
  const holders = posts.flatMap(({ holder }) => holder ?? []);
  const known = [...staff, ...holders];
  return { staff, nameOf: (person) => known.find((each) => each.person === person)?.name ?? null };
}
