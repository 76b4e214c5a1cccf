import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { timelineQuery, type TimelineWish } from '../../../api/audit.ts';
import type { TimelineEntry, TimelinePage } from '../../../api/audit-generated/types.gen.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fetched } from '../../../ui/fetched.tsx';
import { Page } from '../../../ui/page.tsx';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid } from '../../../words/language.tsx';
import { useAudited } from '../case/case.tsx';
import { Exports } from '../exports.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { Filters } from './filters.tsx';
import { EntryGrid } from './grid.tsx';
import { useFilters } from './use-filters.ts';

/** 时间线 of the whole institution. */
export function WholeTimeline() {
  const words = useSaid(AUDIT_TIME);
  return (
    <Page title={words.whole}>
      <Timeline of={null} />
    </Page>
  );
}

/** 时间线 of one case. */
export function CaseTimeline() {
  return <Timeline of={useAudited().id} />;
}

function Timeline({ of }: { readonly of: string | null }) {
  const filters = useFilters();
  const wish: TimelineWish = { ...filters.wish, ...(of === null ? {} : { case: of }) };
  const query = useInfiniteQuery(timelineQuery(wish));
  return (
    <>
      <Filters of={of} filters={filters} />
      <Exports path="/v1/timeline/export" query={{ ...wish }} />
      <Fetched query={query} rows={10}>
        {({ pages }) => <Found pages={pages} of={of} filters={filters} query={query} />}
      </Fetched>
    </>
  );
}

interface FoundProps {
  readonly pages: readonly TimelinePage[];
  readonly of: string | null;
  readonly filters: ReturnType<typeof useFilters>;
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isPlaceholderData: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

function Found({ pages, of, filters, query }: FoundProps) {
  const words = useSaid(AUDIT_TIME);
  const [chosen, setChosen] = useState<TimelineEntry | null>(null);
  const items = pages.flatMap((page) => page.items);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  if (items.length === 0 && !hasNextPage) return <Nothing filters={filters} />;
  return (
    <>
      <p className="soft audit-count" role="status">
        {words.shown(items.length)} <Searched page={pages.at(-1)} /> <span>{words.keys}</span>
      </p>
      <div className="audit-timeline" aria-busy={query.isPlaceholderData}>
        <EntryGrid items={items} chosen={chosen?.idx ?? null} onChoose={setChosen} onEnd={more} />
        <EntryDetail entry={chosen} of={of} filters={filters} onClose={() => setChosen(null)} />
      </div>
      {hasNextPage && (
        <Button size="large" onClick={more} loading={isFetchingNextPage}>
          {words.more}
        </Button>
      )}
      <p className="audit-print-only">{words.printNote}</p>
    </>
  );
}

/** A page may be short where little fits: what was looked through is said. */
function Searched({ page }: { readonly page: TimelinePage | undefined }) {
  const { searched } = useSaid(AUDIT_TIME);
  return page?.searched ? <span>{searched(page.searched.from, page.searched.to)}</span> : null;
}

function Nothing({ filters }: Pick<FoundProps, 'filters'>) {
  const words = useSaid(AUDIT_TIME);
  if (filters.count === 0) return <EmptyState title={words.emptyAll} why={words.emptyAllWhy} />;
  return (
    <EmptyState
      title={words.empty}
      why={words.emptyWhy}
      action={
        <Button size="large" onClick={filters.clear}>
          {words.clear}
        </Button>
      }
    />
  );
}
