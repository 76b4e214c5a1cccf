import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { StaffList } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { PEOPLE } from '../../words/people.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { nameIn } from '../../words/person.ts';
import { Line } from '../admin/form/line.tsx';
import { Register } from './register.tsx';
import { looksAfterAccounts, staffQuery } from './queries.ts';
import { sorted, type Order, type Person } from './sorted.ts';
import '../admin/form/form.css';
import './people.css';

/** 人员: everybody with an account, for whoever looks after accounts. */
export function People() {
  const words = useSaid(PEOPLE);
  const isOthers = !looksAfterAccounts(usePresent().me);
  const query = useQuery({ ...staffQuery, enabled: !isOthers });
  return (
    <Page
      title={words.title}
      aside={query.data && <span className="soft">{words.count(query.data.items.length)}</span>}
    >
      {isOthers ? (
        <EmptyState title={words.only} why={words.onlyWhy} action={<Link to="/org">{words.toOrg}</Link>} />
      ) : (
        <Fetched query={query} rows={10}>
          {(staff) => <Listed staff={staff} />}
        </Fetched>
      )}
    </Page>
  );
}

function Listed({ staff: { items } }: { readonly staff: StaffList }) {
  const words = useSaid(PEOPLE);
  const [order, setOrder] = useState<Order>('stroke');
  const [text, setText] = useState('');
  const shown = sorted(items, useQuery(orgQuery).data, order, text);
  return (
    <>
      <div className="people-bar">
        <Line label={words.find} value={text} onChange={setText} />
        <OrderField order={order} onChange={setOrder} />
        <div className="people-do">
          <Register />
          <Link className="people-link" to="/people/import">
            {words.bring}
          </Link>
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={words.none} why={words.noneWhy} />
      ) : (
        <PeopleTable people={shown} />
      )}
    </>
  );
}

function OrderField({
  order,
  onChange,
}: {
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}) {
  const words = useSaid(PEOPLE);
  return (
    <div className="form-field">
      <label htmlFor="people-sort">{words.sort}</label>
      <select id="people-sort" value={order} onChange={({ target }) => onChange(target.value as Order)}>
        {(['stroke', 'rank', 'login'] as const).map((each) => (
          <option key={each} value={each}>
            {words.sorts[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  return (
    <Table
      className="people-table"
      label={words.title}
      heads={[words.name, words.login, words.posts, words.mail, words.account]}
    >
      {people.map((person) => (
        <tr key={person.person}>
          <th scope="row">
            <Link to={`/people/${person.person}`}>{nameIn(person.name, language)}</Link>
          </th>
          <td>
            <code>{person.login}</code>
          </td>
          <td>
            {person.posts.map(({ title }) => title).join(comma(language)) || (
              <span className="soft">{words.noPost}</span>
            )}
          </td>
          <td>{person.mail ?? <span className="soft">{words.noMail}</span>}</td>
          <td>{words.states[stateOf(person)]}</td>
        </tr>
      ))}
    </Table>
  );
}

export const stateOf = ({ active, oneTime }: Person): 'fine' | 'first' | 'off' => {
  if (!active) return 'off';
  return oneTime ? 'first' : 'fine';
};
