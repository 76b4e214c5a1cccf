import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Fetched } from '../../ui/fetched.tsx';
import { OtherLanguage } from '../../ui/other-language.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaid, useWords } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import { AlteredStep } from './altered-step.tsx';
import { ArchiveStep } from './archive-step.tsx';
import { cannedQuery, type Canned } from './canned.ts';
import { CheckupStep } from './checkup-step.tsx';
import { DuesStep } from './dues-step.tsx';
import { OriginStep } from './origin-step.tsx';
import './show.css';
import { SignStep } from './sign-step.tsx';

const STEPS: readonly ((props: { readonly canned: Canned }) => ReactNode)[] = [
  CheckupStep,
  DuesStep,
  SignStep,
  OriginStep,
  AlteredStep,
  ArchiveStep,
];

/** The guided tour of two minutes: without a login, and without a network once it is loaded. */
export function Show() {
  const said = useSaid(SHOW);
  const canned = useQuery(cannedQuery);
  const [place, setPlace] = useState(0);
  const Step = STEPS[place];
  const go = (to: number): void => {
    setPlace(to);
    document.getElementById('content')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  };
  return (
    <div className="show">
      <Top place={place} onGo={go} />
      <Page title={said.title} aside={<span className="soft">{said.step(place + 1, STEPS.length)}</span>}>
        <Fetched query={canned} rows={8}>
          {(told) => (Step ? <Step canned={told} /> : null)}
        </Fetched>
      </Page>
      <div className="show-bar">
        <Button size="large" disabled={place === 0} onClick={() => go(place - 1)}>
          {said.back}
        </Button>
        <span className="soft show-real">{said.real}</span>
        {place < STEPS.length - 1 ? (
          <Button size="large" type="primary" onClick={() => go(place + 1)}>
            {said.next}
          </Button>
        ) : (
          <Button size="large" type="primary" href="/">
            {said.end}
          </Button>
        )}
      </div>
    </div>
  );
}

function Top({ place, onGo }: { readonly place: number; readonly onGo: (to: number) => void }) {
  const said = useSaid(SHOW);
  const { product } = useWords();
  return (
    <div className="show-top">
      <a className="brand" href="/">
        {product}
      </a>
      <nav aria-label={said.nav} className="show-nav">
        {said.steps.map((title, i) => (
          <button
            key={title}
            type="button"
            aria-current={i === place ? 'step' : undefined}
            onClick={() => onGo(i)}
          >
            <span className="show-no">{i + 1}</span> <span className="show-name">{title}</span>
          </button>
        ))}
      </nav>
      <OtherLanguage />
    </div>
  );
}
