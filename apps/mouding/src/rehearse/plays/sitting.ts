import { resourceOf } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import { instantOf } from '../plan-calendar.ts';
import { holderOf, moveTo, type Story } from '../story.ts';
import type { Room } from './meeting.ts';

const Meeting = resourceOf('meeting');
const Sitting = resourceOf('sitting');

/** One matter of a sitting that is kept here. */
export interface Matter {
  readonly caseId: string;
  readonly stage: string;
}

/** 会次: when it is called and held, and its agenda: other matters first, then ours. */
export interface SittingPlay {
  readonly body: string;
  readonly called: string;
  readonly on: string;
  readonly place: string;
  readonly others: readonly string[];
  readonly ours: readonly Matter[];
}

/** A sitting and the meetings that are its items, in their order. */
export interface Sat {
  readonly sitting: string;
  readonly meetings: readonly string[];
}

/** Calls a sitting with its items. */
export async function callSitting(story: Story, play: SittingPlay, secretary: Session): Promise<Sat> {
  await moveTo(story, play.called, 9);
  const { body, place, others, ours } = play;
  const at = instantOf(play.on, 15);
  const { made: sitting } = await secretary.make('sitting', { body, at, place, titles: others });
  const meetings: string[] = [];
  for (const { caseId, stage } of ours) {
    const item = { case: caseId, stage, at, place, sitting: { id: idOf(sitting) } };
    meetings.push((await secretary.make('meeting', item)).made);
  }
  return { sitting, meetings };
}

/** The members come one after another, each by the own act. */
export async function arriveAll(sitting: string, { present }: Pick<Room, 'present'>): Promise<void> {
  for (const { session } of present) await session.act(sitting, 'arrive');
}

export const idOf = (stream: string): string => stream.split('/')[1] ?? '';

export const sittingOf = async (reader: Session, sitting: string) =>
  (await reader.read(`/v1/sittings/${idOf(sitting)}`, Sitting)).data;

export const meetingOf = async (reader: Session, meeting: string) =>
  reader.read(`/v1/meetings/${idOf(meeting)}`, Meeting);

/** 计票、监票: the box of an item that was put, entered with two keys. Answers how many ballots there were. */
export async function countBallot(
  story: Story,
  meeting: string,
  { secretary }: Pick<Room, 'secretary'>,
  against: number,
): Promise<number> {
  const { data } = await meetingOf(secretary, meeting);
  const issued = data.present.length;
  const tally = { issued, returned: issued, yes: issued - against, no: against, abstain: 0, invalid: 0 };
  await (await holderOf(story, '职代会计票人')).act(data.ballot ?? '', 'tally', tally);
  await (await holderOf(story, '职代会监票人')).act(data.ballot ?? '', 'confirm', tally);
  return issued;
}
