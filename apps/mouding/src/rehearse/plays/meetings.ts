import { addDays } from '@mouding/core';
import type { PlanCalendar } from '../plan-calendar.ts';
import type { Story } from '../story.ts';
import { failQuorum, hold, recordOnPaper, type MeetingPlay } from './meeting.ts';

/** A meeting that decides by itself: the day in the calendar, the days between call and meeting, how it goes. */
interface Planned extends Pick<MeetingPlay, 'body' | 'place' | 'absent' | 'no' | 'abstain'> {
  readonly on: keyof PlanCalendar;
  readonly notice: number;
}

const group = { body: 'leading-group', place: '行政楼三楼会议室', notice: 2 };
const dean = { body: 'dean-meeting', place: '行政楼三楼院长办公会议室', notice: 3 };
const committee = { body: 'party-committee', place: '行政楼五楼党委会议室', notice: 3 };

const MEETINGS = {
  'scheme-adoption': { ...committee, on: 'schemeMeeting', notice: 2, absent: 0, no: 0, abstain: 0 },
  'group-review': { ...group, on: 'groupReview', absent: 3, no: 1, abstain: 1 },
  'group-discussion': { ...group, on: 'groupDiscussion', absent: 2, no: 0, abstain: 0 },
  'dean-meeting': { ...dean, on: 'deanMeeting', absent: 0, no: 1, abstain: 0 },
  'party-committee': { ...committee, on: 'partyCommittee', absent: 0, no: 1, abstain: 1 },
  'amendment-party': { ...committee, on: 'amendmentParty', absent: 0, no: 0, abstain: 0 },
} as const satisfies { readonly [stage: string]: Planned };

export type MeetingStage = keyof typeof MEETINGS;

/** The days, place and votes of the meeting of a stage. */
export function meetingPlay({ calendar }: Pick<Story, 'calendar'>, stage: MeetingStage): MeetingPlay {
  const { on, notice, ...goes } = MEETINGS[stage];
  return { ...goes, stage, on: calendar[on], called: addDays(calendar[on], -notice) };
}

/**
 * Holds the meeting of a stage. The leading group meets over its first draft in a room, and its secretary enters it the
 * day after; the dean's meeting lacks its quorum once and is held again.
 */
export async function meet(story: Story, stage: MeetingStage): Promise<void> {
  const play = meetingPlay(story, stage);
  if (stage === 'group-review') return recordOnPaper(story, play);
  if (stage === 'dean-meeting') {
    const before = addDays(play.on, -2);
    await failQuorum(story, { ...play, called: addDays(before, -2), on: before });
    await hold(story, { ...play, called: before });
    return;
  }
  await hold(story, play);
}
