import {
  actor,
  CASE,
  council,
  department,
  MEETING,
  OFFICE,
  post,
  SCHEME,
  type Story,
} from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { meetCondition, verifyCondition, waiveCondition } from '../condition/meet.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import type { Vote } from './meeting.ts';
import { putItem } from './put.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const CHAIRED = { title: '院长办公会', decides: 'chair' };
const [FIRST, SECOND] = ['new-condition-1', 'new-condition-2'];
const routed = (more: object = {}) => ({
  with: { body: 'council', subject: 'scheme', ...more },
  then: { passed: 'publish', 'not-passed': 'again', deferred: 'again', 'in-principle': 'again' },
});
const CONDITIONS = [
  { wording: '补充资金测算', owner: { department: department(1) }, due: '2025-11-30' },
  { wording: '核对指标口径', owner: { post: post(3) }, due: '2025-12-05' },
];
const IMPOSED = CONDITIONS.map(({ owner, due }, i) => ({
  condition: `condition/new-condition-${i + 1}`,
  no: i + 1,
  owner,
  due,
}));
const IN_PRINCIPLE = { outcome: 'in-principle', conditions: CONDITIONS } as const;

const opened = (story: Story, meeting = MEETING): Story =>
  [1, 2, 3, 4]
    .reduce(
      (so, n) => so.does(actor(n), signIn, [meeting, {}]),
      story.does(SECRETARY, callMeeting, [meeting, CALL]),
    )
    .does(SECRETARY, openMeeting, [meeting, {}]);
const vote = (story: Story, ...votes: readonly (readonly [number, Vote])[]): Story =>
  votes.reduce((so, [n, cast]) => so.does(actor(n), castVote, [MEETING, { vote: cast }]), story);
const chaired = () =>
  vote(
    opened(council(CHAIRED, routed())).does(SECRETARY, putItem, [MEETING, {}]),
    [2, 'yes'],
    [3, 'yes'],
    [4, 'no'],
  );
const declared = (story: Story): Story =>
  story.does(SECRETARY, declareItem, [MEETING, { minutes: refOf('纪要') }]);
const agreed = (): Story => declared(chaired().does(actor(1), decideItem, [MEETING, IN_PRINCIPLE]));

test('the chair agrees in principle: count, owners and days in the fact, the wording sealed, each in a stream of its own', () => {
  const decided = chaired().when(actor(1), decideItem, [MEETING, IN_PRINCIPLE]);
  expect(decided.decision).toMatchObject({
    facts: [
      {
        stream: `meeting/${MEETING}`,
        fact: {
          type: 'ItemDecided',
          data: { outcome: 'in-principle', majority: 'passed', departs: false, conditions: IMPOSED },
        },
      },
      {
        stream: `condition/${FIRST}`,
        fact: {
          type: 'ConditionDrafted',
          data: { no: 1, presider: post(1), owner: { department: department(1) } },
        },
        sealed: [{ plain: { wording: '补充资金测算' } }],
      },
      { stream: `condition/${SECOND}`, sealed: [{ plain: { wording: '核对指标口径' } }] },
    ],
  });
});

test('declared, it approves nothing, sets its conditions and goes where the procedure says', () => {
  const story = chaired().does(actor(1), decideItem, [MEETING, IN_PRINCIPLE]);
  const declaring = story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  expect(declaring.types()).toEqual([
    'meeting ItemDeclared',
    'condition ConditionSet',
    'condition ConditionSet',
    'case ConditionsImposed',
    'case StageClosed',
    'case StageEntered',
  ]);
  expect(declaring.decision).toMatchObject({
    facts: [
      {
        fact: {
          data: { outcome: 'in-principle', words: '原则同意', conditions: IMPOSED, sum: { conditions: 2 } },
        },
      },
      {},
      {},
      {},
      { fact: { data: { outcome: 'in-principle', text: refOf(SCHEME), sum: { conditions: 2 } } } },
      { fact: { data: { stage: 'adopt', round: 2 } } },
    ],
  });
});

