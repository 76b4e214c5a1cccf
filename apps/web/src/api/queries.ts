import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from './answer.ts';
import {
  getCase,
  getChapter,
  getConsultation,
  getContribution,
  getManuscript,
  getMe,
  getMeeting,
  getOrganisation,
  getText,
  getTree,
  getTreeChanges,
  listCases,
  listObligations,
  listOpinions,
  listOwing,
  listPapers,
} from './generated/sdk.gen.ts';
import type { ListOpinionsData, Plural } from './generated/types.gen.ts';
import { ABOUT } from './live.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => dataOf(getMe()) });

const PAGE = 50;
const from = (cursor: string | undefined) => ({ query: { limit: PAGE, ...(cursor ? { cursor } : {}) } });

/** 待办 of whoever is signed in, the most urgent first. */
export const obligationsQuery = infiniteQueryOptions({
  queryKey: ['obligations'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) => dataOf(listObligations(from(pageParam))),
  getNextPageParam: ({ page }) => page.next ?? undefined,
});

export const casesQuery = infiniteQueryOptions({
  queryKey: ['cases'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) => dataOf(listCases(from(pageParam))),
  getNextPageParam: ({ page }) => page.next ?? undefined,
});

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => dataOf(getCase({ path: { id } })) });

/** 未办清单; asked for again with every change of the case. */
export const owingQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'owing'], queryFn: () => dataOf(listOwing({ path: { id } })) });

/** A resource with its ETag; fetched again when its stream moves. */
export const chapterQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `chapter/${id}`],
    queryFn: () => answered(getChapter({ path: { id } })),
  });

/** A text by its hash never changes, so that it is fetched once. */
export const textQuery = (resource: Plural, id: string, hash: string | null) =>
  queryOptions({
    queryKey: ['text', resource, id, hash],
    queryFn: () => dataOf(getText({ path: { resource, id, hash: hash ?? '' } })),
    enabled: hash !== null,
    staleTime: Infinity,
  });

export const contributionQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `contribution/${id}`],
    queryFn: () => answered(getContribution({ path: { id } })),
  });

/** The papers of a thing as they would be now. */
export const papersQuery = (plural: string, id: string) =>
  queryOptions({
    queryKey: ['papers', plural, id],
    queryFn: () => dataOf(listPapers({ path: { resource: plural as Plural, id } })),
  });

/** @param state where an opinion stands; null for all */
export const opinionsQuery = (id: string, state: string | null) =>
  queryOptions({
    queryKey: ['case', id, 'opinions', state],
    queryFn: () =>
      dataOf(listOpinions({ path: { id }, query: state === null ? {} : { state: state as State } })),
  });

type State = NonNullable<NonNullable<ListOpinionsData['query']>['state']>;

export const orgQuery = queryOptions({ queryKey: ['org'], queryFn: () => dataOf(getOrganisation()) });

export const consultationQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `consultation/${id}`],
    queryFn: () => answered(getConsultation({ path: { id } })),
  });

/** A text as clauses, by its root: it never changes. */
export const treeQuery = (resource: Plural, id: string, root: string | null) =>
  queryOptions({
    queryKey: ['tree', resource, id, root],
    queryFn: () => dataOf(getTree({ path: { resource, id, root: root ?? '' } })),
    enabled: root !== null,
    staleTime: Infinity,
  });

/** 两稿之间有变化的条目, by their roots; it never changes. */
export const changesQuery = (
  resource: Plural,
  id: string,
  { root, since }: { readonly root: string; readonly since: string },
) =>
  queryOptions({
    queryKey: ['tree', resource, id, root, since],
    queryFn: () => dataOf(getTreeChanges({ path: { resource, id, root }, query: { since } })),
    retry: false,
    staleTime: Infinity,
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `meeting/${id}`],
    queryFn: () => answered(getMeeting({ path: { id } })),
  });

export const manuscriptQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `manuscript/${id}`],
    queryFn: () => answered(getManuscript({ path: { id } })),
  });
