import type { DemoTour, DemoVisit } from '@mouding/contract';
import { useSaid } from '../../words/language.tsx';
import { TOUR } from '../../words/tour.ts';
import { useEnter } from './use-enter.ts';

interface CasesProps {
  readonly cases: DemoTour['cases'];
  readonly visits: readonly DemoVisit[];
}

/** The plans of the hospital and where each stands; one opens as the office. */
export function Cases({ cases, visits }: CasesProps) {
  const said = useSaid(TOUR);
  const entering = useEnter();
  const [office] = visits;
  if (!office || cases.length === 0) return null;
  return (
    <section aria-labelledby="tour-cases">
      <h2 id="tour-cases">{said.cases}</h2>
      <ul className="rows sheet">
        {cases.map(({ id, title, at }) => (
          <li key={id}>
            <span className="row-title">
              <button
                type="button"
                className="as-link"
                onClick={() => entering.mutate({ visit: office, path: `/plans/${id}` })}
              >
                {title}
              </button>
            </span>
            <span className="tour-at">{at || said.done}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{said.look}</p>
    </section>
  );
}
