import { Link } from 'react-router';
import type { MyAct, MyMessage, Obligation } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { AWAITED } from '../../words/todo.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { pathOf } from './path-of.ts';

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

/** What is to be done or read, by when, and how the date came about. */
export function Owed({ item }: { readonly item: Obligation }) {
  const { language } = useSpeech();
  const { me } = usePresent();
  const words = useSaid(AWAITED);
  return (
    <li>
      <span className="row-title">
        <strong>
          <Link to={pathOf(item.stream)} data-row>
            {item.words[language]}
          </Link>
        </strong>
        <span>{item.label}</span>
        <OfCase of={item.case} />
      </span>
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
  const waits = item.holders.length > 0 ? words.waits(item.holders.join('、')) : words.settled;
  return (
    <li>
      <span className="row-title">
        <strong>
          <Link to={pathOf(item.stream)} data-row>
            {item.words[language]}
          </Link>
        </strong>
        <span>{item.label}</span>
        <OfCase of={item.case} />
        <span className="soft todo-line">
          {words.as(item.as)}
          {item.status !== null && ` · ${words.state(item.status)}`}
          {isBegun && ` · ${waits}`}
        </span>
      </span>
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
      <span className="row-title">
        <strong>
          <Link to={pathOf(item.stream)} data-row>
            {item.kindWords[language]}
          </Link>
        </strong>
        <span>{item.label}</span>
        <OfCase of={item.case} />
        <span className="soft todo-line">{item.stands ? words.stands : words.over}</span>
      </span>
      <time className="soft" dateTime={item.at}>
        {dayWords(item.at, language)}
      </time>
    </li>
  );
}
