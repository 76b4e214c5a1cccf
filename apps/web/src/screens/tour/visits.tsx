import type { DemoVisit } from '@mouding/contract';
import { Button } from 'antd';
import { FailureState } from '../../ui/failure-state.tsx';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { TOUR } from '../../words/tour.ts';
import { useEnter } from './use-enter.ts';

/** Everybody whom one can be, with what awaits them, by institution. */
export function Visits({ visits }: { readonly visits: readonly DemoVisit[] }) {
  const said = useSaid(TOUR);
  const entering = useEnter();
  const houses = [...new Map(visits.map(({ institution }) => [institution.code, institution.name]))];
  const busy = entering.isPending || entering.isSuccess ? entering.variables.visit.login : null;
  return (
    <section aria-labelledby="tour-who">
      <h2 id="tour-who">{said.who}</h2>
      <p className="soft">{said.whoWhy}</p>
      {entering.error && <FailureState error={entering.error} />}
      {houses.map(([code, name]) => (
        <div key={code} className="sheet tour-house">
          <h3>{name}</h3>
          <ul className="rows">
            {visits
              .filter(({ institution }) => institution.code === code)
              .map((visit) => (
                <Visit
                  key={visit.login}
                  visit={visit}
                  isBusy={busy === visit.login}
                  onEnter={() => entering.mutate({ visit })}
                />
              ))}
          </ul>
        </div>
      ))}
      {visits[0] && <p className="soft">{said.password(visits[0].password)}</p>}
    </section>
  );
}

function Awaiting({ awaits }: Pick<DemoVisit, 'awaits'>) {
  const said = useSaid(TOUR);
  const { language } = useSpeech();
  if (awaits === null) return said.unknown;
  return awaits.first ? said.first(awaits.first[language]) : said.nothing;
}

interface VisitProps {
  readonly visit: DemoVisit;
  readonly isBusy: boolean;
  readonly onEnter: () => void;
}

function Visit({ visit: { role, login, awaits }, isBusy, onEnter }: VisitProps) {
  const said = useSaid(TOUR);
  const { language } = useSpeech();
  const isIdle = awaits?.count === 0;
  return (
    <li>
      <span className="row-title">
        <strong>{role[language]}</strong>
        <span className="soft">
          <Awaiting awaits={awaits} />
        </span>
      </span>
      {awaits && !isIdle && <span className="tour-count">{said.awaits(awaits.count)}</span>}
      <Button
        aria-label={`${said.enter}${colon(language)}${role[language]}（${login}）`}
        loading={isBusy}
        onClick={onEnter}
      >
        {isBusy ? said.entering : said.enter}
      </Button>
    </li>
  );
}
