import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { opinionsQuery } from '../../api/queries.ts';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/language.tsx';
import { OpinionRow } from './opinion-row.tsx';
import { useRowKeys } from './use-row-keys.ts';

/** P9 意见汇总与采纳: every opinion that I may see, what is proposed for it, and where it shows in the text. */
export function Opinions() {
  const { id = '' } = useParams();
  const { opinions: words } = useWords();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state');
  const query = useQuery(opinionsQuery(id, state));
  return (
    <Page title={words.title} aside={<State value={state} onChange={(next) => setSearch(wish(next))} />}>
      <Fetched query={query} rows={10}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.empty} why={state === null ? words.emptyWhy : words.emptyFilter} />
          ) : (
            <Rows items={items} />
          )
        }
      </Fetched>
    </Page>
  );
}

const wish = (state: string | null): Record<string, string> => (state === null ? {} : { state });

interface StateProps {
  readonly value: string | null;
  readonly onChange: (state: string | null) => void;
}

function State({ value, onChange }: StateProps) {
  const { opinions: words } = useWords();
  const options = Object.entries(words.states).map(([state, label]) => ({ value: state, label }));
  return (
    <Select
      className="state"
      aria-label={words.state}
      value={value}
      allowClear
      placeholder={words.all}
      options={options}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}

function Rows({ items }: { readonly items: readonly OpinionLine[] }) {
  const { opinions: words } = useWords();
  const [at, setAt] = useState(0);
  const list = useRowKeys(items.length, at, setAt);
  return (
    <>
      <p className="soft">{words.keys}</p>
      <ol className="sheet rows opinions" ref={list}>
        {items.map((item, i) => (
          <OpinionRow key={item.stream} item={item} isOpen={i === at} onOpen={() => setAt(i)} />
        ))}
      </ol>
    </>
  );
}
