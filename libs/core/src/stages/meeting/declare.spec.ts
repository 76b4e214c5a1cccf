import { actor, CASE, council, MEETING, SCHEME, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import { confirmTally, enterTally } from '../two-keys.ts';
import { adjournMeeting, openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { countHands } from './count-hands.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import type { Vote } from './meeting.ts';
import { putItem } from './put.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const MINUTES = { minutes: refOf('纪要') };
const put = (story: Story, ...members: readonly number[]): Story =>
  members
    .reduce(
      (so, n) => so.does(actor(n), signIn, [MEETING, {}]),
      story.does(SECRETARY, callMeeting, [MEETING, CALL]),
    )
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
const vote = (story: Story, ...votes: readonly (readonly [number, Vote])[]): Story =>
  votes.reduce((so, [n, cast]) => so.does(actor(n), castVote, [MEETING, { vote: cast }]), story);
const declare = (story: Story) => story.when(SECRETARY, declareItem, [MEETING, MINUTES]);
const sumOf = (story: Story) => {
  const { decision } = declare(story);
  return 'facts' in decision ? decision.facts[0]?.fact.data : decision.refusal;
};

test('four of six say yes: resolution, gate and the next stage are one append', () => {
  const story = vote(
    put(council(), 1, 2, 3, 4, 5),
    [2, 'yes'],
    [3, 'yes'],
    [4, 'no'],
    [5, 'yes'],
    [1, 'yes'],
  );
  const text = refOf(SCHEME);
  const sum = {
    decides: 'vote',
    quorum: 'all ≥ 1/2',
    quorate: true,
    rule: 'all > 1/2',
    all: 6,
    present: 5,
    yes: 4,
    no: 1,
    abstain: 0,
    invalid: 0,
    base: 6,
    need: 4,
    got: 4,
    zh: '全体6，实到5≥3 ✓；赞成4>3 ✓',
    en: 'all 6, present 5≥3 ✓; yes 4>3 ✓',
  };
  const closed = { stage: 'adopt', round: 1, outcome: 'passed', text, notices: [], sum };
  declare(story).then([
    {
      stream: `meeting/${MEETING}`,
      type: 'ItemDeclared',
      data: { outcome: 'passed', words: '研究同意', sum, text, ...MINUTES, conditions: [] },
    },
    { stream: `case/${CASE}`, type: 'StageClosed', data: closed },
    {
      stream: `case/${CASE}`,
      type: 'StageEntered',
      data: {
        stage: 'publish',
        round: 1,
        due: null,
        streams: ['issue/new-publish/issue'],
        on: '2025-11-20',
      },
    },
    { stream: 'issue/new-publish/issue', type: 'IssueDrafted' },
  ]);
});

test('exactly half of all is not more than half: not passed, and the stage is entered again', () => {
  const story = vote(put(council(), 1, 2, 3), [2, 'yes'], [3, 'yes'], [1, 'yes']);
  expect(sumOf(story)).toMatchObject({
    outcome: 'not-passed',
    words: '研究未通过',
    sum: { got: 3, need: 4, zh: '全体6，实到3≥3 ✓；赞成3>3 ✗' },
  });
  expect(declare(story).types()).toEqual(['meeting ItemDeclared', 'case StageClosed', 'case StageEntered']);
});

test('who has not voted may still turn it: then it is too early', () => {
  const story = put(council(), 1, 2, 3, 4, 5);
  declare(vote(story, [2, 'yes'], [3, 'yes'], [4, 'yes'])).refused('meeting.all-voted');
  const settled = vote(story, [2, 'yes'], [3, 'yes'], [4, 'yes'], [5, 'yes']);
  expect(sumOf(settled)).toMatchObject({ outcome: 'passed' });
  expect(declare(settled).decision).toMatchObject({ notices: [{ rule: 'meeting.all-voted' }] });
});

test('the chair’s early vote stays marked in the gate', () => {
  const story = vote(put(council(), 1, 2, 3, 4), [1, 'yes'], [2, 'yes'], [3, 'yes'], [4, 'yes']);
  expect(declare(story).decision).toMatchObject({ notices: [{ rule: 'meeting.chair-last' }] });
});

test('a text that changed after the call is not decided on', () => {
  const moved = {
    type: 'StageClosed',
    data: { stage: 'compile', round: 1, outcome: 'compiled', text: refOf('新稿'), notices: [], sum: {} },
  };
  const together = {
    id: 'work',
    title: '并行',
    together: [
      {
        id: 'adopt',
        kind: 'meeting@1',
        title: '审议',
        with: { body: 'council', subject: 'manuscript' },
        then: { passed: 'end', 'not-passed': 'again', deferred: 'again' },
      },
      { id: 'compile', kind: 'compile@1', title: '成稿', with: {}, then: { compiled: 'again' } },
    ],
    then: 'publish',
  };
  const first = { ...moved, data: { ...moved.data, text: refOf(SCHEME) } };
  const enter = (round: number) => ({
    type: 'StageEntered',
    data: { stage: 'compile', round, due: null, streams: [] },
  });
  const story = council({}, together).but(`case/${CASE}`, enter(1), first, enter(2));
  const called = [1, 2, 3, 4].reduce(
    (so, n) => so.does(actor(n), signIn, [MEETING, {}]),
    story.does(SECRETARY, callMeeting, [MEETING, CALL]),
  );
  const open = called.does(SECRETARY, openMeeting, [MEETING, {}]);
  open.but(`case/${CASE}`, moved).when(SECRETARY, putItem, [MEETING, {}]).refused('meeting.current-text');
  const voted = vote(
    open.does(SECRETARY, putItem, [MEETING, {}]),
    [2, 'yes'],
    [3, 'yes'],
    [4, 'yes'],
    [1, 'yes'],
  );
  const late = voted.but(`case/${CASE}`, moved);
  declare(late).refused('meeting.current-text');
  late
    .when(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '再议' }])
    .refused('meeting.current-text');
  const reason = { reason: '文稿已变更，另行召集' };
  voted.when(SECRETARY, adjournMeeting, [MEETING, reason]).refused('meeting.not-put');
  expect(late.when(SECRETARY, adjournMeeting, [MEETING, reason]).types()).toEqual([
    'meeting MeetingAdjourned',
  ]);
});

