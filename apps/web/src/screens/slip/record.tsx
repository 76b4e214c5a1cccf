import { hrefOf, MEDIUM_WORDS, VERB_WORDS, wordsOf } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Record as View } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { recordQuery } from '../../api/record.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech, type Language } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { SLIP } from '../../words/slip.ts';
import { Asks } from '../thing/asks.tsx';
import { AnswerRecord } from './answer-record.tsx';
import '../compare/compare.css';
import '../chapter/chapter.css';
import './slip.css';

/** What was entered in somebody's name: they see the scan, take note, or say what is not as it was. */
export function Record() {
  const { id = '' } = useParams();
  const query = useQuery(recordQuery(id));
  return (
    <Fetched query={query} rows={8}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

/** What is answered on this page by its own buttons. */
const OWN: readonly string[] = ['record.acknowledge', 'record.object'];

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { record: words } = useSaid(SLIP);
  const mine = thing.may.some(({ command, allowed }) => OWN.includes(command) && allowed);
  return (
    <Page
      title={thing.label}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<StateSaid className="chapter-status" of={thing} />}
    >
      {mine && <p className="sentence">{words.lead}</p>}
      <Facts thing={thing} />
      <Scan thing={thing} />
      <Asks thing={thing} seen={etag} except={OWN} />
      <Papers plural="records" id={thing.id} />
      <AnswerRecord record={thing} />
    </Page>
  );
}

function Facts({ thing: { data } }: { readonly thing: View }) {
  const { record: words } = useSaid(SLIP);
  const { language } = useSpeech();
  const [plural, id] = (hrefOf(data.about) ?? '').replace('/v1/', '').split('/');
  return (
    <section className="sheet slip-facts">
      <dl>
        {useRows(data).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data.notices.map(({ rule, said }) => (
        <p key={rule} className="due-soon">
          {words.notices}
          {colon(language)}
          {said[language]}
        </p>
      ))}
      {data.holds.length > 0 && <p className="due-late">{words.holds}</p>}
      {data.objected.length > 0 && <p className="due-soon">{words.objected}</p>}
      <Link className="compare-back" to={`/${plural}/${id}`}>
        {words.open}
      </Link>
    </section>
  );
}

type Rows = readonly (readonly [name: string, value: string])[];

/** What was entered, when and how it is said to have happened, and by which post. */
function useRows({ verb, medium, happened, recorder, book }: View['data']): Rows {
  const { record: words } = useSaid(SLIP);
  const { language } = useSpeech();
  const { data: org } = useQuery(orgQuery);
  const post = org?.posts.find(({ id }) => id === recorder)?.title ?? '';
  return [
    [words.what, wordsOf(VERB_WORDS, verb)[language]],
    [words.happened, momentWords(happened, language)],
    [words.medium, wordsOf(MEDIUM_WORDS, medium)[language]],
    [words.by, post],
    ...(book === null ? [] : [[words.book, book] as const]),
  ];
}

/** A day as it is claimed, or an instant with its time. */
const momentWords = (happened: string, language: Language): string =>
  happened.length === DAY
    ? dayWords(`${happened}T04:00:00.000Z`, language)
    : `${dayWords(happened, language)} ${timeWords(happened)}`;

const DAY = 10;

function Scan({ thing: { id, data } }: { readonly thing: View }) {
  const { record: words, picture } = useSaid(SLIP);
  if (data.scan === null) return <p className="soft">{words.noScan}</p>;
  const href = `/v1/records/${id}/files/${data.scan.hash}`;
  return (
    <figure className="sheet slip-scan">
      <figcaption>
        <a className="compare-back" href={href} download>
          {words.scan}
        </a>
      </figcaption>
      <img src={href} alt={picture} />
    </figure>
  );
}
