import { pageOf, workPage } from '@mouding/contract';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MyAct, MyMessage, Obligation, Said } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { AWAITED } from '../../words/todo.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma, labelIn } from '../../words/marks.ts';

interface OfCaseProps {
  readonly of: { readonly id: string; readonly title: string } | null;
}

const OfCase = ({ of }: OfCaseProps) =>
  of && (
    <>
      {' · '}
      <Link to={`/plans/${of.id}`}>{of.title}</Link>
    </>
  );

interface RowTitleProps {
  readonly item: { readonly label: string; readonly case: OfCaseProps['of'] };
  readonly to: string;
  readonly said: Said;
  readonly children?: ReactNode;
}

/** What the row is about, which leads to it, and whatever else is to be said below. */
function RowTitle({ item, to, said, children }: RowTitleProps) {
  const { language } = useSpeech();
  return (
    <span className="row-title">
      <strong>
        <Link to={to} data-row>
          {said[language]}
        </Link>
      </strong>
      <span>{labelIn(item.label, language)}</span>
      {item.case !== null && !item.label.includes(item.case.title) && <OfCase of={item.case} />}
      {children}
    </span>
  );
}

/** What is to be done or read, by when, and how the date came about. */
export function Owed({ item }: { readonly item: Obligation }) {
  const { language } = useSpeech();
  const { me } = usePresent();
  const words = useSaid(AWAITED);
  return (
    <li>
      <RowTitle item={item} to={workPage(item)} said={item.words} />
      <DueBadge due={item.due} overdue={item.overdue} now={me.now} />
      {item.why.length > 0 && (
        <details className="todo-why">
          <summary>{words.why}</summary>
          <ol>
            {item.why.map((step, i) => (
              <li key={i}>{step.said[language]}</li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** One thing that I did, and what became of it since. */
export function Acted({ item, isBegun }: { readonly item: MyAct; readonly isBegun: boolean }) {
  const { language } = useSpeech();
  const words = useSaid(AWAITED);
  const waits = item.holders.length > 0 ? words.waits(item.holders.join(comma(language))) : words.settled;
  return (
    <li>
      <RowTitle item={item} to={pageOf(item.stream)} said={item.words}>
        <span className="soft todo-line">
          {words.as(item.as)}
          {item.status !== null && ` · ${words.state(item.status)}`}
          {isBegun && ` · ${waits}`}
        </span>
      </RowTitle>
      <span className="soft">
        <time dateTime={item.at}>
          {dayWords(item.at, language)} {timeWords(item.at)}
        </time>
        {' · '}
        {words.number} <code>{item.leafHash.slice(0, 8)}</code>
      </span>
    </li>
  );
}

/** What I was told of. */
export function Told({ item }: { readonly item: MyMessage }) {
  const { language } = useSpeech();
  const words = useSaid(AWAITED);
  return (
    <li>
      <RowTitle item={item} to={pageOf(item.stream)} said={item.kindWords}>
        <span className="soft todo-line">{item.stands ? words.stands : words.over}</span>
      </RowTitle>
      <time className="soft" dateTime={item.at}>
        {dayWords(item.at, language)}
      </time>
    </li>
  );
}
