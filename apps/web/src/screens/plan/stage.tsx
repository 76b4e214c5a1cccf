import { Link } from 'react-router';
import type { CaseItem, CaseStage } from '../../api/generated/types.gen.ts';
import { screenOf } from '../cockpit/screen-of.ts';
import { DueBadge } from '../../ui/due-badge.tsx';
import { useWords } from '../../words/language.tsx';

interface StageProps {
  readonly stage: CaseStage;
  readonly now: string;
}

/** One stage with its things; what is under way stands open, the rest is folded. */
export function Stage({ stage, now }: StageProps) {
  const { plans } = useWords();
  const { title, words, outcomeWords, round, state, items, due, overdue, holders } = stage;
  return (
    <details className="sheet stage" open={state === 'open'}>
      <summary>
        <h2>{title}</h2>
        <span>{outcomeWords ?? words}</span>
        {round > 1 && <span className="soft">{plans.round(round)}</span>}
        {state === 'open' && <DueBadge due={due} overdue={overdue} now={now} />}
      </summary>
      {holders.length > 0 && (
        <p>
          {plans.holders}：{holders.join('、')}
        </p>
      )}
      {items.length === 0 ? <p className="soft">{plans.nothing}</p> : <Items items={items} now={now} />}
    </details>
  );
}

const Items = ({ items, now }: { readonly items: readonly CaseItem[]; readonly now: string }) => (
  <ul className="rows">
    {items.map(({ stream, label, words, due, overdue, holders, href }) => (
      <li key={stream}>
        <Link className="row-title" to={screenOf(href)}>
          {label}
        </Link>
        <span>{words}</span>
        <span className="soft">{holders.join('、')}</span>
        {due !== null && <DueBadge due={due} overdue={overdue} now={now} />}
      </li>
    ))}
  </ul>
);
