import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Meeting as View } from '../../api/generated/types.gen.ts';
import { meetingQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSpeech, useWords } from '../../words/language.tsx';
import { Asks } from '../thing/asks.tsx';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { Quorum } from './quorum.tsx';
import { Votes } from './votes.tsx';
import { VoteForm } from './vote-form.tsx';

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
  const { language } = useSpeech();
  const { data } = thing;
  return (
    <Page title={thing.label} aside={<span className="soft">{thing.words}</span>}>
      <p>{`${dayWords(data.at, language)} ${timeWords(data.at)} · ${data.place}`}</p>
      {data.notices.map(({ rule, said }) => (
        <p key={rule} className="due-soon">{`${words.notice}：${said[language]}`}</p>
      ))}
      <Quorum data={data} />
      <VoteForm thing={thing} seen={etag} />
      <Votes data={data} />
      <Asks thing={thing} seen={etag} />
      <CitedTexts plural="meetings" id={thing.id} texts={thing.texts} />
      <Papers plural="meetings" id={thing.id} />
    </Page>
  );
}
