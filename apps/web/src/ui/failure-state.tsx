import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { failureOf, type Failure } from '../api/failure.ts';
import type { Problem } from '../api/generated/types.gen.ts';
import { useSpeech, useWords, type Language } from '../words/language.tsx';

interface FailureStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong with what was to be shown. */
export const FailureState = ({ error, onRetry }: FailureStateProps) => (
  <FailureNotice failure={failureOf(error)} onRetry={onRetry} />
);

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong in a sentence, what to do, and the number by which the log knows it. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const words = useWords();
  return (
    <Alert
      role="alert"
      type={failure.kind === 'offline' ? 'warning' : 'error'}
      showIcon
      title={useTitle(failure)}
      description={<FailureDetail failure={failure} />}
      action={onRetry && <Button onClick={onRetry}>{words.failure.again}</Button>}
    />
  );
}

const NOT_FOUND = 404;
const STALE = 412;

function useTitle(failure: Failure): string {
  const words = useWords();
  if (failure.kind === 'offline') return words.failure.offline;
  if (failure.kind === 'signed-out') return words.signIn.again;
  return failure.status === NOT_FOUND ? words.failure.notFound : failure.problem.title;
}

/** What helps where the answer itself names nothing to do. */
function WayOn({ status }: { readonly status: number }) {
  const { failure } = useWords();
  if (status === NOT_FOUND)
    return (
      <>
        <p>{failure.lostWhy}</p>
        <p>
          <Link to="/">{failure.home}</Link>
        </p>
      </>
    );
  if (status !== STALE) return null;
  return (
    <>
      <p>{failure.staleDo}</p>
      <p>
        <button type="button" className="plain" onClick={() => location.reload()}>
          {failure.staleSee}
        </button>
      </p>
    </>
  );
}

/** The detail of a refusal says in one line also what is needed, which stands below by itself. */
const reasonOf = ({ detail, said }: Problem, language: Language): string | undefined =>
  said?.[language] ?? detail;

function FailureDetail({ failure }: { readonly failure: Failure }) {
  const words = useWords();
  const { language } = useSpeech();
  if (failure.kind === 'offline') return <p>{words.failure.offlineDo}</p>;
  if (failure.kind === 'signed-out') return null;
  const { title, basis, needs, traceId } = failure.problem;
  const reason = reasonOf(failure.problem, language);
  return (
    <>
      <WayOn status={failure.status} />
      {reason !== title && <p>{reason}</p>}
      {basis && <p>{words.basis(basis)}</p>}
      {needs && <p>{words.needs(needs[language])}</p>}
      {traceId && (
        <p className="soft">
          {words.failure.trace} <code>{traceId}</code>
        </p>
      )}
    </>
  );
}
