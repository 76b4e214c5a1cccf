import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Meeting, Sitting } from '../../api/generated/types.gen.ts';
import { meetingQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { useLawClock } from '../console/law-clock.ts';
import { roomOf, type Room } from '../console/room.ts';
import { attendanceOf, quorumNow } from '../console/sums.ts';
import { itemTitle } from '../meeting/item-title.ts';
import { ballotQuery, sittingQuery } from '../sitting/query.ts';
import './screen.css';

/** 大屏 of a meeting of its own: counts alone, and a result only once it is declared. */
export function MeetingScreen() {
  const { id = '' } = useParams();
  return <OfMeeting id={id} sitting={null} back={`/meetings/${id}`} />;
}

/** 大屏 of a sitting: the item that was come to last. */
export function SittingScreen() {
  const { id = '' } = useParams();
  const query = useQuery(sittingQuery(id));
  return (
    <Fetched query={query} rows={8}>
      {({ data }) => {
        const current = [...data.data.items]
          .reverse()
          .find(({ taken, meeting }) => taken && meeting !== null);
        const first = current ?? data.data.items.find(({ meeting }) => meeting !== null);
        const meeting = first?.meeting?.split('/')[1];
        const back = `/sittings/${id}`;
        return meeting === undefined ? (
          <Empty title={data.data.title || data.label} back={back} />
        ) : (
          <OfMeeting id={meeting} sitting={data} back={back} />
        );
      }}
    </Fetched>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly back: string;
}

function Empty({ title, back }: EmptyProps) {
  const words = useSaid(CONGRESS);
  return (
    <main className="screen">
      <h1>{title}</h1>
      <p className="screen-state">{words.noItems}</p>
      <Link to={back}>{words.back}</Link>
    </main>
  );
}

interface OfMeetingProps {
  readonly id: string;
  readonly sitting: Sitting | null;
  readonly back: string;
}

function OfMeeting({ id, sitting, back }: OfMeetingProps) {
  return (
    <Fetched query={useQuery(meetingQuery(id))} rows={8}>
      {({ data }) => <Shown thing={data} sitting={sitting} back={back} />}
    </Fetched>
  );
}

interface ShownProps {
  readonly thing: Meeting;
  readonly sitting: Sitting | null;
  readonly back: string;
}

function Shown({ thing, sitting, back }: ShownProps) {
  const words = useSaid(CONGRESS);
  const room = roomOf(thing, sitting, useLawClock()());
  const { text, stage } = itemTitle(thing.data.item.title);
  return (
    <main className="screen" id="content">
      <p className="screen-body">{[thing.data.rule.title, stage].filter(Boolean).join(' · ')}</p>
      <h1>{text}</h1>
      <Attendance thing={thing} room={room} />
      <Result thing={thing} />
      <Link className="screen-back" to={back}>
        {words.back}
      </Link>
    </main>
  );
}

function Attendance({ thing: { data }, room }: { readonly thing: Meeting; readonly room: Room }) {
  const words = useSaid(CONGRESS);
  const attendance = attendanceOf(data, room);
  const { need, quorate } = quorumNow(data.rule, attendance);
  return (
    <p className="screen-there" role="status">
      {words.there(attendance.all, attendance.present)}
      <span>{quorate ? words.enough : words.lacking(Math.max(0, need - attendance.present))}</span>
    </p>
  );
}

/** Nothing of a count before the resolution is declared: whoever still votes must not see how it goes. */
function Result({ thing: { data, status } }: { readonly thing: Meeting }) {
  const words = useSaid(CONGRESS);
  const { outcome, rule } = data;
  if (outcome === null) {
    const isVoting = status === 'put' || status === 'decided';
    return <p className="screen-state">{isVoting ? words.waitResult : words.beforeVote}</p>;
  }
  return (
    <section aria-label={words.result}>
      <Counts data={data} />
      <p className="screen-outcome">{rule.words[outcome] ?? outcome}</p>
    </section>
  );
}

const SHOWN = ['yes', 'no', 'abstain', 'invalid'] as const;

function Counts({ data }: { readonly data: Meeting['data'] }) {
  const words = useSaid(CONGRESS);
  const { language } = useSpeech();
  const ballot = useQuery(ballotQuery(data.ballot?.split('/')[1] ?? null));
  const counts = ballot.data?.data.data.confirmed ?? openCounts(data);
  if (!counts) return null;
  const sum = SHOWN.reduce((all, each) => all + (counts[each] ?? 0), 0);
  return (
    <dl className="screen-counts" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {SHOWN.filter((each) => counts[each] !== undefined).map((each) => (
        <div key={each} className={`screen-count screen-${each}`}>
          <dt>{words.counts[each]}</dt>
          <dd>{counts[each]}</dd>
          <span
            className="screen-bar"
            aria-hidden
            style={{ height: `${((counts[each] ?? 0) / Math.max(sum, 1)) * 100}%` }}
          />
        </div>
      ))}
    </dl>
  );
}

type Shownable = { readonly [K in (typeof SHOWN)[number]]?: number | undefined };

function openCounts({ rule, votes, hands }: Meeting['data']): Shownable | null {
  if (hands) return hands;
  if (rule.ballot !== 'named') return null;
  const count = (wanted: string): number => votes.filter(({ vote }) => vote === wanted).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') };
}
