import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Dossier as View } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { Reader } from '../../text/reader.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { Papers } from '../../ui/papers.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { FILING } from '../../words/filing.ts';
import { useSaid } from '../../words/language.tsx';
import '../filing/filing.css';
import { dossierQuery } from '../filing/queries.ts';
import '../issue/issue.css';
import { Asks } from '../thing/asks.tsx';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { AnswerForm } from './answer.tsx';
import { useAnswerDraft, type AnswerDraft } from './use-answer-draft.ts';
import { useSelected } from './use-selected.ts';

/** The authority's side of a filing: what came, what it says, and the answer. */
export function Dossier() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(dossierQuery(id))} rows={10}>
      {(answer) => <Shown key={id} answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { me } = usePresent();
  const { id, data } = thing;
  const draft = useAnswerDraft(`${me.person}.${thing.stream}.answer`);
  const canAnswer = thing.may.some(({ command, allowed }) => command === 'dossier.answer' && allowed);
  const others = thing.texts.filter(({ hash }) => hash !== data.text?.hash);
  return (
    <Page title={data.title} aside={<StateSaid of={thing} />}>
      <Facts data={data} />
      <div className="issue-layout">
        <div className="filing-read">
          <Text thing={thing} draft={canAnswer ? draft : null} />
          <CitedTexts plural="dossiers" id={id} texts={others} />
        </div>
        <Side thing={thing} seen={etag} draft={draft} canAnswer={canAnswer} />
      </div>
      <Papers plural="dossiers" id={id} />
    </Page>
  );
}

interface SideProps {
  readonly thing: View;
  readonly seen: string | null;
  readonly draft: AnswerDraft;
  readonly canAnswer: boolean;
}

/** The answer as it is written, and its receipt once it was sent: what was answered may not be answered again. */
function Side({ thing, seen, draft, canAnswer }: SideProps) {
  const answering = useAct({ verb: 'dossier.answer', id: thing.id, seen });
  const { acting } = answering;
  const isUnderWay = acting.at === 'work' || acting.at === 'failed';
  return (
    <div className="issue-side">
      {acting.at === 'done' && <ReceiptNote answer={acting.answer} />}
      {canAnswer || isUnderWay ? (
        <AnswerForm thing={thing} draft={draft} answering={answering} />
      ) : (
        <Asks thing={thing} seen={seen} />
      )}
    </div>
  );
}

function Facts({ data: { from, letter, no, reminders, outcome, points } }: { readonly data: View['data'] }) {
  const words = useSaid(FILING);
  const said = outcome === null ? '' : inWords(words.outcomes, outcome);
  return (
    <dl className="facts sheet issue-panel filing-facts">
      <dt>{words.from}</dt>
      <dd>{from.name}</dd>
      <dt>{words.kind}</dt>
      <dd>
        {letter} · {words.sentNo(no)}
        {reminders > 0 && ` · ${words.reminders(reminders)}`}
      </dd>
      <dt>{words.receipt}</dt>
      <dd>
        <code>{from.receipt.slice(0, 8)}</code>
      </dd>
      {outcome !== null && (
        <>
          <dt>{words.dossier.answered}</dt>
          <dd>
            {said}
            {points > 0 && ` · ${words.points(points)}`}
          </dd>
        </>
      )}
    </dl>
  );
}

const inWords = (words: { readonly [key: string]: string }, key: string): string => words[key] ?? key;

interface TextProps {
  readonly thing: View;
  /** Where what is selected goes; null for who only reads. */
  readonly draft: AnswerDraft | null;
}

function Text({ thing: { id, data }, draft }: TextProps) {
  const words = useSaid(FILING);
  const { data: content, error, refetch } = useQuery(textQuery('dossiers', id, data.text?.hash ?? null));
  const place = useRef<HTMLElement>(null);
  const taken = useSelected(place);
  const [isBare, setBare] = useState(false);
  if (data.text === null) return null;
  const quote = (): void => {
    const selected = taken();
    setBare(selected === '');
    if (draft && selected !== '')
      draft.write({ points: [...draft.value.points, words.dossier.quoted(selected.slice(0, LONGEST))] });
  };
  return (
    <section ref={place} aria-label={words.text}>
      <h2>{words.text}</h2>
      <p className="issue-acts">
        {draft && <Button onClick={quote}>{words.dossier.quote}</Button>}
        {data.no > 1 && <Link to={`/compare/dossiers/${id}`}>{words.dossier.compare}</Link>}
      </p>
      <p role="status" className="due-soon">
        {isBare && words.dossier.quoteNothing}
      </p>
      <Fetched query={{ data: content, error, refetch }} rows={12}>
        {(shown) => (
          <div tabIndex={0} role="group" aria-label={words.text}>
            <Reader text={shown} />
          </div>
        )}
      </Fetched>
    </section>
  );
}

/** As much of the text as a point quotes. */
const LONGEST = 200;
