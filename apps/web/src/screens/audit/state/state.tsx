import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { stateQuery } from '../../../api/audit.ts';
import type { StateThen } from '../../../api/audit-generated/types.gen.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { FetchedOrAbsent } from '../absent.tsx';
import { useAudited } from '../case/case.tsx';
import { Exports } from '../exports.tsx';
import { code, momentWords } from '../moment.ts';
import { Difference } from './difference.tsx';
import { Items, OpenStages, Owed } from './lists.tsx';
import { Slider } from './slider.tsx';
import { WhoCouldSee } from './who-could-see.tsx';

/** 时点回看: everything of a case as it stood at an instant. The instant stands in the address. */
export function StateAt() {
  const words = useSaid(AUDIT_TIME);
  const { id } = useAudited();
  const [sought, seek] = useSearchParams();
  const at = sought.get('at');
  const from = sought.get('from');
  const query = useQuery(stateQuery(id, at));
  const go = (name: 'at' | 'from', value: string | null): void => {
    const next = new URLSearchParams(sought);
    if (value === null) next.delete(name);
    else next.set(name, value);
    seek(next);
  };
  return (
    <>
      <p className="audit-lead">{words.stateLead}</p>
      <Slider of={id} shown={query.data?.asOf ?? null} at={at} onGo={(value) => go('at', value)} />
      <Difference of={id} from={from} to={at} onGo={(value) => go('from', value)} />
      {from === null && (
        <>
          <WhoCouldSee of={id} at={at} />
          <Exports path={`/v1/cases/${id}/state/export`} query={{ at: at ?? undefined }} />
          <FetchedOrAbsent query={query} absent={{ title: words.before, why: words.beforeWhy }}>
            {(then) => <Then then={then} isOld={query.isPlaceholderData} />}
          </FetchedOrAbsent>
        </>
      )}
    </>
  );
}

function Then({ then, isOld }: { readonly then: StateThen; readonly isOld: boolean }) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const { asOf, stages, items, owed, facts } = then;
  if (asOf.at === null) return <EmptyState title={words.before} why={words.beforeWhy} />;
  return (
    <div aria-busy={isOld} className="audit-then">
      <p role="status" className="audit-asof">
        <strong>{words.asOf(momentWords(asOf.at, language), asOf.index)}</strong> {words.facts(facts)}
        {asOf.leafHash !== null && (
          <span className="soft">
            {' '}
            {words.hash} <code>{code(asOf.leafHash)}</code>
          </span>
        )}
      </p>
      <h2>{words.open}</h2>
      <OpenStages stages={stages} />
      <h2>{words.items(items.length)}</h2>
      <Items items={items} of={then.case.id} />
      <h2>{words.owed(owed.length)}</h2>
      <Owed owed={owed} label={words.owed(owed.length)} />
    </div>
  );
}
