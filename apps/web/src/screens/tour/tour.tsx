import { useQuery } from '@tanstack/react-query';
import type { DemoTour } from '@mouding/contract';
import { Button } from 'antd';
import { Fetched } from '../../ui/fetched.tsx';
import { OtherLanguage } from '../../ui/other-language.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaid, useWords } from '../../words/language.tsx';
import { TOUR } from '../../words/tour.ts';
import { Cases } from './cases.tsx';
import { tourQuery } from './demo.ts';
import { Rest } from './rest.tsx';
import { Visits } from './visits.tsx';
import './tour.css';

/** What `npm start` opens on: who takes part in the demo, what is under way, and the rest of it at a press. */
export function Tour() {
  const said = useSaid(TOUR);
  const { product, motto } = useWords();
  const tour = useQuery(tourQuery);
  return (
    <div className="tour">
      <div className="tour-top">
        <span className="brand">{product}</span>
        <span>{motto}</span>
        <span className="push">
          <OtherLanguage />
        </span>
      </div>
      <Page title={said.title}>
        <div className="tour-lead">
          <p>{said.lead}</p>
          <p className="tour-show">
            <Button size="large" type="primary" href="/show">
              {said.show}
            </Button>
            <span className="soft">{said.showWhy}</span>
          </p>
        </div>
        <Fetched query={tour} rows={8}>
          {(told) => <Told told={told} />}
        </Fetched>
      </Page>
    </div>
  );
}

function Told({ told }: { readonly told: DemoTour }) {
  const said = useSaid(TOUR);
  if (told.standing === 'seeding')
    return (
      <p role="status" className="sheet tour-seeding">
        {said.seeding}
      </p>
    );
  return (
    <div className="tour-columns">
      <Visits visits={told.visits} />
      <div>
        <Rest play={told.play} visits={told.visits} />
        <Cases cases={told.cases} visits={told.visits} />
      </div>
    </div>
  );
}
