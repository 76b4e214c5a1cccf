import { IllFittingFact } from '../../machine.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { actor, CASE, council, MEETING, person, post, SCHEME, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import { openMeeting, signIn, signOut } from './attend.ts';
import { callMeeting } from './call.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import type { MeetingState, Vote } from './meeting.ts';
import { putItem } from './put.ts';
import { meetingRows } from './rows.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const opened = (story: Story, ...members: readonly number[]): Story =>
  members
    .reduce(
      (so, n) => so.does(actor(n), signIn, [MEETING, {}]),
      story.does(SECRETARY, callMeeting, [MEETING, CALL]),
    )
    .does(SECRETARY, openMeeting, [MEETING, {}]);
const put = (story: Story, ...members: readonly number[]): Story =>
  opened(story, ...members).does(SECRETARY, putItem, [MEETING, {}]);
const vote = (story: Story, ...votes: readonly (readonly [number, Vote])[]): Story =>
  votes.reduce((so, [n, cast]) => so.does(actor(n), castVote, [MEETING, { vote: cast }]), story);
const yes = [MEETING, { vote: 'yes' as const }] as const;
const decide = (story: Story, n: number, outcome: 'passed' | 'not-passed' | 'deferred', reason?: string) =>
  story.when(actor(n), decideItem, [MEETING, reason === undefined ? { outcome } : { outcome, reason }]);

test('a vote is cast by name, and the statement is kept under its author’s key', () => {
  const { decision } = put(council(), 1, 2, 3).when(actor(3), castVote, [
    MEETING,
    { vote: 'no', statement: '指标偏高' },
  ]);
  expect(decision).toMatchObject({
    facts: [
      {
        stream: `meeting/${MEETING}`,
        fact: { type: 'VoteCast', data: { post: post(3), vote: 'no', notices: [] } },
        sealed: [{ subject: person(3), plain: { statement: '指标偏高' } }],
      },
    ],
  });
});

test('once each, present only, on the roll only, while the item is open', () => {
  const story = put(council(), 1, 2, 3);
  story.does(actor(3), castVote, yes).when(actor(3), castVote, yes).refused('meeting.one-vote');
  story.when(actor(4), castVote, yes).refused('meeting.present');
  story.when(SECRETARY, castVote, yes).refused('meeting.seat');
  story.when({ ...actor(3), person: person(4) }, castVote, yes).refused('meeting.seat');
  opened(council(), 1, 2, 3).when(actor(3), castVote, yes).refused('meeting.put');
  put(council({ ballot: 'secret' }), 1, 2, 3)
    .when(actor(3), castVote, yes)
    .refused('meeting.ballot');
});

test('the chair speaks last: an early vote goes through with a mark', () => {
  const story = put(council(), 1, 2, 3);
  expect(story.when(actor(1), castVote, yes).decision).toMatchObject({
    notices: [{ rule: 'meeting.chair-last', facts: { waiting: 2 } }],
  });
  const last = vote(story, [2, 'yes'], [3, 'yes']).when(actor(1), castVote, yes);
  expect(last.decision).toMatchObject({ notices: [] });
});

test('a body that votes is bound by its vote: the chair can only put the item off', () => {
  const story = vote(put(council(), 1, 2, 3), [2, 'no'], [3, 'no']);
  decide(story, 1, 'passed', '必须通过').refused('meeting.vote-binds');
  decide(story, 1, 'deferred').refused('meeting.reason');
  decide(story, 2, 'deferred', '再议').refused('meeting.presides');
  const deferred = story.does(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '再议' }]);
  const { decision } = deferred.when(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  expect(decision).toMatchObject({
    facts: [
      { fact: { data: { outcome: 'deferred', words: '缓议' } } },
      { fact: { type: 'StageClosed' } },
      {},
    ],
  });
});

test('put off when the quorum has gone, an item is declared with the sum as it was', () => {
  const story = [2, 3, 4, 5].reduce(
    (so, n) => so.does(actor(n), signOut, [MEETING, {}]),
    opened(council({ quorum: { base: 'all', num: 1, den: 2, inclusive: false } }), 1, 2, 3, 4, 5),
  );
  const deferred = story.does(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '到会不足' }]);
  const { decision } = deferred.when(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  const sum = {
    decides: 'vote',
    quorum: 'all > 1/2',
    quorate: false,
    rule: 'all > 1/2',
    all: 6,
    present: 1,
    need: 4,
    got: 1,
    zh: '全体6，实到1>3 ✗；主持人决定：缓议',
    en: 'all 6, present 1>3 ✗; the chair decides: deferred',
  };
  expect('facts' in decision && decision.facts[0]?.fact.data).toEqual({
    outcome: 'deferred',
    words: '缓议',
    sum,
    text: refOf(SCHEME),
    minutes: null,
    conditions: [],
  });
});

test('an item may be put off before the vote, never passed there', () => {
  const story = opened(council({ ballot: 'secret' }), 1, 2, 3);
  decide(story, 1, 'passed').refused('meeting.put');
  expect(decide(story, 1, 'deferred', '材料不全').types()).toEqual(['meeting ItemDecided']);
  decide(put(council({ ballot: 'secret' }), 1, 2, 3), 1, 'deferred', '再议').refused('meeting.vote-binds');
});

const CHAIRED = { title: '院长办公会', decides: 'chair' };

