import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import { resourceQuery, type Resource } from '../../api/resource.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { labelIn } from '../../words/marks.ts';
import { Asks } from './asks.tsx';
import { CitedTexts } from './cited-texts.tsx';
import { SealedWords } from './sealed-words.tsx';
import './thing.css';

/** Any thing of a plan that has no screen of its own: how it stands, what it cites, and what I may do with it. */
export function Thing() {
  const { plural = '', id = '' } = useParams();
  const query = useQuery(resourceQuery(plural, id));
  return (
    <Fetched query={query} rows={8}>
      {(data) => <Shown plural={plural} answer={data} />}
    </Fetched>
  );
}

interface ShownProps {
  readonly plural: string;
  readonly answer: Answer<Resource>;
}

function Shown({ plural, answer: { data: thing, etag } }: ShownProps) {
  const { language } = useSpeech();
  const { thing: words } = useWords();
  const isAsks = useLocation().pathname.endsWith('/asks');
  return (
    <Page
      title={labelIn(thing.label, language)}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<StateSaid of={thing} />}
    >
      {!isAsks && <SealedWords wording={thing.wording} />}
      <Asks thing={thing} seen={etag} />
      <Papers plural={plural} id={thing.id} />
      <CitedTexts plural={plural} id={thing.id} texts={thing.texts} />
      {thing.files.length > 0 && (
        <>
          <h2>{words.files}</h2>
          <ul className="sheet rows">
            {thing.files.map(({ hash, title }) => (
              <li key={hash}>
                <a href={`/v1/${plural}/${thing.id}/files/${hash}`}>{title ?? words.file}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
