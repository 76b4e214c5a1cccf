import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/language.tsx';

/** An address that leads nowhere. */
export function Lost() {
  const { failure } = useWords();
  return (
    <Page title={failure.lost}>
      <EmptyState
        title={failure.notFound}
        why={failure.lostWhy}
        action={<Link to="/">{failure.home}</Link>}
      />
    </Page>
  );
}

/** A screen that broke: the rest of the page stands, and what was written is kept. */
export function Broken() {
  const { failure } = useWords();
  return (
    <Page title={failure.broken}>
      <EmptyState
        title={failure.broken}
        why={failure.brokenWhy}
        action={
          <button type="button" className="plain" onClick={() => location.reload()}>
            {failure.again}
          </button>
        }
      />
    </Page>
  );
}
