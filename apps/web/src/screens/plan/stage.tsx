import { Link } from 'react-router';
import type { CaseItem, CaseStage } from '../../api/generated/types.gen.ts';
import type { Passed } from '../cockpit/passed.ts';
import { screenOf } from '../cockpit/screen-of.ts';
import { DueBadge } from '../../ui/due-badge.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { colon, comma, firstOf, labelIn, stateIn } from '../../words/marks.ts';

interface StageProps {
  readonly stage: Passed<CaseStage>;
  readonly now: string;
}

/** One stage with its things; what is under way stands open, the rest is folded. */
export function Stage({ stage, now }: StageProps) {
  const { plans } = useWords();
  const { language } = useSpeech();
  const { title, round, state, items, due, overdue, holders } = stage;
  return (
    <details className="sheet stage" open={state === 'open'}>
      <summary>
        <h2>{title}</h2>
        <span>{stateIn(stage, language)}</span>
        {round > 1 && <span className="soft">{plans.round(round)}</span>}
        {state === 'open' && <DueBadge due={due} overdue={overdue} now={now} />}
      </summary>
      {holders.length > 0 && (
        <p>
          {plans.holders}
          {colon(language)}
          {holders.join(comma(language))}
        </p>
      )}
      {items.length === 0 ? <p className="soft">{plans.nothing}</p> : <Items items={items} now={now} />}
    </details>
  );
}

/** Holders that are named beside one thing; all of them stand above. */
const FEW = 2;

function Items({ items, now }: { readonly items: readonly CaseItem[]; readonly now: string }) {
  const { language } = useSpeech();
  return (
    <ul className="rows">
      {items.map(({ stream, label, status, words, due, overdue, holders, href }) => (
        <li key={stream}>
          <Link className="row-title" to={screenOf(href)}>
            {labelIn(label, language)}
          </Link>
          <StateSaid className="stage-state" of={{ status, words }} />
          <span className="soft">{firstOf(holders, FEW, language)}</span>
          {due !== null && <DueBadge due={due} overdue={overdue} now={now} />}
        </li>
      ))}
    </ul>
  );
}
