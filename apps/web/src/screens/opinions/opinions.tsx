import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { opinionsQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { useSaid, useWords } from '../../words/language.tsx';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import { isFound, isLeft } from './clusters.ts';
import { OpinionRows } from './opinion-rows.tsx';
import './opinions.css';

/** P9 意见汇总与采纳: every opinion that I may see, what is proposed for it, and where it shows in the text. */
export function Opinions() {
  const { id = '' } = useParams();
  const { opinions: words } = useWords();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state');
  const query = useQuery(opinionsQuery(id, null));
  return (
    <Page
      title={words.title}
      over={<OfPlan id={id} label={words.title} />}
      aside={<State value={state} onChange={(next) => setSearch(wish(next), { replace: true })} />}
    >
      <Fetched query={query} rows={10}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.empty} why={words.emptyWhy} />
          ) : (
            <Desk items={items} state={state} />
          )
        }
      </Fetched>
    </Page>
  );
}

const wish = (state: string | null): Record<string, string> => (state === null ? {} : { state });

interface DeskProps {
  readonly items: readonly OpinionLine[];
  readonly state: string | null;
}

function Desk({ items, state }: DeskProps) {
  const { opinions: words } = useWords();
  const said = useSaid(OPINION_DESK);
  const [sought, setSought] = useState('');
  const [isClustered, setClustered] = useState(true);
  const left = items.filter(isLeft).length;
  const shown = items.filter(
    (item) =>
      (state === null || item.status === state) && (sought.trim() === '' || isFound(item, sought.trim())),
  );
  return (
    <>
      <p className={left === 0 ? 'opinions-none' : 'opinions-left'} role="status">
        {left === 0 ? said.none : `${said.left(left)}。${said.leftWhy}`}
      </p>
      <div className="opinions-tools">
        <Input
          className="opinions-find"
          aria-label={said.find}
          placeholder={said.find}
          allowClear
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        <Checkbox checked={isClustered} onChange={({ target }) => setClustered(target.checked)}>
          {said.cluster}
        </Checkbox>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.empty} why={words.emptyFilter} />
      ) : (
        <OpinionRows items={shown} isClustered={isClustered} />
      )}
      <Tables items={items} />
    </>
  );
}

/** 采纳情况汇总表 and the other papers of each round. */
const Tables = ({ items }: { readonly items: readonly OpinionLine[] }) =>
  [...new Set(items.map(({ consultation }) => consultation))].map((stream) => (
    <Papers key={stream} plural="consultations" id={stream.replace('consultation/', '')} />
  ));

interface StateProps {
  readonly value: string | null;
  readonly onChange: (state: string | null) => void;
}

function State({ value, onChange }: StateProps) {
  const { opinions: words } = useWords();
  return (
    <select
      className="state"
      aria-label={words.state}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      <option value="">{words.all}</option>
      {Object.entries(words.states).map(([state, label]) => (
        <option key={state} value={state}>
          {label}
        </option>
      ))}
    </select>
  );
}
