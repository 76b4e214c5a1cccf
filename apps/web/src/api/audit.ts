import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { dataOf } from './answer.ts';
import {
  askQuestion,
  getAccessThen,
  getAncestry,
  getAuditConformance,
  getAuditSession,
  getDecisionReadings,
  getEntry,
  getLogHead,
  getStateDifference,
  getStateThen,
  getTimeline,
  listAuditCases,
  listAuditReadings,
  listQuestions,
} from './audit-generated/sdk.gen.ts';
import type { TimelineQuery } from './audit-generated/types.gen.ts';

/** Every question is noted by the service: an answer is not asked for twice without need. */
const staleTime = 300_000;

export const auditorQuery = queryOptions({
  queryKey: ['auditor'],
  queryFn: () => dataOf(getAuditSession()),
});

export const auditCasesQuery = queryOptions({
  queryKey: ['audit-cases'],
  staleTime,
  queryFn: () => dataOf(listAuditCases()),
});

export type TimelineWish = Omit<TimelineQuery, 'limit' | 'cursor'>;

export const timelineQuery = (wish: TimelineWish) =>
  infiniteQueryOptions({
    queryKey: ['audit-timeline', wish],
    staleTime,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(getTimeline({ query: { ...wish, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } })),
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });

export const entryQuery = (idx: number) =>
  queryOptions({
    queryKey: ['audit-entry', idx],
    staleTime: Infinity,
    queryFn: () => dataOf(getEntry({ path: { idx } })),
  });

/** `at`: an instant, a day, or a leaf index; null is now. */
export const stateQuery = (id: string, at: string | null) =>
  queryOptions({
    queryKey: ['audit-state', id, at],
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: () => dataOf(getStateThen({ path: { id }, query: at === null ? {} : { at } })),
  });

/** Who could see what at the same instant. */
export const accessQuery = (id: string, at: string | null) =>
  queryOptions({
    queryKey: ['audit-access', id, at],
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: () => dataOf(getAccessThen({ path: { id }, query: at === null ? {} : { at } })),
  });

export const differenceQuery = (id: string, from: string, to: string | null) =>
  queryOptions({
    queryKey: ['audit-difference', id, from, to],
    staleTime,
    queryFn: () =>
      dataOf(getStateDifference({ path: { id }, query: { from, ...(to === null ? {} : { to }) } })),
  });

export const decisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit-decisions', id],
    staleTime,
    queryFn: () => dataOf(getDecisionReadings({ path: { id } })),
  });

export const ancestryQuery = (id: string, quote: string) =>
  queryOptions({
    queryKey: ['audit-ancestry', id, quote],
    staleTime,
    queryFn: () => dataOf(getAncestry({ path: { id }, query: { quote } })),
  });

export const auditConformanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit-conformance', id],
    staleTime,
    queryFn: () => dataOf(getAuditConformance({ path: { id } })),
  });

export const questionsQuery = queryOptions({
  queryKey: ['audit-questions'],
  staleTime: Infinity,
  queryFn: () => dataOf(listQuestions()),
});

export const answerQuery = (question: string, id: string) =>
  queryOptions({
    queryKey: ['audit-answer', question, id],
    staleTime,
    queryFn: () => dataOf(askQuestion({ path: { question }, query: { case: id } })),
  });

/** What was signed last. It changes every second: asked anew whenever it is shown. */
export const logHeadQuery = queryOptions({
  queryKey: ['audit-log-head'],
  queryFn: () => dataOf(getLogHead()),
});

export const readingsQuery = infiniteQueryOptions({
  queryKey: ['audit-readings'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) =>
    dataOf(listAuditReadings({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } })),
  getNextPageParam: ({ page }) => page.next ?? undefined,
});
