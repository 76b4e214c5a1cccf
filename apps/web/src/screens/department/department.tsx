import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Obligation } from '../../api/generated/types.gen.ts';
import { casesQuery, obligationsQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { DEPARTMENT } from '../../words/department.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma, labelIn } from '../../words/marks.ts';
import './department.css';
import { departmentPage } from '../todo/path-of.ts';
import { GROUPS, groupOf } from './owed.ts';
import { OwnOpinions } from './own-opinions.tsx';
import { Register } from './register.tsx';

/** 本科室, the first screen of a head: what is owed and by when, what was handed in, what became of what was said. */
export function Department() {
  const words = useSaid(DEPARTMENT);
  const { language } = useSpeech();
  const { me } = usePresent();
  const own = me.capacities
    .filter(({ as }) => as === 'department-head')
    .flatMap(({ department }) => department ?? []);
  const empty = (
    <EmptyState title={words.none} why={words.noneWhy} action={<Link to="/">{words.toTodo}</Link>} />
  );
  if (own.length === 0) return <Page title={words.title}>{empty}</Page>;
  return (
    <Page
      title={own.map(({ name }) => name).join(comma(language))}
      aside={<span className="soft">{words.title}</span>}
    >
      <OwedHere />
      <OfPlans departments={own.map(({ id }) => id)} />
    </Page>
  );
}

function OwedHere() {
  const query = useInfiniteQuery(obligationsQuery);
  return (
    <Fetched query={query} rows={4}>
      {({ pages }) => <Owed items={pages.flatMap(({ items }) => items)} />}
    </Fetched>
  );
}

function Owed({ items }: { readonly items: readonly Obligation[] }) {
  const words = useSaid(DEPARTMENT);
  if (items.length === 0) return <p className="sheet stage">{words.clear}</p>;
  const late = items.filter(({ overdue }) => overdue).length;
  return (
    <>
      <p className={late > 0 ? 'sentence due-late' : 'sentence'}>{words.summary(items.length, late)}</p>
      {GROUPS.map((group) => (
        <Group
          key={group}
          title={words.groups[group]}
          items={items.filter(({ verb }) => groupOf(verb) === group)}
        />
      ))}
    </>
  );
}

function Group({ title, items }: { readonly title: string; readonly items: readonly Obligation[] }) {
  const { language } = useSpeech();
  const { me } = usePresent();
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="sheet rows">
        {items.map((item) => (
          <li key={`${item.stream} ${item.name}`}>
            <span className="row-title">
              <strong>
                <Link to={departmentPage(item.stream)}>{labelIn(item.label, language)}</Link>
              </strong>
              <span className="soft">
                {item.words[language]}
                {item.case && ` · ${item.case.title}`}
              </span>
            </span>
            <DueBadge due={item.due} overdue={item.overdue} now={me.now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands in each plan that is under way. */
function OfPlans({ departments }: { readonly departments: readonly string[] }) {
  const query = useInfiniteQuery(casesQuery);
  return (
    <Fetched query={query} rows={3}>
      {({ pages }) =>
        pages
          .flatMap(({ items }) => items)
          .map(({ id, title }) => (
            <section key={id} aria-label={title}>
              <Register caseId={id} title={title} departments={departments} />
              <OwnOpinions caseId={id} departments={departments} />
            </section>
          ))
      }
    </Fetched>
  );
}