test('conditions and 原则通过 come together, with owners who exist and days to come', () => {
  const decide = (body: object) =>
    chaired().when(actor(1), decideItem, [MEETING, { outcome: 'in-principle', ...body }]);
  const [one] = CONDITIONS;
  if (!one) throw new Error('there are conditions');
  decide({}).refused('meeting.condition-given');
  decide({ outcome: 'passed', conditions: CONDITIONS }).refused('meeting.condition-given');
  decide({ conditions: [{ ...one, owner: { department: uuid(9) } }] }).refused('meeting.condition-owner');
  decide({ conditions: [one, { ...one, owner: { post: uuid(9) } }] }).refused('meeting.condition-owner');
  decide({ conditions: [{ ...one, due: '2025-11-19' }] }).refused('meeting.condition-due');
  expect(decide({ conditions: [{ ...one, due: '2025-11-20' }] }).types()).toHaveLength(2);
  const against = vote(
    opened(council(CHAIRED, routed())).does(SECRETARY, putItem, [MEETING, {}]),
    [2, 'no'],
    [3, 'no'],
    [4, 'no'],
  );
  against.when(actor(1), decideItem, [MEETING, IN_PRINCIPLE]).refused('meeting.reason');
});

test('a procedure that does not say what follows 原则通过 cannot end so', () => {
  const story = opened(council(CHAIRED)).does(SECRETARY, putItem, [MEETING, {}]);
  vote(story, [2, 'yes']).when(actor(1), decideItem, [MEETING, IN_PRINCIPLE]).refused('meeting.outcome');
  opened(council())
    .when(SECRETARY, putItem, [MEETING, { conditions: CONDITIONS }])
    .refused('meeting.outcome');
});

const VOTES: readonly (readonly [number, Vote])[] = [
  [2, 'yes'],
  [3, 'yes'],
  [4, 'yes'],
  [1, 'yes'],
];

test('where a vote decides, 原则同意 is put with its conditions, and the vote passes it or not', () => {
  const put = opened(council({}, routed())).does(SECRETARY, putItem, [MEETING, { conditions: CONDITIONS }]);
  const facts = (story: Story) => {
    const { decision } = story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]);
    return 'facts' in decision ? decision.facts[0]?.fact.data : decision;
  };
  expect(facts(vote(put, ...VOTES))).toMatchObject({ outcome: 'in-principle', conditions: IMPOSED });
  const lost = VOTES.map(([n]) => [n, 'no'] as const);
  expect(facts(vote(put, ...lost))).toMatchObject({ outcome: 'not-passed', conditions: [] });
  put
    .when(actor(1), decideItem, [MEETING, { ...IN_PRINCIPLE, reason: '同意' }])
    .refused('meeting.vote-binds');
  opened(council(CHAIRED, routed()))
    .when(SECRETARY, putItem, [MEETING, { conditions: CONDITIONS }])
    .refused('meeting.chair-conditions');
});

const secondReading = (story: Story) => opened(story, uuid(77)).when(SECRETARY, putItem, [uuid(77), {}]);
const meet = (story: Story, condition: string): Story =>
  story.does(OFFICE, meetCondition, [condition, { report: '已补充' }]);

test('a gate that binds stays shut until every condition is verified or waived', () => {
  const story = agreed();
  secondReading(story).refused('meeting.conditions');
  expect(secondReading(story).decision).toMatchObject({ refusal: { facts: { open: 2 } } });
  const one = meet(story, FIRST);
  expect(secondReading(one).decision).toMatchObject({ refusal: { facts: { open: 2 } } });
  const verified = one.does(SECRETARY, verifyCondition, [FIRST, { agree: true }]);
  expect(secondReading(verified).decision).toMatchObject({ refusal: { facts: { open: 1 } } });
  const waived = verified.does(actor(1), waiveCondition, [SECOND, { reason: '已无必要', paper: null }]);
  expect(secondReading(waived).types()).toEqual(['meeting ItemPut']);
});

test.each([{ conditions: 'warn' }, { binds: false }, { effect: 'advisory' }])(
  'with %o conditions that are open only show',
  (more) => {
    const story = declared(
      vote(opened(council(CHAIRED, routed(more))).does(SECRETARY, putItem, [MEETING, {}]), [2, 'yes']).does(
        actor(1),
        decideItem,
        [MEETING, IN_PRINCIPLE],
      ),
    );
    expect(secondReading(story).decision).toMatchObject({
      notices: [{ rule: 'meeting.conditions', facts: { open: 2 } }],
    });
  },
);

test('conditions on another text do not shut the gate', () => {
  const drafted = agreed().history[`condition/${FIRST}`] ?? [];
  const others = drafted.map(({ type, data }) => ({ type, data: { ...data, subject: 'manuscript' } }));
  const story = agreed()
    .with(`condition/${FIRST}`, ...others)
    .with(`condition/${SECOND}`, ...others);
  expect(secondReading(story).types()).toEqual(['meeting ItemPut']);
});
