import type { Trail } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { orgQuery } from '../../api/queries.ts';
import { trailQuery } from '../../api/trail.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon, labelIn } from '../../words/marks.ts';
import { SLIP } from '../../words/slip.ts';
import { issueQuery } from '../issue/queries.ts';
import '../compare/compare.css';
import '../chapter/chapter.css';
import { LeaderForm } from './leader-form.tsx';
import { leadersFor, type Leader } from './leaders.ts';
import { isWaiting, spokenIn, textOf, VERBS, type Paper } from './paper.ts';
import { reviewQuery } from './queries.ts';
import './slip.css';

/** 代录审阅意见: what a leader wrote on paper about the text of a review. */
export function ReviewSlip() {
  const { id = '' } = useParams();
  const query = useQuery(reviewQuery(id));
  return (
    <Slip>
      <Fetched query={query} rows={10}>
        {({ data, etag }) => <Shown paper={{ kind: 'review', thing: data }} seen={etag} />}
      </Fetched>
    </Slip>
  );
}

/** 代录签发: that a leader signed the text of an issue on paper. */
export function IssueSlip() {
  const { id = '' } = useParams();
  const query = useQuery(issueQuery(id));
  return (
    <Slip>
      <Fetched query={query} rows={10}>
        {({ data, etag }) => <Shown paper={{ kind: 'issue', thing: data }} seen={etag} />}
      </Fetched>
    </Slip>
  );
}

function Slip({ children }: { readonly children: ReactNode }) {
  const words = useSaid(SLIP);
  return <Page title={words.title}>{children}</Page>;
}

interface ShownProps {
  readonly paper: Paper;
  readonly seen: string | null;
}

function Shown({ paper, seen }: ShownProps) {
  const { me } = usePresent();
  const org = useQuery(orgQuery);
  const trail = useQuery(trailQuery(`${paper.kind}s`, paper.thing.id));
  const verb = VERBS[paper.kind];
  return (
    <Fetched query={org} rows={8}>
      {(house) => (
        <Fetched query={trail} rows={8}>
          {(found) => (
            <>
              <Which paper={paper} trail={found} />
              <Entering
                {...{ paper, seen }}
                all={leadersFor({ me, org: house, verb, may: paper.thing.may })}
              />
            </>
          )}
        </Fetched>
      )}
    </Fetched>
  );
}

/** As much of a hash stands on the paper. */
const CODE = 8;

function Which({ paper, trail }: { readonly paper: Paper; readonly trail: Trail }) {
  const words = useSaid(SLIP);
  const { language } = useSpeech();
  const text = textOf(paper);
  const version = trail.texts.findLast(({ ref }) => ref.hash === text?.hash);
  return (
    <section className="chapter-brief">
      <OfPlan id={paper.thing.case} label={paper.thing.label} />
      <p>
        <strong>{labelIn(paper.thing.label, language)}</strong>{' '}
        <StateSaid className="chapter-status" of={paper.thing} />
      </p>
      {text !== null && version && (
        <p>
          {words.text}
          {colon(language)}
          {words.version(version.label, dayWords(version.at, language), text.hash.slice(0, CODE))}
        </p>
      )}
    </section>
  );
}

/** The form stays once it is there: what becomes of the thing by being entered is said by its receipt. */
function Entering({ paper, seen, all }: ShownProps & { readonly all: readonly Leader[] }) {
  const [leaders] = useState(() => all.filter(({ post }) => !spokenIn(paper).includes(post)));
  const hash = textOf(paper)?.hash;
  const [first] = useState(hash);
  const [query] = useSearchParams();
  // A paper names the text that was signed; who comes from the page enters the one that stood then, and no later one.
  const isOther = (query.get('text') ?? first) !== hash;
  const [canBegin] = useState(() => isWaiting(paper) && hash !== undefined);
  if (canBegin && !isOther && leaders.length > 0) return <LeaderForm {...{ paper, seen, leaders }} />;
  return <NotToBeEntered {...{ paper, isOther }} isMine={all.length > 0} />;
}

interface NotProps extends Pick<ShownProps, 'paper'> {
  /** Whether there is a leader whose acts I may enter. */
  readonly isMine: boolean;
  /** Whether the paper is about another text than the one that stands. */
  readonly isOther: boolean;
}

function NotToBeEntered({ paper, isMine, isOther }: NotProps) {
  const words = useSaid(SLIP);
  const { language } = useSpeech();
  const { kind, thing } = paper;
  const open = <Link to={`/${kind}s/${thing.id}`}>{words.open}</Link>;
  const asked = thing.may.find(({ command }) => command === VERBS[kind]);
  if (!asked || (asked.allowed && !isMine))
    return <EmptyState title={words.notYou} why={words.notYouWhy} action={open} />;
  if (isOther && isWaiting(paper))
    return <EmptyState title={words.otherText} why={words.otherTextWhy} action={open} />;
  return <EmptyState title={words.done} why={asked.said?.[language] ?? thing.words} action={open} />;
}
