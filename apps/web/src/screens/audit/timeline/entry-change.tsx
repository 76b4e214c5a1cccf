import { useQuery } from '@tanstack/react-query';
import { differenceQuery } from '../../../api/audit.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid } from '../../../words/language.tsx';
import { Changes } from '../state/changes.tsx';

interface EntryChangeProps {
  readonly of: string;
  readonly idx: number;
}

/** 前 → 后: what stood otherwise once the entry was there. */
export function EntryChange({ of, idx }: EntryChangeProps) {
  const words = useSaid(AUDIT_TIME);
  return (
    <>
      <h3>{words.change}</h3>
      <Fetched query={useQuery(differenceQuery(of, String(idx - 1), String(idx)))} rows={2}>
        {({ changed }) =>
          changed.length === 0 ? (
            <p className="soft">{words.noChange}</p>
          ) : (
            <Changes changed={changed} of={of} />
          )
        }
      </Fetched>
    </>
  );
}
