import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { casesQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';

/** 规划: every case that I may see, and where it stands. */
export function Plans() {
  const { plans } = useWords();
  const { language } = useSpeech();
  return (
    <Page title={plans.title}>
      <PagedList
        query={useInfiniteQuery(casesQuery)}
        empty={<EmptyState title={plans.empty} why={plans.emptyWhy} />}
        row={({ id, title, open, done }) => (
          <li key={id}>
            <Link className="row-title" to={`/plans/${id}`}>
              <strong>{title}</strong>
            </Link>
            <span>{done ? plans.done : open.map((stage) => stage.title).join(comma(language))}</span>
          </li>
        )}
      />
    </Page>
  );
}
