import { arrive, leave } from '../stages/sitting/arrive.ts';
import { callSitting } from '../stages/sitting/call.ts';
import { openSitting } from '../stages/sitting/open.ts';
import { takeUp } from '../stages/sitting/take-up.ts';
import { callMeeting } from '../stages/meeting/call.ts';
import { actor, CASE, caseFacts, council, MEETING, type Story } from './council.ts';
import { uuid } from './given.ts';

export const SECRETARY = actor(7);
export const CHAIR = actor(1);
export const SITTING = uuid(3);
export const NEXT = uuid(4);
/** Another case before the same body, and its meeting. */
const OTHER_CASE = uuid(11);
export const OTHER_MEETING = uuid(12);
export const AT = '2025-11-20T02:00:00.000Z';
export const PLACE = '二楼会议室';

const call = (caseId: string, sitting: string) => ({
  case: caseId,
  stage: 'adopt',
  at: AT,
  place: PLACE,
  sitting: { id: sitting },
});

/** A sitting with one other matter first, then the council's two cases as its second and third item. */
export const listed = (rule: object = {}, stage: object = {}): Story =>
  council(rule, stage)
    .with(`case/${OTHER_CASE}`, ...caseFacts())
    .does(SECRETARY, callSitting, [SITTING, { body: 'council', at: AT, place: PLACE, titles: ['人事事项'] }])
    .does(SECRETARY, callMeeting, [MEETING, call(CASE, SITTING)])
    .does(SECRETARY, callMeeting, [OTHER_MEETING, call(OTHER_CASE, SITTING)]);

export const coming = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), arrive, [SITTING, { by: 'room' }]), story);

export const leaving = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), leave, [SITTING, {}]), story);

/** Open, with these members there. */
export const sitting = (story: Story, ...members: readonly number[]): Story =>
  coming(story, ...members).does(SECRETARY, openSitting, [SITTING, {}]);

/** At one of its items. */
export const at = (story: Story, no: number): Story => story.does(SECRETARY, takeUp, [SITTING, { no }]);
