import { useQuery } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { auditorQuery } from '../api/audit.ts';
import { client } from '../api/audit-generated/client.gen.ts';
import type { AuditSession } from '../api/audit-generated/types.gen.ts';
import { failureOf } from '../api/failure.ts';
import '../frame/frame.css';
import { AuditSignIn } from '../screens/audit/sign-in.tsx';
import { FailureState } from '../ui/failure-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { AUDIT } from '../words/audit.ts';
import { useSaid, useSpeech } from '../words/language.tsx';

const AuditorContext = createContext<AuditSession | null>(null);

/** Who is signed in, and under which letters. @throws Error outside of {@link AuditorAtDoor} */
export function useAuditor(): AuditSession {
  const auditor = use(AuditorContext);
  if (!auditor) throw new Error('no auditor is signed in here');
  return auditor;
}

/** Shows the door until an auditor is signed in; then everything below knows who. */
export function AuditorAtDoor({ children }: { readonly children: ReactNode }) {
  const { language } = useSpeech();
  client.setConfig({ headers: { 'Accept-Language': language } });
  const { data: auditor, error, refetch } = useQuery(auditorQuery);
  const { again } = useSaid(AUDIT);
  if (error && failureOf(error).kind === 'signed-out')
    return (
      <>
        {auditor && (
          <p className="again" role="status">
            {again}
          </p>
        )}
        <AuditSignIn />
      </>
    );
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />;
  return auditor ? <AuditorContext value={auditor}>{children}</AuditorContext> : <Loading />;
}
