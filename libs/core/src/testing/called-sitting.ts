import type { MeetingState } from '../stages/meeting/meeting.ts';
import { sittingRows } from '../stages/sitting/rows.ts';
import type { SittingState } from '../stages/sitting/sitting.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { CASE, MEETING, type Story } from './council.ts';
import { AT, PLACE, SITTING } from './sitting-room.ts';

export const BODY = { body: 'council', at: AT, place: PLACE, titles: ['人事事项', '预算'] };
export const CALL = { case: CASE, stage: 'adopt', at: AT, place: PLACE };

export function stateOf(story: Story, name: `sitting/${string}` | `meeting/${string}`) {
  const kind = streamKind(name.startsWith('sitting') ? 'sitting' : 'meeting');
  return (story.history[name] ?? []).reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
}
export const sittingOf = (story: Story) => stateOf(story, `sitting/${SITTING}`) as SittingState;
export const meetingOf = (story: Story, id = MEETING) => stateOf(story, `meeting/${id}`) as MeetingState;
export const lastOf = (story: Story, stream: string) => story.history[stream]?.at(-1);
export const owed = (story: Story): readonly string[] =>
  sittingRows(SITTING, sittingOf(story)).obligations.map(({ verb, holder }) => `${verb} ${holder}`);
