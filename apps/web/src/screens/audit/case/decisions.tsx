import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { decisionsQuery } from '../../../api/audit.ts';
import type { DecisionReading, DecisionReadings } from '../../../api/audit-generated/types.gen.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT } from '../../../words/audit.ts';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { Exports } from '../exports.tsx';
import { momentWords } from '../moment.ts';
import { Table } from '../../../ui/table.tsx';
import { useAudited } from './case.tsx';

/** 决定前阅看: who had opened which version before deciding. */
export function Decisions() {
  const words = useSaid(AUDIT_ASKS);
  const { id } = useAudited();
  return (
    <Fetched query={useQuery(decisionsQuery(id))} rows={8}>
      {(found) =>
        found.items.length === 0 ? (
          <EmptyState title={words.noDecisions} why={words.noDecisionsWhy} />
        ) : (
          <Read found={found} />
        )
      }
    </Fetched>
  );
}

function Read({ found: { case: of, caution, items } }: { readonly found: DecisionReadings }) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  const [isUnread, setUnread] = useState(false);
  const shown = isUnread ? items.filter(({ read }) => read === 'unknown') : items;
  return (
    <>
      <p className="audit-note">{caution[language]}</p>
      <label className="audit-check">
        <input type="checkbox" checked={isUnread} onChange={({ target }) => setUnread(target.checked)} />
        {words.only}
      </label>
      <Exports path={`/v1/cases/${of.id}/decisions/export`} />
      <Table label={words.decisionsTitle} heads={words.decisionHeads}>
        {shown.map((decision) => (
          <Row key={decision.idx} of={of.id} decision={decision} />
        ))}
      </Table>
    </>
  );
}

function Row({ of, decision }: { readonly of: string; readonly decision: DecisionReading }) {
  const words = useSaid(AUDIT_ASKS);
  const { someone } = useSaid(AUDIT);
  const { language } = useSpeech();
  const { idx, at, words: said, label, actor, read, readWords, readAt, seconds } = decision;
  return (
    <tr>
      <td className="audit-num">
        <Link to={`/cases/${of}/state?at=${idx}`}>{momentWords(at, language)}</Link>
      </td>
      <th scope="row">{said[language]}</th>
      <td>{label}</td>
      <td>
        {actor.post ?? actor.words[language]}
        <br />
        <span className="soft">{actor.name ?? someone}</span>
      </td>
      <td>
        <span className={`tag audit-read-${read}`}>{readWords[language]}</span>
        {readAt !== null && <span className="audit-origin soft">{momentWords(readAt, language)}</span>}
      </td>
      <td className="audit-num">{seconds === null ? '' : words.seconds(seconds)}</td>
    </tr>
  );
}
