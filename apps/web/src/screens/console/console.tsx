import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useEffect, useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import type { Meeting, Organisation, Sitting } from '../../api/generated/types.gen.ts';
import { meetingQuery, meQuery, orgQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { ballotQuery, sittingQuery } from '../sitting/query.ts';
import { Agenda } from './agenda.tsx';
import { AttendanceList } from './attendance.tsx';
import { keepAnswer, keepDesk } from './keep.ts';
import { useLawClock } from './law-clock.ts';
import { OnTable } from './on-table.tsx';
import { Queue } from './queue.tsx';
import { roomOf, withWaiting } from './room.ts';
import { SceneContext } from './scene.ts';
import { useEntries } from './use-entries.ts';
import './console.css';

/** 会场: one screen for one secretary, with or without a network. */
export function Console() {
  const { id = '' } = useParams();
  const meeting = useQuery(meetingQuery(id));
  const sittingId = meeting.data?.data.data.sitting?.split('/')[1] ?? null;
  const sitting = useQuery(sittingQuery(sittingId));
  const org = useQuery(orgQuery);
  const canReload = useKeeping(id, meeting.data, sitting.data, org.data);
  const waits = sittingId !== null && !sitting.data;
  return (
    <Fetched query={meeting} rows={12}>
      {({ data, etag }) => (
        <Fetched query={org} rows={12}>
          {(known) =>
            waits ? null : (
              <Open
                thing={data}
                seen={etag}
                sitting={sitting.data?.data ?? null}
                org={known}
                canReload={canReload}
              />
            )
          }
        </Fetched>
      )}
    </Fetched>
  );
}

interface OpenProps {
  readonly thing: Meeting;
  readonly seen: string | null;
  readonly sitting: Sitting | null;
  readonly org: Organisation;
  readonly canReload: boolean;
}

function Open({ thing, org, ...rest }: OpenProps) {
  const words = useSaid(CONSOLE);
  const { me } = usePresent();
  const seats = org.bodies.find(({ key }) => key === thing.data.bodyKey)?.seats ?? [];
  const isSecretary = seats.some(
    ({ role, post }) => role === 'secretary' && me.capacities.some((held) => held.post === post),
  );
  if (isSecretary) return <Room thing={thing} org={org} {...rest} />;
  return (
    <Page title={words.whole(thing.data.item.title)}>
      <EmptyState
        title={words.notSecretary}
        why={words.notSecretaryWhy}
        action={<Link to={`/meetings/${thing.id}`}>{words.toMeeting}</Link>}
      />
    </Page>
  );
}

function Room({ thing, seen, sitting, org, canReload }: OpenProps) {
  const words = useSaid(CONSOLE);
  const { liveness } = usePresent();
  const entries = useEntries(thing.id);
  const now = useLawClock()();
  const ballot = useQuery(ballotQuery(thing.data.ballot?.split('/')[1] ?? null));
  const confirmed = ballot.data?.data.data.confirmed ?? null;
  const room = { ...withWaiting(roomOf(thing, sitting, now), entries.all), ballot: confirmed };
  const isOnline = liveness === 'live' && entries.sent !== 'offline';
  const nameOf = namesOf(org);
  return (
    <SceneContext value={{ thing, seen, sitting, org, room, entries, isOnline, nameOf }}>
      <Page
        title={words.whole(thing.data.rule.title)}
        aside={<span className="soft">{words.status[room.status] ?? thing.words}</span>}
      >
        {!canReload && <p className="due-soon">{words.cannotReload}</p>}
        <Queue />
        <div className="console">
          <Agenda />
          <OnTable />
          <AttendanceList />
        </div>
      </Page>
    </SceneContext>
  );
}

const namesOf =
  ({ posts }: Organisation) =>
  (post: string): string => {
    const found = posts.find(({ id }) => id === post);
    return found === undefined ? '' : [found.holder?.name, found.title].filter(Boolean).join('　');
  };

/** Puts what this screen stands on where it is found again without a network. */
function useKeeping(
  id: string,
  meeting: Answer<Meeting> | undefined,
  sitting: Answer<Sitting> | undefined,
  org: Organisation | undefined,
): boolean {
  const { data: me } = useQuery(meQuery);
  const [canReload, setReload] = useState(true);
  useEffect(() => {
    keepDesk().then(setReload, () => setReload(false));
  }, []);
  useEffect(() => {
    if (meeting) void keepAnswer(`/v1/meetings/${id}`, meeting);
    if (sitting) void keepAnswer(`/v1/sittings/${sitting.data.id}`, sitting);
    if (org) void keepAnswer('/v1/org', { data: org, etag: null });
    if (me) void keepAnswer('/v1/me', { data: me, etag: null });
  }, [id, meeting, sitting, org, me]);
  return canReload;
}
