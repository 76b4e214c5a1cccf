import { Fragment, type ReactNode } from 'react';
import type { AuditLetter } from '../../api/audit-generated/types.gen.ts';
import { AUDIT } from '../../words/audit.ts';
import { dayWords, isoDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { lastDay } from './moment.ts';
import './letter.css';

interface LetterCardProps {
  readonly letter: AuditLetter;
  /** For whom it is; those who hold it themselves know. */
  readonly isForOthers?: boolean;
  /** What may be done with it. */
  readonly children?: ReactNode;
}

/** 调阅函: what it opens, for how long, and who answers for it. */
export function LetterCard({ letter, isForOthers = false, children }: LetterCardProps) {
  const words = useSaid(AUDIT);
  const { language } = useSpeech();
  const { number, purpose, status, cases, period, from, until, approvedBy, enteredBy, ended } = letter;
  const lines: readonly (readonly [string, string])[] = [
    [words.purpose, purpose],
    ...(isForOthers ? [[words.auditors, letter.auditors.map(({ title }) => title).join('、')] as const] : []),
    [words.range, cases === null ? words.whole : cases.map(({ title }) => title).join('、')],
    [
      words.period,
      period ? words.span(isoDay(period.from, language), isoDay(period.to, language)) : words.always,
    ],
    [words.term, words.span(dayWords(from, language), dayWords(lastDay(until), language))],
    [words.by, approvedBy ? words.entered(enteredBy, approvedBy) : enteredBy],
    ...(ended ? [[words.ended, `${dayWords(ended.at, language)} ${ended.words[language]}`] as const] : []),
  ];
  return (
    <li className={`sheet audit-letter audit-letter-${status}`}>
      <p className="audit-letter-head">
        <strong>{number}</strong> <span className="tag">{letter.words[language]}</span>
      </p>
      <dl className="facts">
        {lines.map(([name, said]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </Fragment>
        ))}
      </dl>
      {status === 'current' && <p className="soft">{words.endsItself}</p>}
      {children}
    </li>
  );
}
