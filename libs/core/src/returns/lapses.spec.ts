import type { Fact } from '../stream.ts';
import { callMeeting } from '../stages/meeting/call.ts';
import { openMeeting, signIn } from '../stages/meeting/attend.ts';
import { putItem } from '../stages/meeting/put.ts';
import { closeReview } from '../stages/review/close.ts';
import { askTabling } from '../stages/tabling/ask.ts';
import { approveTabling } from '../stages/tabling/judge.ts';
import { circulatePapers } from '../stages/tabling/prepare.ts';
import { actor, CASE, council, OFFICE, SCHEME, type Story } from '../testing/council.ts';
import { SECRETARY } from '../testing/held-meeting.ts';
import { refOf, uuid } from '../testing/given.ts';

const [MEETING, REVIEW] = [uuid(71), uuid(72)];
/** Experts look at the scheme while the council meets on it. */
const TOGETHER = {
  id: 'both',
  title: '论证与审议',
  together: [
    {
      id: 'adopt',
      kind: 'meeting@1',
      title: '党委会审议',
      with: { body: 'council', subject: 'scheme' },
      then: { passed: 'publish', 'not-passed': 'again', deferred: 'again' },
    },
    {
      id: 'experts',
      kind: 'review@1',
      title: '专家论证',
      with: { subject: 'scheme', method: 'experts' },
      then: { reviewed: 'publish', returned: 'publish' },
    },
  ],
  then: 'publish',
};
const requested = (content: string): Fact => ({
  type: 'ReviewRequested',
  data: {
    case: CASE,
    stage: 'experts',
    round: 1,
    method: 'experts',
    subject: 'scheme',
    text: refOf(content),
    opened: '2025-11-18T02:00:00.000Z',
    due: null,
    atLeast: 0,
    effect: 'warn',
  },
});
const entered: Fact = {
  type: 'StageEntered',
  data: { stage: 'experts', round: 1, due: null, streams: [`review/${REVIEW}`] },
};

function voting(content = SCHEME): Story {
  const began = council({ ballot: 'secret' }, TOGETHER)
    .but(`case/${CASE}`, entered)
    .but(`review/${REVIEW}`, requested(content));
  const called = began.does(SECRETARY, callMeeting, [
    MEETING,
    { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' },
  ]);
  return [1, 2, 3, 4]
    .reduce((so, n) => so.does(actor(n), signIn, [MEETING, {}]), called)
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
}
const close = (story: Story, outcome: 'reviewed' | 'returned') =>
  story.when(OFFICE, closeReview, [REVIEW, { outcome, reason: '指标口径不一致' }]);

test('a text that is sent back is voted on no longer: meeting and box close in the same append', () => {
  const { decision } = close(voting(), 'returned');
  const facts = 'facts' in decision ? decision.facts : [];
  expect(facts.find(({ stream }) => stream === `meeting/${MEETING}`)?.fact).toEqual({
    type: 'MeetingLapsed',
    data: { because: 'returned', by: `review/${REVIEW}` },
  });
  expect(facts.map(({ fact: { type } }) => type)).toEqual([
    'ReviewClosed',
    'MeetingLapsed',
    'BallotLapsed',
    'StageClosed',
  ]);
});

test('its stage stays open, and another meeting can be called', () => {
  const after = voting().does(OFFICE, closeReview, [REVIEW, { outcome: 'returned', reason: '退回' }]);
  const called = after.does(SECRETARY, callMeeting, [
    uuid(73),
    { case: CASE, stage: 'adopt', at: '2025-11-27T02:00:00.000Z', place: '二楼会议室' },
  ]);
  expect(called.history[`meeting/${uuid(73)}`]?.at(-1)?.type).toBe('MeetingCalled');
});

test('a review that passes, or that was about another text, leaves the vote alone', () => {
  expect(close(voting(), 'reviewed').types()).toEqual(['review ReviewClosed', 'case StageClosed']);
  expect(close(voting('旧稿'), 'returned').types()).not.toContain('meeting MeetingLapsed');
});

test('nobody owes to read the papers of an item whose meeting lapsed', () => {
  const SHEET = uuid(40);
  const item = { case: CASE, stage: 'adopt', title: '议题', text: refOf(SCHEME), sponsor: null };
  const story = council({}, TOGETHER)
    .but(`case/${CASE}`, entered)
    .but(`review/${REVIEW}`, requested(SCHEME))
    .does(OFFICE, askTabling, [SHEET, item])
    .does(actor(1), approveTabling, [SHEET, {}])
    .does(SECRETARY, circulatePapers, [SHEET, { papers: [] }])
    .does(SECRETARY, callMeeting, [
      MEETING,
      { case: CASE, stage: 'adopt', at: '2025-11-24T02:00:00.000Z', place: '二楼会议室', tabling: SHEET },
    ]);
  expect(close(story, 'returned').types()).toEqual([
    'review ReviewClosed',
    'meeting MeetingLapsed',
    'tabling ReadingEnded',
    'case StageClosed',
  ]);
});
