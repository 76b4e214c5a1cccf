import type { ReactNode } from 'react';
import { failureOf } from '../../api/failure.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';

interface FetchedOrAbsentProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  /** Said where the service knows of nothing: that is an answer, no failure. */
  readonly absent: { readonly title: string; readonly why: string };
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that there is nothing of the kind. */
export function FetchedOrAbsent<Data>({ query, absent, children }: FetchedOrAbsentProps<Data>) {
  const failure = query.error && failureOf(query.error);
  if (failure?.kind === 'problem' && failure.status === 404) return <EmptyState {...absent} />;
  return (
    <Fetched query={query} rows={8}>
      {children}
    </Fetched>
  );
}
