import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { questionsQuery } from '../../../api/audit.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';

/** 预设问题: each in a sentence, with its basis. */
export function Questions() {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <>
      <p className="audit-lead">{words.questionsLead}</p>
      <Fetched query={useQuery(questionsQuery)} rows={10}>
        {({ items }) => (
          <ul className="sheet rows">
            {items.map(({ id, title, said, basis }) => (
              <li key={id}>
                <span className="row-title">
                  <Link to={id} className="audit-case-link">
                    {title[language]}
                  </Link>
                  <span>{said[language]}</span>
                  {basis !== null && <span className="audit-origin soft">{words.basis(basis)}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Fetched>
    </>
  );
}
