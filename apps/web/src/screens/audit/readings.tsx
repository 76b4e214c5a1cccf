import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { readingsQuery } from '../../api/audit.ts';
import type { AuditReading } from '../../api/audit-generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { AUDIT } from '../../words/audit.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { ReadingLine } from './reading-line.tsx';
import { Table } from '../../ui/table.tsx';

/** 查阅记录: what auditors asked, this one too. The institution sees the same. */
export function Readings() {
  const words = useSaid(AUDIT);
  const { todo } = useWords();
  const query = useInfiniteQuery(readingsQuery);
  return (
    <Page title={words.nav.readings}>
      <p className="audit-lead">{words.readingsLead}</p>
      <Fetched query={query} rows={10}>
        {({ pages }) => <Rows items={pages.flatMap(({ items }) => items)} />}
      </Fetched>
      {query.hasNextPage && (
        <Button size="large" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {todo.more}
        </Button>
      )}
    </Page>
  );
}

function Rows({ items }: { readonly items: readonly AuditReading[] }) {
  const words = useSaid(AUDIT);
  if (items.length === 0) return <EmptyState title={words.noReadings} why={words.readingsLead} />;
  return (
    <Table label={words.nav.readings} heads={words.readingHeads}>
      {items.map((reading) => (
        <ReadingLine key={reading.pos} reading={reading} />
      ))}
    </Table>
  );
}
