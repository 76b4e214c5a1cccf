import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accessQuery } from '../../../api/audit.ts';
import type { AccessThen } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT } from '../../../words/audit.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { dayWords } from '../../../words/day.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { FetchedOrAbsent } from '../absent.tsx';
import { Exports } from '../exports.tsx';
import { lastDay } from '../moment.ts';
import { Table } from '../../../ui/table.tsx';

interface WhoCouldSeeProps {
  readonly of: string;
  readonly at: string | null;
}

/** 此时谁可以查看: asked, and noted, once somebody opens it. */
export function WhoCouldSee({ of, at }: WhoCouldSeeProps) {
  const words = useSaid(AUDIT_TIME);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="audit-compare"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.whoCould}</summary>
      {isOpen && <Asked of={of} at={at} />}
    </details>
  );
}

function Asked({ of, at }: WhoCouldSeeProps) {
  const words = useSaid(AUDIT_TIME);
  return (
    <FetchedOrAbsent
      query={useQuery(accessQuery(of, at))}
      absent={{ title: words.before, why: words.beforeWhy }}
    >
      {(access) => (
        <>
          <Exports path={`/v1/cases/${of}/access/export`} query={{ at: at ?? undefined }} />
          <Shown access={access} />
        </>
      )}
    </FetchedOrAbsent>
  );
}

function Shown({ access: { caution, items, letters, things } }: { readonly access: AccessThen }) {
  const words = useSaid(AUDIT_TIME);
  const { someone } = useSaid(AUDIT);
  const { language } = useSpeech();
  return (
    <>
      <p className="audit-note">{caution[language]}</p>
      {letters.map(({ letter, number, auditors, until }) => (
        <p key={letter}>
          {words.letterThen(number, auditors.join('、'), dayWords(lastDay(until), language))}
        </p>
      ))}
      <Table label={words.whoCould} heads={words.whoHeads}>
        {items.map((line, n) => (
          <tr key={n}>
            <th scope="row">{line.post}</th>
            <td>{line.name ?? someone}</td>
            <td>{line.words[language]}</td>
            <td>{line.howWords[language]}</td>
            <td className="audit-num">{words.ofThings(line.things, things)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
