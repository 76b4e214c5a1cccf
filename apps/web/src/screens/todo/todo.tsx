import { PLURALS } from '@mouding/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Obligation } from '../../api/generated/types.gen.ts';
import { obligationsQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';

/** P2 工作台·待办: what I owe, the most urgent first. */
export function Todo() {
  const { todo } = useWords();
  const owed = useInfiniteQuery(obligationsQuery);
  const known = owed.data?.pages.reduce((sum, { items }) => sum + items.length, 0);
  const empty = (
    <EmptyState title={todo.empty} why={todo.emptyWhy} action={<Link to="/plans">{todo.toPlans}</Link>} />
  );
  return (
    <Page title={todo.title} aside={known !== undefined && <span className="soft">{todo.count(known)}</span>}>
      <PagedList
        query={owed}
        empty={empty}
        row={(item) => <Owed key={`${item.stream} ${item.name} ${item.holder}`} item={item} />}
      />
    </Page>
  );
}

/** Where a stream is worked on: `chapter/<id>` below `/chapters/<id>`. */
function pathOf(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  return kind === 'case' ? `/plans/${id}` : `/${PLURALS[kind] ?? kind}/${id}`;
}

function Owed({ item }: { readonly item: Obligation }) {
  const { language } = useSpeech();
  const { me } = usePresent();
  return (
    <li>
      <span className="row-title">
        <strong>
          <Link to={pathOf(item.stream)}>{item.words[language]}</Link>
        </strong>
        <span>{item.label}</span>
        {item.case && (
          <>
            {' · '}
            <Link to={`/plans/${item.case.id}`}>{item.case.title}</Link>
          </>
        )}
      </span>
      <DueBadge due={item.due} overdue={item.overdue} now={me.now} />
    </li>
  );
}
