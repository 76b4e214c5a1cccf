import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { failureOf } from '../api/failure.ts';
import type { Liveness } from '../api/line.ts';
import { follow } from '../api/live.ts';
import { meQuery } from '../api/queries.ts';
import type { Me } from '../api/generated/types.gen.ts';
import { keepBringing } from '../drafts/sync.ts';
import { ChangePassword } from '../screens/sign-in/change-password.tsx';
import { SignIn } from '../screens/sign-in/sign-in.tsx';
import { FailureState } from '../ui/failure-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { FRAME } from '../words/frame.ts';
import { useSaid } from '../words/language.tsx';
import './frame.css';

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
  if (error && failureOf(error).kind === 'signed-out') return <Door isAgain={me !== undefined} />;
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (me?.mustChangePassword) return <ChangePassword />;
  return me ? <Following me={me}>{children}</Following> : <Loading />;
}

/** Whoever was inside comes back to the same place: the address stays, and so do the drafts. */
function Door({ isAgain }: { readonly isAgain: boolean }) {
  const { again } = useSaid(FRAME);
  return (
    <>
      {isAgain && (
        <p className="again" role="status">
          {again}
        </p>
      )}
      <SignIn />
    </>
  );
}

function Following({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  // Where the record stood before anything on the screen was asked for; later answers know more than the screen shows.
  const [seenTo] = useState(me.seenTo);
  useEffect(() => follow(queries, seenTo, setLiveness), [queries, seenTo]);
  useEffect(() => keepBringing(me.person), [me.person]);
  return <PresentContext value={{ me, liveness }}>{children}</PresentContext>;
}
