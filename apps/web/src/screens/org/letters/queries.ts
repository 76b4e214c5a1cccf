import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../../api/answer.ts';
import { listAuditLetters, listReadingsOfAuditors } from '../../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../../api/live.ts';

/** 调阅函登记; fetched again when the organisation moves. */
export const lettersQuery = (org: string) =>
  queryOptions({ queryKey: [ABOUT, org, 'audit-letters'], queryFn: () => dataOf(listAuditLetters()) });

export const auditorsReadQuery = infiniteQueryOptions({
  queryKey: ['audit-readings'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    dataOf(listReadingsOfAuditors({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } })),
  getNextPageParam: ({ page }) => page.next ?? undefined,
});
