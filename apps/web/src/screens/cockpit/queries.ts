import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import {
  getConformance,
  getPrecheck,
  getProgress,
  getWhy,
  listHistory,
} from '../../api/generated/sdk.gen.ts';

/** Everything of a case hangs on all that happens in it, so that it is asked for again with every change. */
const about = (id: string, what: string) => ['case', id, what] as const;

export const progressQuery = (id: string) =>
  queryOptions({ queryKey: about(id, 'progress'), queryFn: () => dataOf(getProgress({ path: { id } })) });

/** Whether a stage could be ended now, and why not. Nothing is recorded by asking. */
export const leavingQuery = (id: string, stage: string) =>
  queryOptions({
    queryKey: [...about(id, 'leaving'), stage],
    queryFn: () =>
      dataOf(
        getWhy({
          path: { resource: 'cases', id },
          query: { command: 'case.advance', body: JSON.stringify({ stage }) },
        }),
      ),
  });

export const conformanceQuery = (id: string) =>
  queryOptions({
    queryKey: about(id, 'conformance'),
    queryFn: () => dataOf(getConformance({ path: { id } })),
  });

export const precheckQuery = (id: string) =>
  queryOptions({ queryKey: about(id, 'precheck'), queryFn: () => dataOf(getPrecheck({ path: { id } })) });

const PAGE = 50;

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: about(id, 'history'),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        listHistory({ path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }),
      ),
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });
