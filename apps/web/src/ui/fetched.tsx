import type { ReactNode } from 'react';
import { FailureState } from './failure-state.tsx';
import { Loading } from './loading.tsx';

interface FetchedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  /** Rows of room that are kept while it comes. */
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, once it is here; until then its room, or why it does not come. */
export function Fetched<Data>({ query: { data, error, refetch }, rows, children }: FetchedProps<Data>) {
  if (data !== undefined) return children(data);
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}
