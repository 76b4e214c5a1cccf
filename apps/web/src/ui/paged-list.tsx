import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { Fetched } from './fetched.tsx';

interface PagedListProps<Item> {
  readonly query: {
    readonly data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  /** Shown when there is nothing. */
  readonly empty: ReactNode;
  /** One row, an `li` with its key; told with its place among all that are listed. */
  readonly row: (item: Item, place: number, all: readonly Item[]) => ReactNode;
}

/** A list that comes page by page. */
export function PagedList<Item>({ query, empty, row }: PagedListProps<Item>) {
  const { todo } = useWords();
  const rows = (pages: readonly { readonly items: readonly Item[] }[]) => {
    const items = pages.flatMap((page) => page.items);
    return items.length === 0 ? empty : <ul className="sheet rows">{items.map(row)}</ul>;
  };
  return (
    <>
      <Fetched query={query}>{({ pages }) => rows(pages)}</Fetched>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {todo.more}
        </Button>
      )}
    </>
  );
}
