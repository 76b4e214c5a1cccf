import { readDefinition, type Definition } from '@mouding/core';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { PublishedProcedure } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Views } from '../../ui/views.tsx';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { BodiesAndRules } from './bodies-table.tsx';
import { Differences } from './differences.tsx';
import { hasDraft } from './editor/kept.ts';
import { save } from './editor/transfer.ts';
import { Moving } from './moving.tsx';
import { procedureQuery } from './queries.ts';
import { StageList } from './stage-list.tsx';
import '../admin/form/form.css';
import './procedure.css';

const Graph = lazy(() => import('./graph.tsx').then(({ ProcedureGraph }) => ({ default: ProcedureGraph })));

/** What was folded over several lines in a file has a space at each fold, where Chinese has none. */
const inOneLine = (text: string): string => text.replace(/([，。；：、]) +/gu, '$1');

type View = keyof (typeof PROCEDURE)['zh']['view'];
const VIEWS: readonly View[] = ['stages', 'graph', 'rules', 'diff', 'move'];

/** One version of a procedure, as text and as a graph, and what became of it in its versions. */
export function Procedure() {
  const { id = '' } = useParams();
  const [wish] = useSearchParams();
  const version = wish.get('version');
  const query = useQuery(procedureQuery(id, version === null ? null : Number(version)));
  return (
    <Fetched query={query} rows={10}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

interface ShownProps {
  readonly answer: Answer<PublishedProcedure>;
}

function Shown({ answer: { data: procedure, etag } }: ShownProps) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const [wish] = useSearchParams();
  const view = VIEWS.find((each) => each === wish.get('view')) ?? 'stages';
  const read = readDefinition(procedure.definition);
  const bound = procedure.versions.find(({ version }) => version === procedure.version)?.document;
  return (
    <Page
      title={procedure.title}
      aside={
        <span className="soft">
          {words.version(procedure.version)} ·{' '}
          {bound ? `${words.bound}${colon(language)}${bound}` : words.unbound}
        </span>
      }
    >
      <Bar procedure={procedure} />
      <Views label={words.views}>
        {VIEWS.map((each) => (
          <Link
            key={each}
            to={`?version=${procedure.version}&view=${each}`}
            aria-current={each === view ? 'page' : undefined}
          >
            {words.view[each]}
          </Link>
        ))}
      </Views>
      {'definition' in read && <Viewed {...{ view, procedure, etag, definition: read.definition }} />}
    </Page>
  );
}

interface ViewedProps {
  readonly view: View;
  readonly procedure: PublishedProcedure;
  readonly etag: string | null;
  readonly definition: Definition;
}

function Viewed({ view, procedure, etag, definition }: ViewedProps) {
  if (view === 'rules') return <BodiesAndRules definition={definition} />;
  if (view === 'diff') return <Differences procedure={procedure} />;
  if (view === 'move') return <Moving procedure={procedure} seen={etag} definition={definition} />;
  if (view === 'stages')
    return (
      <>
        <p>{inOneLine(definition.summary)}</p>
        <StageList definition={definition} />
      </>
    );
  return (
    <Suspense fallback={<Loading rows={10} />}>
      <Graph definition={definition} />
    </Suspense>
  );
}

/** Which version, and what can be made of it. */
function Bar({
  procedure: { id, versions, version, definition, procedure: name },
}: {
  readonly procedure: PublishedProcedure;
}) {
  const words = useSaid(PROCEDURE);
  const { me } = usePresent();
  const [wish, setWish] = useSearchParams();
  return (
    <div className="procedure-bar">
      <div className="form-field">
        <label htmlFor="procedure-version">{words.shown}</label>
        <select
          id="procedure-version"
          value={version}
          onChange={({ target }) => {
            wish.set('version', target.value);
            setWish(wish);
          }}
        >
          {[...versions].reverse().map((each) => (
            <option key={each.version} value={each.version}>
              {words.version(each.version)} {each.document ?? ''}
            </option>
          ))}
        </select>
      </div>
      <div className="push">
        {(['yaml', 'json'] as const).map((format) => (
          <Button key={format} onClick={() => void save(definition, `${name}-${version}`, format)}>
            {words.take} {format.toUpperCase()}
          </Button>
        ))}
        <Link className="procedure-do" to={`/procedures/${id}/edit`}>
          {hasDraft(me.person, id) ? words.changeDraft : words.change}
        </Link>
      </div>
    </div>
  );
}
