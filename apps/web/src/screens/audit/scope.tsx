import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { auditCasesQuery } from '../../api/audit.ts';
import type { AuditCases, AuditLetter } from '../../api/audit-generated/types.gen.ts';
import { current } from '../../audit/letters.ts';
import { useAuditor } from '../../audit/at-door.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { AUDIT } from '../../words/audit.ts';
import { dayWords, isoDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';

/** 调阅范围: under which letters one reads, until when, and which cases they open. */
export function Scope() {
  const words = useSaid(AUDIT);
  const { letters } = useAuditor();
  const open = current(letters);
  return (
    <Page title={words.nav.scope}>
      {open.length === 0 ? <NoLetter letters={letters} /> : <Cases />}
      {letters.length > 0 && (
        <>
          <h2>{words.letters}</h2>
          <ul className="audit-letters">
            {letters.map((letter) => (
              <Letter key={letter.letter} letter={letter} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function NoLetter({ letters }: { readonly letters: readonly AuditLetter[] }) {
  const words = useSaid(AUDIT);
  return (
    <div className="sheet">
      <EmptyState
        title={letters.length === 0 ? words.noLetter : words.noCurrent}
        why={words.noLetterWhy}
        action={
          <ol className="audit-how">
            {words.noLetterDo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        }
      />
    </div>
  );
}

function Cases() {
  const words = useSaid(AUDIT);
  return (
    <>
      <p className="audit-lead">{words.scopeLead}</p>
      <Fetched query={useQuery(auditCasesQuery)} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.noCases} why={words.noCasesWhy} />
          ) : (
            <ul className="sheet rows" aria-label={words.cases}>
              {items.map((each) => (
                <CaseRow key={each.id} of={each} />
              ))}
            </ul>
          )
        }
      </Fetched>
    </>
  );
}

function CaseRow({ of: { id, title, statusWords, letter } }: { readonly of: AuditCases['items'][number] }) {
  const words = useSaid(AUDIT);
  const { language } = useSpeech();
  return (
    <li>
      <span className="row-title">
        <Link to={`/cases/${id}/timeline`} className="audit-case-link">
          {title}
        </Link>
        <span className="soft">{words.under(letter.number)}</span>
      </span>
      <span>{statusWords[language]}</span>
    </li>
  );
}

function Letter({ letter }: { readonly letter: AuditLetter }) {
  const words = useSaid(AUDIT);
  const { language } = useSpeech();
  const { number, purpose, status, cases, period, from, until, approvedBy, enteredBy, ended } = letter;
  const lines: readonly (readonly [string, string])[] = [
    [words.purpose, purpose],
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
        <strong>{number}</strong> <span className="audit-mark">{letter.words[language]}</span>
      </p>
      <dl>
        {lines.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {status === 'current' && <p className="soft">{words.endsItself}</p>}
    </li>
  );
}

/** A term ends with its day. */
const lastDay = (until: string): string => new Date(Date.parse(until) - 1).toISOString();
