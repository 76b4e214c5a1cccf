import { useQuery } from '@tanstack/react-query';
import { orgQuery } from '../../api/queries.ts';

/** Posts and departments by their names; empty for what is not known here. */
export interface Names {
  readonly post: (id: string | null) => string;
  readonly department: (id: string) => string;
}

export function useNames(): Names {
  const { data } = useQuery(orgQuery);
  return {
    post: (id) => data?.posts.find((post) => post.id === id)?.title ?? '',
    department: (id) => data?.departments.find((department) => department.id === id)?.name ?? '',
  };
}
