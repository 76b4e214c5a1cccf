import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Issue } from '../../api/generated/types.gen.ts';
import { caseQuery } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { ISSUE } from '../../words/issue.ts';
import { useSaid } from '../../words/language.tsx';
import type { Names } from './use-names.ts';

interface ReceiptsProps {
  readonly thing: Issue;
  readonly names: Names;
}

/** 签收登记: which departments have signed for it; the others can be reminded at once. */
export function Receipts({ thing, names }: ReceiptsProps) {
  const words = useSaid(ISSUE);
  const { recipients, received, done } = thing.data;
  if (done['publish'] === undefined) return null;
  const open = recipients.filter((one) => !received.includes(one));
  return (
    <section aria-label={words.receipts}>
      <h2>{words.receipts}</h2>
      <p>{words.of(received.length, recipients.length)}</p>
      <div className="sheet issue-wide">
        <table className="issue-table">
          <thead>
            <tr>
              <th scope="col">{words.department}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {recipients.map((one) => (
              <tr key={one}>
                <th scope="row">{names.department(one)}</th>
                <td>{received.includes(one) ? `✓ ${words.received}` : words.unreceived}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open.length > 0 && thing.case !== null && (
        <Urge caseId={thing.case} stream={thing.stream} open={open} />
      )}
    </section>
  );
}

interface UrgeProps {
  readonly caseId: string;
  readonly stream: string;
  readonly open: readonly string[];
}

function Urge({ caseId, stream, open }: UrgeProps) {
  const words = useSaid(ISSUE);
  const as = useCapacity('case.urge', useQuery(caseQuery(caseId)).data?.may);
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: 'case.urge', id: caseId, seen: null });
  const things = open.map((department) => ({ stream, name: `acknowledge:${department}` }));
  if (acting.at === 'done') return <p role="status">{words.urged}</p>;
  return (
    <div className="issue-acts">
      <Button onClick={() => setOpen(true)}>{words.urge(open.length)}</Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.urgeWill(as, open.length)}
        action={words.urge(open.length)}
        acting={acting}
        onPress={() => press({ things })}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}
