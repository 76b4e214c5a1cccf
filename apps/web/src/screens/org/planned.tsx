import { EmptyState } from '../../ui/empty-state.tsx';
import { dayWords } from '../../words/day.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import type { OrgViewProps } from './org.tsx';
import { OrgAct } from './org-act.tsx';
import { Table } from '../../ui/table.tsx';

/** What waits for its day, or for a second person. */
export function Planned({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  if (org.planned.length === 0) return <EmptyState title={words.none} why={words.noneWhy} />;
  return (
    <Table label={words.view.planned} heads={[words.name, words.due, words.view.planned, words.do]}>
      {org.planned.map(({ act, words: said, at, waits }) => (
        <tr key={act}>
          <th scope="row">{said[language]}</th>
          <td>{dayWords(at, language)}</td>
          <td>{words.waits[waits]}</td>
          <td className="org-acts">
            {waits === 'second-person' && (
              <>
                <OrgAct verb="org.confirm-dated" begin={{ act, agree: true }} name={words.agree} isBare />
                <OrgAct verb="org.confirm-dated" begin={{ act, agree: false }} name={words.decline} isBare />
              </>
            )}
            <OrgAct verb="org.withdraw-planned" begin={{ act }} name={words.withdraw} isBare />
          </td>
        </tr>
      ))}
    </Table>
  );
}
