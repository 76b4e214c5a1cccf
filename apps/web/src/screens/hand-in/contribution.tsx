import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Contribution as ContributionView } from '../../api/generated/types.gen.ts';
import { contributionQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSpeech, useWords } from '../../words/language.tsx';
import { Asks } from '../thing/asks.tsx';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { HandIn } from './hand-in.tsx';

/** P5 科室发展规划报送: by when, what is there, what is missing. */
export function Contribution() {
  const { id = '' } = useParams();
  const query = useQuery(contributionQuery(id));
  return (
    <Fetched query={query} rows={8}>
      {(data) => <Shown answer={data} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<ContributionView> }) {
  const { me } = usePresent();
  const { due, received } = thing.data;
  const canHandIn = thing.may.some(({ command, allowed }) => command === 'contribution.submit' && allowed);
  const overdue = due !== null && received === null && due < me.now;
  return (
    <Page title={thing.label} aside={<span className="soft">{thing.words}</span>}>
      <DueBadge due={due} overdue={overdue} now={me.now} />
      <Came data={thing.data} />
      {canHandIn && <HandIn thing={thing} seen={etag} />}
      <Asks thing={thing} seen={etag} />
      <CitedTexts plural="contributions" id={thing.id} texts={thing.texts} />
    </Page>
  );
}

function Came({ data: { received, late, none } }: Pick<ContributionView, 'data'>) {
  const { handIn: words } = useWords();
  const { language } = useSpeech();
  if (received === null) return <p>{words.nothing}</p>;
  return (
    <p>
      {none ? words.none : words.came} {dayWords(received, language)} {timeWords(received)}
      {late && <strong className="due-late"> {words.late}</strong>}
    </p>
  );
}
