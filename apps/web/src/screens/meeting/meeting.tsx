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
import { BallotBox } from './ballot-box.tsx';
import { useMinutesNames } from './minutes-names.ts';
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
          {data.outcome !== null && <Votes data={data} />}
          <MyPart thing={thing} seen={etag} />
          <BallotBox thing={thing} />
          <VoteForm thing={thing} seen={etag} />
          <Asks thing={thing} seen={etag} except={ownOf(thing)} course={COURSE} />
          <CitedTexts plural="meetings" id={thing.id} texts={thing.texts} names={useMinutesNames(data)} />
          {thing.texts.length > 0 && <p className="soft">{said.frozen(thing.texts.length)}</p>}
        </div>
        <div>
          <Places thing={thing} />
          <Quorum thing={thing} />
          {data.outcome === null && <Votes data={data} />}
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
const OWN: ReadonlySet<string> = new Set([
  'meeting.sign-in',
  'meeting.sign-out',
  'meeting.recuse',
  'meeting.vote',
]);

/**
 * 撤回回避 of one's own stands above; here it is the secretary's, of what the secretary recorded. What was not entered is not
 * put right.
 */
const ownOf = ({ may, data }: View): readonly string[] => {
  const isEntered: Readonly<Record<string, boolean>> = {
    'meeting.withdraw-recusal': data.recusals.some(({ kind }) => kind === 'recorded'),
    'meeting.correct-item': data.added.length > 0,
    'meeting.correct-decision': data.decisionRecorded,
  };
  return may.flatMap(({ command, allowed }) =>
    allowed && (OWN.has(command) || isEntered[command] === false) ? [command] : [],
  );
};
