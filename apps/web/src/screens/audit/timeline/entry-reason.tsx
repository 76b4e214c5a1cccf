import { useQuery } from '@tanstack/react-query';
import { entryQuery } from '../../../api/audit.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid } from '../../../words/language.tsx';
import { reasonIn } from './reason-in.ts';

/** 理由 of an entry, as its original has it. */
export function EntryReason({ idx }: { readonly idx: number }) {
  const words = useSaid(AUDIT_TIME);
  return (
    <>
      <h3>{words.reason}</h3>
      <Fetched query={useQuery(entryQuery(idx))} rows={1}>
        {({ entry }) => {
          const reason = reasonIn(entry);
          if (reason.at === 'sealed') return <p className="soft">{words.sealed}</p>;
          return reason.at === 'none' ? (
            <p className="soft">{words.noReason}</p>
          ) : (
            <p className="audit-reason">{reason.text}</p>
          );
        }}
      </Fetched>
    </>
  );
}
