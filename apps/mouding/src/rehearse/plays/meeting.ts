import { addDays } from '@mouding/core';
import type { Session } from '../../client/session.ts';
import { instantOf } from '../plan-calendar.ts';
import { SCAN } from '../scan.ts';
import { holderOf, moveTo, overview, type Story } from '../story.ts';

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
  /** What the papers say that its secretary sends with the call. */
  readonly papers?: readonly string[];
  /** The meeting on whose resolution the item comes again. */
  readonly upon?: string;
  /** 复议: the meeting whose decision is decided on again. */
  readonly reconsiders?: string;
  /** What the chair decides, where the chair does; by default that it passes. */
  readonly decision?: object;
}

interface Seat {
  readonly session: Session;
  readonly post: string;
}

/** The people of a meeting, by their seats. */
export interface Room {
  readonly chair: Seat;
  /** Voting members who are present, the chair last. */
  readonly present: readonly Seat[];
  readonly secretary: Session;
}

/** Calls a meeting for its day. */
export async function call(story: Story, play: MeetingPlay, secretary: Session): Promise<string> {
  await moveTo(story, play.called, 9);
  const { stage, place } = play;
  const papers = await Promise.all((play.papers ?? []).map((paper) => secretary.keep(paper)));
  const named = { ...idOf('upon', play.upon), ...idOf('reconsiders', play.reconsiders) };
  const body = { case: story.caseId, stage, at: instantOf(play.on, 15), place, papers, ...named };
  return (await secretary.make('meeting', body)).made;
}

const idOf = (field: string, meeting: string | undefined): object =>
  meeting === undefined ? {} : { [field]: meeting.slice('meeting/'.length) };

/** A meeting and the people in its room. */
export interface Convened {
  readonly meeting: string;
  readonly room: Room;
}

/** Calls a meeting, opens it and puts its item. */
export async function convene(story: Story, play: MeetingPlay): Promise<Convened> {
  const convened = await sit(story, play);
  await convened.room.chair.session.act(convened.meeting, 'put');
  return convened;
}

/** Calls a meeting and opens it; its item is not put yet. */
export async function sit(story: Story, play: MeetingPlay): Promise<Convened> {
  const room = await roomOf(story, play);
  const meeting = await call(story, play, room.secretary);
  await moveTo(story, play.on, 15);
  // One after another, as at a desk: they all write to the one stream of the meeting.
  for (const { session } of room.present) await session.act(meeting, 'sign-in');
  await room.secretary.act(meeting, 'open');
  return { meeting, room };
}

/** 不足法定人数: too few come, nothing is opened, and the meeting is adjourned to be called again. */
export async function failQuorum(story: Story, play: MeetingPlay): Promise<void> {
  const room = await roomOf(story, play);
  const meeting = await call(story, play, room.secretary);
  await moveTo(story, play.on, 15);
  await room.chair.session.act(meeting, 'sign-in');
  await story.refusals.expect('meeting.open', 'meeting.quorum', () => room.secretary.act(meeting, 'open'));
  await room.secretary.act(meeting, 'adjourn', { reason: '到会人数不足，另行召集。' });
}

/** 补录: a meeting that was held in a room and written down on paper, entered the day after by the secretary. */
export async function recordOnPaper(story: Story, play: MeetingPlay): Promise<void> {
  const { chair, present, secretary } = await roomOf(story, play);
  await moveTo(story, addDays(play.on, 1), 9);
  const title = story.definition.bodies[play.body]?.title ?? play.body;
  const scan = await secretary.keepFile(`${title}记录.png`, SCAN);
  const minutes = await secretary.keep(`${title}纪要\n会议时间：${play.on}\n会议地点：${play.place}\n`);
  const posts = present.map(({ post, session }) => postOf(session, post));
  const { no, abstain } = play;
  const body = {
    case: story.caseId,
    stage: play.stage,
    at: instantOf(play.on, 15),
    place: play.place,
    called: play.called,
    present: posts,
    chair: postOf(chair.session, chair.post),
    tally: { yes: present.length - no - abstain, no, abstain },
    outcome: 'passed',
    text: (await overview(story)).texts.manuscript,
    minutes,
    elsewhere: { happened: play.on, medium: 'meeting', scan, book: `${title}记录本第3册第21页` },
  };
  await secretary.make('meeting', body, 'recorded');
}

/** The id of a post that this person holds, by its title. */
export function postOf({ me }: Session, title: string): string {
  const held = me.capacities.find((capacity) => capacity.title === title);
  if (!held) throw new Error(`${title} is not held`);
  return held.post;
}

/**
 * A whole meeting that decides by itself: by name, by show of hands, or by its chair after the others have spoken.
 * Answers the meeting.
 */
export async function hold(story: Story, play: MeetingPlay): Promise<string> {
  const convened = await convene(story, play);
  await decide(story, convened, play);
  return convened.meeting;
}

/** The votes on an item that was put, and what is declared of them. */
export async function decide(story: Story, { meeting, room }: Convened, play: MeetingPlay): Promise<void> {
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
  if (chairDecides) await chair.session.act(meeting, 'decide', play.decision ?? { outcome: 'passed' });
  else await chair.session.act(meeting, 'vote', { vote: 'yes' });
}

function voteOf(place: number, { no, abstain }: MeetingPlay): object {
  if (place < no)
    return { vote: 'no', statement: '原则赞成总体思路，建议对投资规模再作论证，此次表决持保留意见。' };
  return { vote: place < no + abstain ? 'abstain' : 'yes' };
}

/** Whoever comes to a meeting, by their seats. */
export async function roomOf(story: Story, { body, absent }: MeetingPlay): Promise<Room> {
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
