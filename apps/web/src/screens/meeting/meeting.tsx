import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Meeting as View } from '../../api/generated/types.gen.ts';
import { meetingQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Asks } from '../thing/asks.tsx';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { itemTitle } from './item-title.ts';
import { MyPart } from './my-part.tsx';
import { Places } from './places.tsx';
import { Quorum } from './quorum.tsx';
import { Votes } from './votes.tsx';
import { VoteForm } from './vote-form.tsx';
import './meeting.css';

/** P10 会议: the item, who is there, whether that is enough, the votes, and my own. */
export function Meeting() {
  const { id = '' } = useParams();
  const query = useQuery(meetingQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { meeting: words } = useWords();
  const said = useSaid(CONGRESS);
  const { language } = useSpeech();
  const { data } = thing;
  const { text, stage } = itemTitle(data.item.title);
  return (
    <Page title={`${data.rule.title}${colon(language)}${text}`} aside={<StateSaid of={thing} />}>
      <p>
        {[stage, `${dayWords(data.at, language)} ${timeWords(data.at)}`, data.place]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {data.notices.map(({ rule, said }) => (
        <p key={rule} className="due-soon">{`${words.notice}${colon(language)}${said[language]}`}</p>
      ))}
      <div className="meeting-columns">
        <div>
          <MyPart thing={thing} seen={etag} />
          {data.rule.ballot === 'secret' && data.outcome === null && (
            <p className="notice-box">{said.paperBallot}</p>
          )}
          <VoteForm thing={thing} seen={etag} />
          <Asks thing={withoutOwn(thing)} seen={etag} course={COURSE} />
          <CitedTexts plural="meetings" id={thing.id} texts={thing.texts} />
          {thing.texts.length > 0 && <p className="soft">{said.frozen(thing.texts.length)}</p>}
        </div>
        <div>
          <Places thing={thing} />
          <Quorum thing={thing} />
          <Votes data={data} />
          <Papers plural="meetings" id={thing.id} />
        </div>
      </div>
    </Page>
  );
}

/** What a meeting comes to, one after the other; the rest is for when something happens. */
const COURSE = [
  'meeting.open',
  'meeting.put',
  'meeting.decide',
  'meeting.record-decision',
  'meeting.count',
  'meeting.declare',
  'meeting.file-minutes',
];

/** What has a place of its own above is not offered a second time; why it may not be done still shows. */
const OWN: ReadonlySet<string> = new Set(['meeting.sign-in', 'meeting.recuse', 'meeting.vote']);

const withoutOwn = (thing: View): View => ({
  ...thing,
  may: thing.may.filter(({ command, allowed }) => !allowed || !OWN.has(command)),
});
