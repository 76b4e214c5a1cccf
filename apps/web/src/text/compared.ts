import type { Diff, Said, Tally } from '@mouding/text';
import { queryOptions } from '@tanstack/react-query';
import { Failed } from '../api/failure.ts';

/** Two texts beside each other: every part, the counts, and both in one line. */
export interface Compared {
  readonly diff: Diff;
  readonly tally: Tally;
  readonly said: Said;
}

/** What is compared: the texts, and the names by which the result is kept. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Starts a worker for one comparison and ends it. @throws Failed when it cannot be had, e.g. after a new release */
function compare(before: string, after: string, signal: AbortSignal): Promise<Compared> {
  const worker = new Worker(new URL('./diff-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Compared>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Compared>) => resolve(data));
    worker.addEventListener('error', () => reject(new Failed({ kind: 'offline' })));
    signal.addEventListener('abort', () => reject(new Failed({ kind: 'offline' })));
    worker.postMessage({ before, after });
  }).finally(() => worker.terminate());
}

/** The difference of two texts by their hashes: it never changes, so it is made once. */
export const comparedQuery = ({ from, to, before, after }: Pair) =>
  queryOptions({
    queryKey: ['compared', from, to],
    queryFn: ({ signal }) => compare(before ?? '', after ?? '', signal),
    enabled: before !== undefined && after !== undefined,
    staleTime: Infinity,
  });
