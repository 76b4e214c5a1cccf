import type { Organisation } from '../../api/generated/types.gen.ts';
import { isAllowed } from '../../api/may.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AIDES } from '../../words/aides.ts';
import { useSaid } from '../../words/language.tsx';
import type { OrgViewProps } from './org.tsx';
import { OrgAct, OrgActs } from './org-act.tsx';
import { Table } from '../../ui/table.tsx';

type Aide = Organisation['aides'][number];

/** 院领导秘书: who enters what was signed on paper, and whom a leader is still to confirm. */
export function Aides({ org }: OrgViewProps) {
  const words = useSaid(AIDES);
  return (
    <>
      <p className="sentence">{words.lead}</p>
      <OrgActs verbs={['org.name-aide']} may={org.may} />
      {org.aides.length === 0 && <EmptyState title={words.none} why={words.noneWhy} />}
      {org.aides.length > 0 && (
        <Table label={words.leader} heads={[words.leader, words.post, words.status, words.do]}>
          {org.aides.map((aide) => (
            <tr key={aide.aide}>
              <th scope="row">{aide.leaderTitle}</th>
              <td>{aide.postTitle}</td>
              <td>{words.statuses[aide.status]}</td>
              <td className="org-acts">
                <Acts of={aide} org={org} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

function Acts({ of: { aide, status }, org }: OrgViewProps & { readonly of: Aide }) {
  const words = useSaid(AIDES);
  const confirm = (agree: boolean, name: string) => (
    <OrgAct verb="org.confirm-aide" begin={{ aide, agree }} name={name} isBare />
  );
  return (
    <>
      {status === 'waiting' && isAllowed(org, 'org.confirm-aide') && (
        <>
          {confirm(true, words.confirm)}
          {confirm(false, words.decline)}
        </>
      )}
      {isAllowed(org, 'org.end-aide') && (
        <OrgAct verb="org.end-aide" begin={{ aide }} name={words.end} isBare />
      )}
    </>
  );
}
