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
import { useSaid, useSpeech } from '../../words/language.tsx';
import { LetterCard } from './letter-card.tsx';

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
              <LetterCard key={letter.letter} letter={letter} />
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
