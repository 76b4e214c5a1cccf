import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { caseQuery, casesQuery, obligationsQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ADMIN } from '../../words/admin.ts';
import { useSaid } from '../../words/language.tsx';
import { Propose } from './propose.tsx';
import './form/form.css';
import './admin.css';

/** 双人复核更正: what waits for me, and proposing one. */
export function Repairs() {
  const { repairs: words } = useSaid(ADMIN);
  return (
    <Page title={words.title}>
      <p>{words.how}</p>
      <h2>{words.waiting}</h2>
      <Waiting />
      <h2>{words.propose}</h2>
      <OfCase />
      <p>
        <Link to="/new/repair.propose">{words.file}</Link>
      </p>
    </Page>
  );
}

function Waiting() {
  const { repairs: words } = useSaid(ADMIN);
  const rows = useInfiniteQuery(obligationsQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const waiting = rows.filter(({ stream }) => stream.startsWith('repair/'));
  if (waiting.length === 0) return <EmptyState title={words.none} why={words.noneWhy} />;
  return (
    <ul className="sheet rows">
      {waiting.map(({ stream, label }) => (
        <li key={stream}>
          <Link to={`/repairs/${stream.slice('repair/'.length)}`}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Of which plan, then what. */
function OfCase() {
  const { repairs: words } = useSaid(ADMIN);
  const cases = useInfiniteQuery(casesQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const of = chosen ?? cases[0]?.id ?? '';
  const { data } = useQuery({ ...caseQuery(of), enabled: of !== '' });
  return (
    <>
      <div className="form-field admin-filter">
        <label htmlFor="repair-case">{words.case}</label>
        <select id="repair-case" value={of} onChange={({ target }) => setChosen(target.value)}>
          {cases.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {data && <Propose key={of} of={data} />}
    </>
  );
}