test('by show of hands: counted by the secretary, never more hands than people', () => {
  const story = put(council({ ballot: 'hand' }), 1, 2, 3, 4, 5);
  story.when(actor(3), castVote, [MEETING, { vote: 'yes' }]).refused('meeting.ballot');
  declare(story).refused('meeting.counted');
  const count = (yes: number) => [MEETING, { yes, no: 1, abstain: 0 }] as const;
  story.when(actor(3), countHands, count(4)).refused('meeting.runs');
  story.when(SECRETARY, countHands, count(5)).refused('meeting.hands');
  expect(sumOf(story.does(SECRETARY, countHands, count(4)))).toMatchObject({ outcome: 'passed' });
  put(council(), 1, 2, 3).when(SECRETARY, countHands, count(1)).refused('meeting.ballot');
});

const BALLOT = 'new-ballot';
const CONGRESS = { ballot: 'secret', quorum: { base: 'all', num: 2, den: 3, inclusive: true } };
const tally = (change: object) => ({
  issued: 5,
  returned: 5,
  yes: 4,
  no: 1,
  abstain: 0,
  invalid: 0,
  ...change,
});

test('secret: the count of two keys decides', () => {
  const story = put(council(CONGRESS, { kind: 'congress@1' }), 1, 2, 3, 4, 5);
  declare(story).refused('meeting.counted');
  const counted = story
    .does(actor(8, 'teller'), enterTally, [BALLOT, tally({})])
    .does(actor(9, 'scrutineer'), confirmTally, [BALLOT, tally({})]);
  expect(sumOf(counted)).toMatchObject({
    outcome: 'passed',
    sum: { issued: 5, returned: 5, zh: '全体6，实到5≥4 ✓；赞成4>3 ✓' },
  });
  counted
    .when(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '再议' }])
    .refused('meeting.vote-binds');
  counted.when(actor(1), putItem, [MEETING, {}]).refused('meeting.open');
});

test('secret: more back than out is void, the item is put again', () => {
  const over = tally({ issued: 4, yes: 4, no: 1 });
  const story = put(council(CONGRESS), 1, 2, 3, 4, 5)
    .does(actor(8, 'teller'), enterTally, [BALLOT, over])
    .does(actor(9, 'scrutineer'), confirmTally, [BALLOT, over]);
  declare(story).refused('meeting.void');
  expect(story.when(actor(1), putItem, [MEETING, {}]).types()).toEqual([
    'meeting ItemPut',
    'ballot BallotOpened',
  ]);
});

test('minutes must be known; without them the gate carries a mark', () => {
  const story = vote(put(council(), 1, 2, 3, 4), [2, 'yes'], [3, 'yes'], [4, 'yes'], [1, 'yes']);
  story.when(SECRETARY, declareItem, [MEETING, { minutes: refOf('没有') }]).refused('text.known');
  expect(story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).decision).toMatchObject({
    notices: [{ rule: 'meeting.minutes' }],
  });
});

test('declared once, by who runs the meeting', () => {
  const story = vote(put(council(), 1, 2, 3, 4), [2, 'yes'], [3, 'yes'], [4, 'yes'], [1, 'yes']);
  story.when(actor(3), declareItem, [MEETING, MINUTES]).refused('meeting.runs');
  const declared = story.does(SECRETARY, declareItem, [MEETING, MINUTES]);
  declare(declared).refused('meeting.put');
});

test('a meeting that was called for an earlier round decides nothing any more', () => {
  const story = vote(put(council(), 1, 2, 3, 4), [2, 'yes'], [3, 'yes'], [4, 'yes']);
  const text = refOf(SCHEME);
  const again = story.but(
    `case/${CASE}`,
    {
      type: 'StageClosed',
      data: { stage: 'adopt', round: 1, outcome: 'deferred', text, notices: [], sum: {} },
    },
    { type: 'StageEntered', data: { stage: 'adopt', round: 2, due: null, streams: [] } },
  );
  const refused = declare(vote(again, [1, 'yes']));
  refused.refused('meeting.round');
  expect(refused.decision).toMatchObject({ refusal: { facts: { called: 1, current: 2 } } });
  again
    .when(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '再议' }])
    .refused('meeting.round');
  expect(again.when(SECRETARY, adjournMeeting, [MEETING, { reason: '另行召集' }]).types()).toEqual([
    'meeting MeetingAdjourned',
  ]);
});

test('another meeting on the same stage decides nothing once the stage is left', () => {
  const story = vote(put(council(), 1, 2, 3, 4), [2, 'yes'], [3, 'yes'], [4, 'yes'], [1, 'yes']);
  const left = story.does(SECRETARY, declareItem, [MEETING, MINUTES]).history[`case/${CASE}`]?.slice(2) ?? [];
  declare(story.but(`case/${CASE}`, ...left)).refused('case.stage-open');
});