test('where the chief decides, following the majority takes no reason, departing from it does', () => {
  const story = vote(put(council(CHAIRED), 1, 2, 3, 4), [2, 'yes'], [3, 'yes'], [4, 'no']);
  decide(story, 1, 'not-passed').refused('meeting.reason');
  decide(story, 1, 'deferred').refused('meeting.reason');
  decide(story, 1, 'passed').then([
    {
      stream: `meeting/${MEETING}`,
      type: 'ItemDecided',
      data: { outcome: 'passed', majority: 'passed', departs: false, conditions: [], notices: [] },
    },
  ]);
  expect(decide(story, 1, 'not-passed', '条件不成熟').decision).toMatchObject({
    facts: [
      {
        fact: { data: { outcome: 'not-passed', majority: 'passed', departs: true } },
        sealed: [{ subject: person(1), plain: { reason: '条件不成熟' } }],
      },
    ],
  });
});

test('an even house binds nobody', () => {
  const story = vote(put(council(CHAIRED), 1, 2, 3), [2, 'yes'], [3, 'no']);
  expect(decide(story, 1, 'passed').decision).toMatchObject({
    facts: [{ fact: { data: { majority: null, departs: false } } }],
  });
});

test('the chief decides before all have spoken: a mark; a deputy presides in the chief’s absence', () => {
  const early = decide(vote(put(council(CHAIRED), 1, 2, 3), [2, 'yes']), 1, 'passed');
  expect(early.decision).toMatchObject({ notices: [{ rule: 'meeting.chair-last', facts: { waiting: 1 } }] });
  const deputy = vote(put(council(CHAIRED), 2, 3, 4), [3, 'yes']);
  expect(decide(deputy, 2, 'passed').types()).toEqual(['meeting ItemDecided']);
  decide(deputy, 1, 'passed').refused('meeting.presides');
});

test.each([{}, { ballot: 'hand' }])('a chief whom nobody has spoken to gives a reason (%o)', (ballot) => {
  const story = put(council({ ...CHAIRED, ...ballot }), 1, 2, 3);
  const silent = decide(story, 1, 'passed');
  silent.refused('meeting.heard');
  expect(silent.decision).toMatchObject({
    refusal: { basis: '《重大行政决策程序暂行条例》第三十条' },
  });
  const mark = expect.objectContaining({ rule: 'meeting.heard' });
  expect(decide(story, 1, 'passed', '情况紧急').decision).toMatchObject({
    notices: expect.arrayContaining([mark]),
    facts: [{ fact: { data: { notices: expect.arrayContaining([mark]) } } }],
  });
});

test('the chief’s own voice is no counsel', () => {
  decide(vote(put(council(CHAIRED), 1, 2, 3), [1, 'yes']), 1, 'passed').refused('meeting.heard');
});

test('what the chief decided is declared with the stances; nothing is declared before', () => {
  const story = vote(put(council(CHAIRED), 1, 2, 3, 4), [2, 'yes'], [3, 'yes'], [4, 'no']);
  story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).refused('meeting.decided');
  const decided = story.does(actor(1), decideItem, [MEETING, { outcome: 'passed' }]);
  expect(decided.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).decision).toMatchObject({
    facts: [
      {
        fact: {
          data: {
            words: '研究同意',
            sum: {
              decides: 'chair',
              yes: 2,
              no: 1,
              zh: '全体6，实到4≥3 ✓；赞成2，反对1，弃权0；主持人决定：研究同意',
            },
          },
        },
      },
      {},
      {},
      {},
    ],
  });
  decide(decided, 1, 'passed').refused('meeting.put');
});

const owed = ({ history }: Story) => {
  const kind = streamKind('meeting');
  const facts = history[`meeting/${MEETING}`] ?? [];
  const state = facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
  return meetingRows(MEETING, state as MeetingState).obligations.map(
    ({ verb, holder }) => `${verb} ${holder}`,
  );
};

test('who owes what, from the item to the resolution', () => {
  const named = vote(put(council(), 1, 2, 3), [2, 'yes']);
  expect(owed(named)).toEqual([`meeting.vote post:${post(1)}`, `meeting.vote post:${post(3)}`]);
  expect(owed(vote(named, [3, 'yes'], [1, 'yes']))).toEqual(['meeting.declare secretary@council']);
  expect(owed(put(council({ ballot: 'hand' }), 1, 2, 3))).toEqual(['meeting.count secretary@council']);
  const chaired = vote(put(council(CHAIRED), 1, 2, 3), [2, 'yes'], [3, 'no']);
  expect(owed(chaired)).toEqual([`meeting.decide post:${post(1)}`]);
  const decided = chaired.does(actor(1), decideItem, [MEETING, { outcome: 'passed' }]);
  expect(owed(decided)).toEqual(['meeting.declare secretary@council']);
  expect(owed(decided.does(SECRETARY, declareItem, [MEETING, { minutes: null }]))).toEqual([]);
});

test('the machine itself takes no second vote and none of an absent member', () => {
  const cast = (n: number) => ({ type: 'VoteCast', data: { post: post(n), vote: 'yes', notices: [] } });
  const story = vote(put(council(), 1, 2, 3), [3, 'no']);
  expect(() => owed(story.but(`meeting/${MEETING}`, cast(3)))).toThrow(IllFittingFact);
  expect(() => owed(story.but(`meeting/${MEETING}`, cast(4)))).toThrow(IllFittingFact);
});
