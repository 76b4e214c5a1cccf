import type { Session } from '../../client/session.ts';
import { instantOf } from '../plan-calendar.ts';
import { holderOf, moveTo, type Story } from '../story.ts';

/** How a meeting goes: when, who stays away, and how the votes fall. */
export interface MeetingPlay {
  readonly stage: string;
  readonly body: string;
  /** The day of the call and the day of the meeting. */
  readonly called: string;
  readonly on: string;
  readonly place: string;
  /** How many of the members, from the end of the roll, stay away. */
  readonly absent: number;
  readonly no: number;
  readonly abstain: number;
}

interface Seat {
  readonly session: Session;
  readonly post: string;
}

/** The people of a meeting, by their seats. */
interface Room {
  readonly chair: Seat;
  /** Voting members who are present, the chair last. */
  readonly present: readonly Seat[];
  readonly secretary: Session;
}

/** Calls a meeting for its day. */
export async function call(story: Story, play: MeetingPlay, secretary: Session): Promise<string> {
  await moveTo(story, play.called, 9);
  const at = instantOf(play.on, 15);
  return (await secretary.make('meeting', { case: story.caseId, stage: play.stage, at, place: play.place }))
    .made;
}

/** Calls a meeting, opens it and puts its item; answers with the meeting and the people in the room. */
export async function convene(
  story: Story,
  play: MeetingPlay,
): Promise<{ readonly meeting: string; readonly room: Room }> {
  const room = await roomOf(story, play);
  const meeting = await call(story, play, room.secretary);
  await moveTo(story, play.on, 15);
  // One after another, as at a desk: they all write to the one stream of the meeting.
  for (const { session } of room.present) await session.act(meeting, 'sign-in');
  await room.secretary.act(meeting, 'open');
  await room.chair.session.act(meeting, 'put');
  return { meeting, room };
}

/** A whole meeting that decides by itself: by name, by show of hands, or by its chair after the others have spoken. */
export async function hold(story: Story, play: MeetingPlay): Promise<void> {
  const { meeting, room } = await convene(story, play);
  const rule = story.definition.bodies[play.body];
  if (rule?.ballot === 'hand') await countHands(meeting, room, play);
  else await voteByName(meeting, room, play, rule?.decides === 'chair');
  await declare(story, meeting, room.secretary, play);
}

/** Declares what was decided, with minutes of the meeting. */
export async function declare(
  story: Story,
  meeting: string,
  secretary: Session,
  play: MeetingPlay,
): Promise<void> {
  const title = story.definition.bodies[play.body]?.title ?? play.body;
  const minutes = await secretary.keep(
    `${title}纪要\n会议时间：${play.on}\n会议地点：${play.place}\n会议听取汇报并进行了充分讨论，形成决议。\n`,
  );
  await secretary.act(meeting, 'declare', { minutes });
}

async function countHands(
  meeting: string,
  { present, secretary }: Room,
  { no, abstain }: MeetingPlay,
): Promise<void> {
  await secretary.act(meeting, 'count', { yes: present.length - no - abstain, no, abstain });
}

// 末位表态: the chair's voice comes when all others have been heard.
async function voteByName(
  meeting: string,
  { present, chair }: Room,
  play: MeetingPlay,
  chairDecides: boolean,
): Promise<void> {
  const others = present.filter((seat) => seat !== chair);
  for (const [place, { session }] of others.entries())
    await session.act(meeting, 'vote', voteOf(place, play));
  if (chairDecides) await chair.session.act(meeting, 'decide', { outcome: 'passed' });
  else await chair.session.act(meeting, 'vote', { vote: 'yes' });
}

function voteOf(place: number, { no, abstain }: MeetingPlay): object {
  if (place < no)
    return { vote: 'no', statement: '原则赞成总体思路，建议对投资规模再作论证，此次表决持保留意见。' };
  return { vote: place < no + abstain ? 'abstain' : 'yes' };
}

async function roomOf(story: Story, { body, absent }: MeetingPlay): Promise<Room> {
  const seats = story.hospital.plan.bodies.find(({ key }) => key === body)?.seats ?? [];
  const seat = async ({ post }: { readonly post: string }): Promise<Seat> => ({
    post,
    session: await holderOf(story, post),
  });
  const titled = (...roles: readonly string[]) => seats.filter(({ role }) => roles.includes(role));
  const [chair] = await Promise.all(titled('chair').map(seat));
  const [secretary] = await Promise.all(titled('secretary').map(seat));
  if (!chair || !secretary) throw new Error(`the body ${body} has no chair or no secretary`);
  const members = titled('deputy', 'member');
  const present = await Promise.all(members.slice(0, members.length - absent).map(seat));
  return { chair, present: [...present, chair], secretary: secretary.session };
}
