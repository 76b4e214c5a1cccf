import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Obligation } from '../../api/generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { dayWords } from '../../words/day.ts';
import { labelIn } from '../../words/marks.ts';
import { AWAITED } from '../../words/todo.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { runAt } from './alike.ts';
import { actsQuery, lastActQuery, owedQuery, toldQuery } from './queries.ts';
import { Acted, Owed, Told } from './rows.tsx';
import { useWanted, type Wanted } from './wanted.ts';

/** The list of the tab that is looked at. */
export function List({ wanted }: { readonly wanted: Wanted }) {
  if (wanted.tab === 'told') return <ToldList />;
  return wanted.tab === 'acts' || wanted.tab === 'notes' ? (
    <OwedList wanted={wanted} />
  ) : (
    <ActsList wanted={wanted} />
  );
}

function OwedList({ wanted }: { readonly wanted: Wanted }) {
  return (
    <PagedList
      query={useInfiniteQuery(owedQuery(wanted))}
      empty={<Nothing wanted={wanted} />}
      row={(_, place, all) => <Run key={place} items={runAt(all, place)} />}
    />
  );
}

/** Many things that want the same stand as the first of them, with the others folded under it. */
function Run({ items }: { readonly items: readonly Obligation[] }) {
  const words = useSaid(AWAITED);
  const rows = items.map((item) => <Owed key={`${item.stream} ${item.name} ${item.holder}`} item={item} />);
  if (rows.length < MANY) return rows;
  const [first, ...others] = rows;
  return (
    <>
      {first}
      <li className="todo-alike">
        <details>
          <summary>{words.alike(others.length)}</summary>
          <ul className="rows">{others}</ul>
        </details>
      </li>
    </>
  );
}

/** Fewer are quicker read than unfolded. */
const MANY = 4;

function ActsList({ wanted }: { readonly wanted: Wanted }) {
  return (
    <PagedList
      query={useInfiniteQuery(actsQuery(wanted))}
      empty={<Nothing wanted={wanted} />}
      row={(item) => <Acted key={item.idx} item={item} isBegun={wanted.tab === 'begun'} />}
    />
  );
}

function ToldList() {
  return (
    <PagedList
      query={useInfiniteQuery(toldQuery)}
      empty={<Nothing wanted={{ tab: 'told', q: '', late: false }} />}
      row={(item) => <Told key={item.id} item={item} />}
    />
  );
}

/** What is not there, why, and one thing to do; whoever has nothing to do sees what they did last. */
function Nothing({ wanted }: { readonly wanted: Wanted }) {
  const words = useSaid(AWAITED);
  const { want } = useWanted();
  if (wanted.q !== '' || wanted.late)
    return (
      <EmptyState
        {...words.noMatch}
        action={<Button onClick={() => want({ q: '', late: false })}>{words.clear}</Button>}
      />
    );
  return (
    <EmptyState
      {...words.empty[wanted.tab]}
      action={
        <>
          {wanted.tab === 'acts' && <LastDone />}
          <Link to="/plans">{words.toPlans}</Link>
        </>
      }
    />
  );
}

function LastDone() {
  const words = useSaid(AWAITED);
  const { language } = useSpeech();
  const { data: last } = useQuery(lastActQuery);
  if (!last) return null;
  const { words: what, label } = last;
  // An act on nothing that has a name is called by its verb alone.
  const named = label === what.zh ? [what[language]] : [what[language], labelIn(label, language)];
  return <p>{words.lastDone(named, dayWords(last.at, language))}</p>;
}
