import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Manuscript as View } from '../../api/generated/types.gen.ts';
import { manuscriptQuery, textQuery } from '../../api/queries.ts';
import { Reader } from '../../text/reader.tsx';
import { Beside } from '../../ui/beside.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { COMPARE } from '../../words/compare.ts';
import { EDITING } from '../../words/editing.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { Asks } from '../thing/asks.tsx';

/** The plan's text: read it, compare its versions, take it away as Word. */
export function Manuscript() {
  const { id = '' } = useParams();
  const query = useQuery(manuscriptQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { manuscript: words } = useWords();
  const { open } = useSaid(COMPARE);
  const editing = useSaid(EDITING);
  const isDesk = matchMedia('(min-width: 48.01rem)').matches;
  const canEdit = thing.may.some(({ command, allowed }) => command === 'manuscript.revise' && allowed);
  const { id, data } = thing;
  return (
    <Page
      title={thing.label}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<span className="soft">{thing.words}</span>}
    >
      <p className="setting">
        {canEdit && isDesk && <Link to={`/manuscripts/${id}/edit`}>{editing.open}</Link>}
        <Link to={`/compare/manuscripts/${id}`}>{open}</Link>
        <a href={`/v1/manuscripts/${id}/draft.docx`}>{words.takeDraft}</a>
        <a href={`/v1/manuscripts/${id}/clean.docx`}>{words.takeClean}</a>
      </p>
      {canEdit && !isDesk && <p className="soft">{editing.deskOnly}</p>}
      <Beside
        acts={
          <>
            <Asks thing={thing} seen={etag} />
            <Papers plural="manuscripts" id={id} />
          </>
        }
      >
        <TextOf id={id} now={data.text?.hash ?? null} />
      </Beside>
    </Page>
  );
}

interface TextOfProps {
  readonly id: string;
  readonly now: string | null;
}

function TextOf({ id, now }: TextOfProps) {
  const shown = useQuery(textQuery('manuscripts', id, now));
  return now === null ? null : <Fetched query={shown}>{(text) => <Reader text={text} />}</Fetched>;
}
