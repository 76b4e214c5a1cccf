import { VERB_WORDS } from '@mouding/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { MAKING_VERBS } from '../../api/ask-path.ts';
import { casesQuery } from '../../api/queries.ts';
import type { Resource } from '../../api/resource.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { VerbBody } from '../../ui/verb-form/verb-sheet.tsx';
import { MAKING } from '../../words/making.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import '../../ui/verb-form/verb-form.css';
import { useMakingVerbs } from './use-making-verbs.ts';

/** What begins something new: links to what one may ask, and at what one may not the reason, as the server says it. */
export function Making() {
  const words = useSaid(MAKING);
  const { language } = useSpeech();
  const [query] = useSearchParams();
  const verbs = useMakingVerbs();
  return (
    <Page title={words.title}>
      <ul className="sheet rows" aria-label={words.which}>
        {verbs.map(({ verb, why }) => {
          const name = VERB_WORDS[verb]?.[language] ?? verb;
          return (
            <li key={verb}>
              <span className="row-title">
                {why?.allowed === false ? name : <Link to={`/new/${verb}?${query.toString()}`}>{name}</Link>}
              </span>
              {why?.allowed === false && <span className="soft">{why.said[language]}</span>}
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

/** One of them, with the case of the address where it is about one. */
export function MakingOne() {
  const words = useSaid(MAKING);
  const { language } = useSpeech();
  const { verb = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { me } = usePresent();
  const said = VERB_WORDS[verb];
  if (!said || !MAKING_VERBS.includes(verb))
    return (
      <Page title={words.title}>
        <EmptyState title={words.none} why={words.noneWhy} action={<Link to="/new">{words.back}</Link>} />
      </Page>
    );
  const about = query.get('case');
  const thing = nothingYet(`${me.institution.id}/${verb}/${about ?? ''}`, about);
  return (
    <Page title={said[language]}>
      <div className="form-page">
        {OF_A_CASE.has(verb) && (
          <AboutCase about={about} onChoose={(id) => setQuery(id === '' ? {} : { case: id })} />
        )}
        {(about !== null || !NEEDS_CASE.has(verb)) && (
          <VerbBody key={about} asked={{ verb, plural: '', thing, seen: null }} onClose={null} />
        )}
      </div>
    </Page>
  );
}

/** What is begun within a case: which one comes first, since what can be chosen depends on it. */
const OF_A_CASE: ReadonlySet<string> = new Set([
  'tabling.ask',
  'meeting.call',
  'meeting.record',
  'duty.give',
  'indicator.define',
  'repair.propose',
]);

/** Of these nothing can be chosen before the case is. */
const NEEDS_CASE: ReadonlySet<string> = new Set([
  'tabling.ask',
  'meeting.call',
  'meeting.record',
  'indicator.define',
]);

interface AboutCaseProps {
  readonly about: string | null;
  readonly onChoose: (id: string) => void;
}

function AboutCase({ about, onChoose }: AboutCaseProps) {
  const words = useSaid(MAKING);
  const id = useId();
  const cases = useInfiniteQuery(casesQuery);
  const items = (cases.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <div className="form form-about">
      <label htmlFor={id}>{words.about}</label>
      <select id={id} value={about ?? ''} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{words.choose}</option>
        {items.map(({ id: of, title }) => (
          <option key={of} value={of}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is to come into being has no version yet, and is about a case at most. */
const nothingYet = (stream: string, of: string | null): Resource => ({
  stream,
  id: '',
  version: 0,
  case: of,
  stage: null,
  label: '',
  status: '',
  words: '',
  wording: [],
  texts: [],
  files: [],
  may: [],
});
