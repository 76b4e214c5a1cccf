import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { auditorQuery, differenceQuery } from '../../../api/audit.ts';
import type { AsOf, StateDifference } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { fieldOf, instantOf, isField, momentWords } from '../moment.ts';
import { FetchedOrAbsent } from '../absent.tsx';
import { Changes } from './changes.tsx';
import { InstantField } from './instant-field.tsx';
import { Owed } from './lists.tsx';

interface DifferenceProps {
  readonly of: string;
  /** The earlier instant; null where nothing is compared. */
  readonly from: string | null;
  /** The later one; null is now. */
  readonly to: string | null;
  readonly onGo: (from: string | null) => void;
}

/** Two instants side by side. */
export function Difference({ of, from, to, onGo }: DifferenceProps) {
  const words = useSaid(AUDIT_TIME);
  if (from === null)
    return (
      <details className="audit-compare">
        <summary>{words.compare}</summary>
        <Begin onGo={onGo} />
      </details>
    );
  return (
    <>
      <div className="audit-compare-head">
        <h2>{words.difference}</h2>
        <Button size="large" onClick={() => onGo(null)}>
          {words.compareEnd}
        </Button>
      </div>
      <Shown of={of} from={from} to={to} />
    </>
  );
}

function Begin({ onGo }: Pick<DifferenceProps, 'onGo'>) {
  const words = useSaid(AUDIT_TIME);
  const id = useId();
  const now = useQuery(auditorQuery).data?.now;
  const [written, write] = useState(() => (now === undefined ? '' : `${fieldOf(now).slice(0, 10)}T00:00`));
  const go = (): void => {
    if (isField(written)) onGo(instantOf(written));
  };
  return (
    <div className="audit-slider-exact">
      <InstantField id={id} label={words.compareFrom} written={written} onWrite={write} onEnter={go} />
      <Button size="large" type="primary" disabled={!isField(written)} onClick={go}>
        {words.compareGo}
      </Button>
    </div>
  );
}

function Shown({ of, from, to }: Omit<DifferenceProps, 'onGo' | 'from'> & { readonly from: string }) {
  const words = useSaid(AUDIT_TIME);
  const query = useQuery(differenceQuery(of, from, to));
  return (
    <FetchedOrAbsent query={query} absent={{ title: words.before, why: words.compareEarlier }}>
      {(difference) => <Both difference={difference} of={of} />}
    </FetchedOrAbsent>
  );
}

function Both({ difference, of }: { readonly difference: StateDifference; readonly of: string }) {
  const words = useSaid(AUDIT_TIME);
  const { from, to, facts, stages, changed, owed } = difference;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [words.entered, stages.entered],
    [words.left, stages.left],
  ];
  return (
    <>
      <div className="audit-sides">
        <Instant name={words.side.from} asOf={from} />
        <Instant name={words.side.to} asOf={to} />
      </div>
      <p role="status">{words.between(facts)}</p>
      {lists.map(
        ([name, titles]) =>
          titles.length > 0 && (
            <p key={name}>
              <strong>{name}</strong> {titles.join('、')}
            </p>
          ),
      )}
      {changed.length === 0 ? <p>{words.same}</p> : <Changes changed={changed} of={of} />}
      {owed.fresh.length > 0 && (
        <>
          <h2>{words.fresh}</h2>
          <Owed owed={owed.fresh} label={words.fresh} />
        </>
      )}
      {owed.settled.length > 0 && (
        <>
          <h2>{words.settled}</h2>
          <Owed owed={owed.settled} label={words.settled} />
        </>
      )}
    </>
  );
}

function Instant({ name, asOf }: { readonly name: string; readonly asOf: AsOf }) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  return (
    <p className="sheet audit-side">
      <strong>{name}</strong>
      <span>{asOf.at === null ? words.before : words.asOf(momentWords(asOf.at, language), asOf.index)}</span>
    </p>
  );
}
