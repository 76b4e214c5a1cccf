import type { Trail, TrailText } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { chapterQuery, orgQuery } from '../../api/queries.ts';
import { trailQuery } from '../../api/trail.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { SLIP } from '../../words/slip.ts';
import { EntryForm } from './entry-form.tsx';
import '../compare/compare.css';
import '../chapter/chapter.css';
import './slip.css';

/** 代录签批, where the code on a 送签单 leads: which paper and version it is, then what stands on it. */
export function Slip() {
  const words = useSaid(SLIP);
  const { id = '', text = '' } = useParams();
  const chapter = useQuery(chapterQuery(id));
  const trail = useQuery(trailQuery('chapters', id));
  return (
    <Page title={words.title}>
      <Fetched query={chapter} rows={10}>
        {(answer) => (
          <Fetched query={trail} rows={10}>
            {(found) => <Shown answer={answer} trail={found} hash={text} />}
          </Fetched>
        )}
      </Fetched>
    </Page>
  );
}

interface ShownProps {
  readonly answer: Answer<Chapter>;
  readonly trail: Trail;
  /** The text that the paper is about. */
  readonly hash: string;
}

/** As much of a hash stands on the paper. */
const CODE = 8;

function Shown({ answer: { data: chapter, etag }, trail, hash }: ShownProps) {
  const words = useSaid(SLIP);
  const { language } = useSpeech();
  const { data: org } = useQuery(orgQuery);
  const lead = org?.posts.find(({ id }) => id === chapter.data.lead)?.title ?? '';
  const version = trail.texts.findLast(({ ref }) => ref.hash === hash);
  const code = hash.slice(0, CODE);
  return (
    <>
      <section className="chapter-brief">
        <p>
          <strong>{chapter.data.title}</strong> <StateSaid className="chapter-status" of={chapter} />
        </p>
        <p>
          {words.which}
          {colon(language)}
          {version ? words.version(version.label, dayWords(version.at, language), code) : words.unknown(code)}
        </p>
        <p>{words.lead(lead)}</p>
      </section>
      <Entering chapter={chapter} seen={etag} trail={trail} hash={hash} lead={lead} />
    </>
  );
}

interface EnteringProps extends Omit<ShownProps, 'answer'> {
  readonly chapter: Chapter;
  readonly seen: string | null;
  readonly lead: string;
}

/** The form stays once it is there: what becomes of the chapter by being entered is said by its receipt. */
function Entering(props: EnteringProps) {
  const { chapter, seen, trail, hash, lead } = props;
  const [first] = useState(() => versionToEnter(props));
  if (first === null) return <NotToBeEntered {...props} />;
  const version = trail.texts.findLast(({ ref }) => ref.hash === hash) ?? first;
  return <EntryForm chapter={chapter} seen={seen} version={version} lead={lead} />;
}

/** The version that can be entered as signed: the one that waits, for who may enter it; null otherwise. */
function versionToEnter({ chapter, trail, hash }: EnteringProps): TrailText | null {
  const asked = chapter.may.find(({ command }) => command === 'chapter.record-sign-off');
  if (!asked?.allowed || !chapter.status.startsWith('submitted') || trail.current !== hash) return null;
  return trail.texts.findLast(({ ref }) => ref.hash === hash) ?? null;
}

function NotToBeEntered({ chapter }: EnteringProps) {
  const words = useSaid(SLIP);
  const { language } = useSpeech();
  const open = <Link to={`/chapters/${chapter.id}`}>{words.open}</Link>;
  const asked = chapter.may.find(({ command }) => command === 'chapter.record-sign-off');
  if (!asked) return <EmptyState title={words.notYou} why={words.notYouWhy} action={open} />;
  if (asked.allowed && chapter.status.startsWith('submitted'))
    return <EmptyState title={words.other} why={words.otherWhy} action={open} />;
  return <EmptyState title={words.over} why={asked.said?.[language] ?? chapter.words} action={open} />;
}
