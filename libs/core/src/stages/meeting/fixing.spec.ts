import {
  actor,
  CASE,
  council,
  department,
  MEETING,
  OFFICE,
  post,
  type Story,
} from '../../testing/council.ts';
import { uuid } from '../../testing/given.ts';
import { proposeDisposition } from '../manuscript/propose.ts';
import { confirmTally, enterTally } from '../two-keys.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import type { Vote } from './meeting.ts';
import { putItem } from './put.ts';
import { recordMeeting } from './record-meeting.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const BALLOT = 'new-ballot';
const MEMBERS = [2, 3, 4, 1];
const [CONSULTATION, FIRST, SECOND] = [uuid(600), uuid(601), uuid(602)];

const opinion = (no: number) =>
  ({
    type: 'OpinionGiven',
    data: { consultation: CONSULTATION, case: CASE, stage: 'consult', department: uuid(401), no },
  }) as const;
const proposed = (disposition: string) => ({ type: 'DispositionProposed', data: { disposition } });
const reply = (name: string, opinions: number) => ({
  type: 'ReplyReceived',
  data: { department: uuid(401), opinions, opinion: `opinion/${name}`, received: '2025-11-02T00:00:00.000Z' },
});
const CONSULTED = {
  type: 'ConsultationOpened',
  data: {
    case: CASE,
    stage: 'consult',
    round: 1,
    text: null,
    recipients: [uuid(401)],
    days: 5,
    unit: 'natural',
    opened: '2025-11-01T00:00:00.000Z',
    due: '2025-11-06T16:00:00.000Z',
    estimated: false,
  },
};

/** The first is to be adopted, the second in part; passing fixes both. */
function consulted(rule: object = {}): Story {
  const fresh = council(rule, { with: { body: 'council', subject: 'scheme', fixesOpinions: true } });
  const [caseOpened, entered] = fresh.history[`case/${CASE}`] ?? [];
  if (!caseOpened || !entered) throw new Error('the fixture has a case');
  return fresh
    .with(`case/${CASE}`, caseOpened, {
      ...entered,
      data: { ...entered.data, streams: [`consultation/${CONSULTATION}`] },
    })
    .but(`consultation/${CONSULTATION}`, CONSULTED, reply(FIRST, 1), reply(SECOND, 2))
    .but(`opinion/${FIRST}`, opinion(1), proposed('adopted'))
    .but(`opinion/${SECOND}`, opinion(2), proposed('rejected'), proposed('partly'));
}

const put = (story: Story): Story =>
  MEMBERS.reduce(
    (so, n) => so.does(actor(n), signIn, [MEETING, {}]),
    story.does(SECRETARY, callMeeting, [MEETING, CALL]),
  )
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
const voted = (story: Story, vote: Vote, members = MEMBERS): Story =>
  members.reduce((so, n) => so.does(actor(n), castVote, [MEETING, { vote }]), story);
const declare = (story: Story) => story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]);
const putAgain = (story: Story) => story.when(SECRETARY, putItem, [MEETING, {}]);
const propose = (story: Story, disposition: 'adopted' | 'partly' | 'later') =>
  story.does(OFFICE, proposeDisposition, [
    SECOND,
    {
      disposition,
      reason: '另有考虑',
      ...(disposition === 'later'
        ? { taken: { owner: { department: department(1) }, due: '2026-03-31' } }
        : {}),
    },
  ]);
const settled = (story: Story) => {
  const { decision } = declare(story);
  return ('facts' in decision ? decision.facts : []).flatMap(({ stream, fact }) =>
    'disposition' in fact.data ? [[stream, fact.data.disposition]] : [],
  );
};

test('the item carries what is proposed, and passing fixes that in one append', () => {
  const story = put(consulted());
  expect(story.history[`meeting/${MEETING}`]?.at(-1)?.data).toMatchObject({
    dispositions: [
      { opinion: `opinion/${FIRST}`, disposition: 'adopted', proposal: 1 },
      { opinion: `opinion/${SECOND}`, disposition: 'partly', proposal: 2 },
    ],
  });
  expect(settled(voted(story, 'yes'))).toEqual([
    [`opinion/${FIRST}`, 'adopted'],
    [`opinion/${SECOND}`, 'partly'],
  ]);
  expect(declare(voted(story, 'no')).types()).toEqual([
    'meeting ItemDeclared',
    'case StageClosed',
    'case StageEntered',
  ]);
});

