import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Page } from '../../ui/page.tsx';
import { AWAITED } from '../../words/todo.ts';
import { useSaid } from '../../words/language.tsx';
import { List } from './lists.tsx';
import './todo.css';
import { TABS, useWanted, type Wanted } from './wanted.ts';

/** P2 工作台: what I am to do and to read, the most urgent first; what I did, what began with me, what I was told of. */
export function Todo() {
  const words = useSaid(AWAITED);
  const { wanted, want } = useWanted();
  return (
    <Page title={words.tabs[wanted.tab]}>
      <nav className="todo-tabs" aria-label={words.tablist}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-current={tab === wanted.tab ? 'page' : undefined}
            onClick={() => want({ tab, q: '', late: false })}
          >
            {words.tabs[tab]}
          </button>
        ))}
      </nav>
      {wanted.tab !== 'told' && <Seeking key={`${wanted.tab} ${wanted.q}`} wanted={wanted} want={want} />}
      <List wanted={wanted} />
    </Page>
  );
}

interface SeekingProps {
  readonly wanted: Wanted;
  readonly want: (change: Partial<Wanted>) => void;
}

/** Looking for something: asked when it is sent, so that what is being composed is not looked for. */
function Seeking({ wanted, want }: SeekingProps) {
  const words = useSaid(AWAITED);
  const [q, setQ] = useState(wanted.q);
  const isFiltered = wanted.q !== '' || wanted.late;
  return (
    <form
      className="todo-seek"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        want({ q: q.trim() });
      }}
    >
      <input
        type="search"
        aria-label={words.seek}
        placeholder={words.seek}
        title={words.seekHint}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      <Button size="large" htmlType="submit">
        {words.go}
      </Button>
      {(wanted.tab === 'acts' || wanted.tab === 'notes') && (
        <Checkbox checked={wanted.late} onChange={({ target }) => want({ late: target.checked })}>
          {words.late}
        </Checkbox>
      )}
      {isFiltered && (
        <Button size="large" onClick={() => want({ q: '', late: false })}>
          {words.clear}
        </Button>
      )}
    </form>
  );
}
