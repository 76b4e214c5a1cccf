import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { listMyActs, listMyMessages, listObligations } from '../../api/generated/sdk.gen.ts';
import type { Wanted } from './wanted.ts';

const PAGE = 50;
const first = undefined as string | undefined;
const from = (cursor: string | undefined) => ({ limit: PAGE, ...(cursor ? { cursor } : {}) });
const after = ({ page }: { readonly page: { readonly next: string | null } }) => page.next ?? undefined;

/** 待办 or 待阅. */
export const owedQuery = ({ tab, q, late }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['obligations', tab, q, late],
    initialPageParam: first,
    queryFn: ({ pageParam }) =>
      dataOf(
        listObligations({
          query: {
            ...from(pageParam),
            of: tab === 'notes' ? 'notes' : 'acts',
            ...(q === '' ? {} : { q }),
            ...(late ? { late: 'yes' as const } : {}),
          },
        }),
      ),
    getNextPageParam: after,
  });

/** 已办 or 我发起. */
export const actsQuery = ({ tab, q }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['obligations', tab, q],
    initialPageParam: first,
    queryFn: ({ pageParam }) =>
      dataOf(
        listMyActs({
          query: { ...from(pageParam), of: tab === 'begun' ? 'begun' : 'done', ...(q === '' ? {} : { q }) },
        }),
      ),
    getNextPageParam: after,
  });

/** 抄送. */
export const toldQuery = infiniteQueryOptions({
  queryKey: ['obligations', 'told'],
  initialPageParam: first,
  queryFn: ({ pageParam }) => dataOf(listMyMessages({ query: from(pageParam) })),
  getNextPageParam: after,
});

/** What I did last, for whoever has nothing to do. */
export const lastActQuery = queryOptions({
  queryKey: ['obligations', 'last-act'],
  queryFn: async () => (await dataOf(listMyActs({ query: { limit: 1, of: 'done' } }))).items[0] ?? null,
});