test.each(['later', 'partly'] as const)(
  'a proposal that changed since (%s) is not fixed as if voted',
  (to) => {
    const moved = propose(voted(put(consulted()), 'yes'), to);
    const refused = declare(moved);
    refused.refused('meeting.dispositions-moved');
    expect(refused.decision).toMatchObject({ refusal: { facts: { opinions: [2] } } });
    const again = moved.does(SECRETARY, putItem, [MEETING, {}]);
    declare(again).refused('meeting.all-voted');
    expect(settled(voted(again, 'yes'))).toEqual([
      [`opinion/${FIRST}`, 'adopted'],
      [`opinion/${SECOND}`, to],
    ]);
  },
);

test('a meeting that was held in a room settles what was proposed when it is recorded', () => {
  const recorded = consulted().when(SECRETARY, recordMeeting, [
    MEETING,
    {
      ...CALL,
      present: MEMBERS.map(post),
      chair: post(1),
      votes: MEMBERS.map((n) => ({ post: post(n), vote: 'yes' as const })),
      outcome: 'passed',
      minutes: null,
      elsewhere: { happened: '2025-11-20', medium: 'meeting', scan: null, book: '第1页', checker: null },
    },
  ]);
  const fixed = 'facts' in recorded.decision ? recorded.decision.facts.map(({ fact }) => fact) : [];
  expect(fixed.filter(({ type }) => type === 'DispositionFixed').map(({ data }) => data)).toEqual([
    { disposition: 'adopted', meeting: `meeting/${MEETING}` },
    { disposition: 'partly', meeting: `meeting/${MEETING}` },
  ]);
});

test('an opinion that is first proposed after the item was put holds the declaration up too', () => {
  const bare = consulted().with(`opinion/${SECOND}`, opinion(2));
  const story = voted(put(bare), 'yes');
  expect(settled(story)).toEqual([[`opinion/${FIRST}`, 'adopted']]);
  declare(propose(story, 'later')).refused('meeting.dispositions-moved');
});

test('the item is put again only where something moved, and never to undo a lost vote', () => {
  putAgain(voted(put(consulted()), 'yes')).refused('meeting.open');
  const lost = propose(voted(put(consulted()), 'no'), 'later');
  putAgain(lost).refused('meeting.open');
  expect(declare(lost).types()).toContain('meeting ItemDeclared');
  expect(putAgain(propose(put(consulted()), 'later')).types()).toEqual(['meeting ItemPut']);
});

test('a secret ballot that is out is counted before the item is put again', () => {
  const story = propose(put(consulted({ ballot: 'secret' })), 'later');
  putAgain(story).refused('meeting.open');
  const counts = { issued: 4, returned: 4, yes: 4, no: 0, abstain: 0, invalid: 0 };
  const counted = story
    .does(actor(8, 'teller'), enterTally, [BALLOT, counts])
    .does(actor(9, 'scrutineer'), confirmTally, [BALLOT, counts]);
  declare(counted).refused('meeting.dispositions-moved');
  expect(putAgain(counted).types()).toEqual(['meeting ItemPut', 'ballot BallotOpened']);
});

test('what a chief decided on other proposals is put and decided again', () => {
  const story = voted(put(consulted({ decides: 'chair' })), 'yes', [2, 3, 4]);
  const decided = story.does(actor(1), decideItem, [MEETING, { outcome: 'passed' }]);
  putAgain(decided).refused('meeting.open');
  const again = propose(decided, 'later').does(SECRETARY, putItem, [MEETING, {}]);
  declare(again).refused('meeting.decided');
  const anew = voted(again, 'yes', [2, 3, 4]).does(actor(1), decideItem, [MEETING, { outcome: 'passed' }]);
  expect(settled(anew)).toHaveLength(2);
});
