import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Seat } from '@mouding/core';
import { hereIn, votingSeats } from '@mouding/core';
import type { Answer } from '../../api/answer.ts';
import type { Sitting as View } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { useLawClock } from '../console/law-clock.ts';
import { Asks } from '../thing/asks.tsx';
import { sittingQuery } from './query.ts';
import { TakeUp } from './take-up.tsx';
import './sitting.css';

/** 会次: who is there, the agenda item by item, and one's own sign-in. */
export function Sitting() {
  const { id = '' } = useParams();
  const query = useQuery(sittingQuery(id));
  return (
    <Fetched query={query} rows={8}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const words = useSaid(CONGRESS);
  const { language } = useSpeech();
  const { data } = thing;
  return (
    <Page title={data.title || thing.label} aside={<StateSaid of={thing} />}>
      <p>{`${dayWords(data.at, language)} ${timeWords(data.at)} · ${data.place}`}</p>
      <There thing={thing} />
      <Asks thing={thing} seen={etag} course={COURSE} />
      <h2>{words.agenda}</h2>
      <Items thing={thing} seen={etag} />
      <p>
        <Link to={`/sittings/${thing.id}/screen`}>{words.screen}</Link>
      </p>
      <Papers plural="sittings" id={thing.id} />
    </Page>
  );
}

/** What a sitting comes to, one after the other. */
const COURSE = ['sitting.arrive', 'sitting.open', 'sitting.adjourn'];

function There({ thing: { data } }: { readonly thing: View }) {
  const words = useSaid(CONGRESS);
  const { me } = usePresent();
  const now = useLawClock()();
  const seats = votingSeats(data.roll as readonly Seat[]);
  const here = hereIn({ movements: data.movements as Parameters<typeof hereIn>[0]['movements'] }, now);
  const present = here.filter(({ post }) => seats.some((seat) => seat.post === post));
  return (
    <p className="sentence" role="status">
      {words.there(seats.length, present.length)}
      {here.some(({ person }) => person === me.person) && <span className="soft"> · {words.iAmHere}</span>}
    </p>
  );
}

interface ItemsProps {
  readonly thing: View;
  readonly seen: string | null;
}

function Items({ thing, seen }: ItemsProps) {
  const words = useSaid(CONGRESS);
  const { items } = thing.data;
  if (items.length === 0) return <EmptyState title={words.noItems} why={words.noItemsWhy} />;
  const called = thing.wording.find(({ type }) => type === 'SittingCalled')?.said?.['agenda'];
  const titles: readonly unknown[] = Array.isArray(called) ? called : [];
  const titleOf = (no: number): string => {
    const title = titles[no - 1];
    return typeof title === 'string' ? title : words.other;
  };
  return (
    <ol className="sheet rows sitting-items">
      {items.map(({ no, meeting, taken }) => (
        <li key={no}>
          <span className="row-title">
            {words.item(no)}　
            {meeting === null ? (
              titleOf(no)
            ) : (
              <Link to={`/meetings/${meeting.split('/')[1] ?? ''}`}>{words.toItem}</Link>
            )}
          </span>
          <span className="soft">{taken ? words.taken : words.waiting}</span>
          {meeting !== null && <TakeUp thing={thing} seen={seen} no={no} />}
        </li>
      ))}
    </ol>
  );
}
