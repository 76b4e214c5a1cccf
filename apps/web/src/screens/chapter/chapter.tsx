import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Chapter as ChapterView } from '../../api/generated/types.gen.ts';
import { chapterQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSpeech, useWords } from '../../words/language.tsx';
import { ChapterText } from './chapter-text.tsx';
import { HandIn } from '../hand-in/hand-in.tsx';
import { Decision } from './decision.tsx';

/** P3 办理页 of a chapter: what it says, what changed, and the leader's word on it. */
export function Chapter() {
  const { id = '' } = useParams();
  const query = useQuery(chapterQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(data) => <Shown answer={data} />}
    </Fetched>
  );
}

function Shown({ answer: { data: chapter, etag } }: { readonly answer: Answer<ChapterView> }) {
  const { language } = useSpeech();
  const { chapter: words } = useWords();
  const { received, late } = chapter.data;
  const canHandIn = chapter.may.some(({ command, allowed }) => command === 'chapter.submit' && allowed);
  return (
    <Page title={chapter.label} aside={<span className="soft">{chapter.words}</span>}>
      {received !== null && (
        <p className="soft">
          {words.handedIn} {dayWords(received, language)} {timeWords(received)}
          {late && <strong className="due-late"> {words.late}</strong>}
        </p>
      )}
      {canHandIn && <HandIn thing={chapter} seen={etag} />}
      <ChapterText chapter={chapter} />
      <Decision chapter={chapter} seen={etag} />
    </Page>
  );
}
