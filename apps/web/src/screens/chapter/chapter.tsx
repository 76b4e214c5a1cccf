import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Trail } from '@mouding/contract';
import type { Chapter as ChapterView } from '../../api/generated/types.gen.ts';
import { chapterQuery, textQuery } from '../../api/queries.ts';
import { trailQuery } from '../../api/trail.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { Waits } from '../deposit/waits.tsx';
import { OwnWork } from '../hand-in/own-work.tsx';
import '../compare/compare.css';
import './chapter.css';
import { Attachments } from './attachments.tsx';
import { Brief } from './brief.tsx';
import { ChapterText } from './chapter-text.tsx';
import { Decision } from './decision.tsx';
import { Figures } from './figures.tsx';
import { Timeline } from './timeline.tsx';
import { useHeld } from './use-held.ts';
import { useSince } from './use-since.ts';

/** P3 办理页 of a chapter: what it says, what changed since I last saw it, and the leader's word on it. */
export function Chapter() {
  const { id = '' } = useParams();
  const query = useQuery(chapterQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(data) => <Shown key={id} answer={data} />}
    </Fetched>
  );
}

function Shown({ answer: newest }: { readonly answer: Answer<ChapterView> }) {
  const words = useSaid(CHAPTER);
  const { answer, isNewer, load } = useHeld(newest);
  const { data: chapter, etag } = answer;
  const trail = useQuery(trailQuery('chapters', chapter.id));
  return (
    <Page
      title={chapter.label}
      over={<OfPlan id={chapter.case} label={chapter.label} />}
      aside={<StateSaid className="chapter-status" of={chapter} />}
    >
      {isNewer && (
        <div role="alert" className="chapter-moved">
          <p>
            <strong>{words.movedOn}</strong> {words.movedOnWhy}
          </p>
          <Button type="primary" onClick={load}>
            {words.load}
          </Button>
        </div>
      )}
      <div className="chapter-page">
        <div className="chapter-reading">
          <OwnWork chapter={chapter} />
          {chapter.data.waiting.length > 0 && (
            <dl className="sheet stage facts">
              <Waits thing={chapter} />
            </dl>
          )}
          <Fetched query={trail} rows={8}>
            {(found) => <Read chapter={chapter} trail={found} />}
          </Fetched>
          <Attachments chapter={chapter} />
        </div>
        <Decision chapter={chapter} trail={trail.data} seen={etag} isHeld={isNewer} />
      </div>
    </Page>
  );
}

interface ReadProps {
  readonly chapter: ChapterView;
  readonly trail: Trail;
}

function Read({ chapter, trail }: ReadProps) {
  const { text: words } = useWords();
  const shown = useQuery(textQuery('chapters', chapter.id, chapter.data.text?.hash ?? null));
  if (chapter.data.text === null) {
    const [original] = chapter.files;
    return (
      <>
        <EmptyState title={words.none} why={original?.title ?? ''} />
        <Timeline trail={trail} wording={chapter.wording} />
      </>
    );
  }
  return (
    <Fetched query={shown} rows={8}>
      {(text) => <WithText chapter={chapter} trail={trail} text={text} />}
    </Fetched>
  );
}

function WithText({ chapter, trail, text }: ReadProps & { readonly text: string }) {
  const since = useSince({ plural: 'chapters', id: chapter.id, trail, text });
  return (
    <>
      <Brief chapter={chapter} trail={trail} text={text} since={since} />
      <Figures numbers={since.compared?.tally.numbers ?? []} />
      <Timeline trail={trail} wording={chapter.wording} />
      <ChapterText text={text} since={since} />
    </>
  );
}
