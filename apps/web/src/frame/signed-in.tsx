import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { failureOf } from '../api/failure.ts';
import { follow, type Liveness } from '../api/live.ts';
import { meQuery } from '../api/queries.ts';
import type { Me } from '../api/generated/types.gen.ts';
import { SignIn } from '../screens/sign-in/sign-in.tsx';
import { FailureState } from '../ui/failure-state.tsx';
import { Loading } from '../ui/loading.tsx';

interface Present {
  readonly me: Me;
  readonly liveness: Liveness;
}

const PresentContext = createContext<Present | null>(null);

/** Who is signed in, and whether the page is live. @throws Error outside of {@link SignedIn} */
export function usePresent(): Present {
  const present = use(PresentContext);
  if (!present) throw new Error('nobody is signed in here');
  return present;
}

/** Shows the door until somebody is signed in; then everything below knows who. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data: me, error, refetch } = useQuery(meQuery);
  if (error && failureOf(error).kind === 'signed-out') return <SignIn />;
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  return me ? <Following me={me}>{children}</Following> : <Loading />;
}

function Following({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  useEffect(() => follow(queries, setLiveness), [queries]);
  return <PresentContext value={{ me, liveness }}>{children}</PresentContext>;
}
