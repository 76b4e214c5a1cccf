import { actor, CASE, council, head, MEETING, OFFICE, SCHEME, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import { ELSEWHERE } from '../../testing/held-meeting.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { declareItem } from './declare.ts';
import type { MeetingState } from './meeting.ts';
import { putItem } from './put.ts';
import { recuse } from './recuse.ts';
import { referItem } from './refer.ts';
import { meetingRows } from './rows.ts';
import { recordUpper } from './upper.ts';
import { castVote } from './vote.ts';

const SECRETARY = actor(7);
const CHAIR = actor(1);
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const REASON = { reason: '回避后人数不足' };
const FLOOR = { recusalFloor: { num: 2, den: 3 } };
const UPWARD = {
  then: { passed: 'publish', 'not-passed': 'again', deferred: 'again', referred: 'publish' },
};
const called = (rule: object = {}, stage: object = {}): Story =>
  council(rule, stage).does(SECRETARY, callMeeting, [MEETING, CALL]);
const recused = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), recuse, [MEETING, { reason: '有利害关系' }]), story);
const present = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' }]), story);
const opened = (story: Story, ...members: readonly number[]): Story =>
  present(story, ...members).does(SECRETARY, openMeeting, [MEETING, {}]);
const stateOf = (story: Story): MeetingState => {
  const kind = streamKind('meeting');
  return (story.history[`meeting/${MEETING}`] ?? []).reduce(
    (so, fact) => nextState(kind, so, fact).state,
    emptyState(kind),
  ) as MeetingState;
};
const voted = (story: Story, votes: readonly (readonly [number, 'yes' | 'no' | 'abstain'])[]): Story =>
  votes.reduce(
    (so, [n, vote]) => so.does(actor(n), castVote, [MEETING, { vote }]),
    story.does(CHAIR, putItem, [MEETING, {}]),
  );

test('too few are left after recusal: the put says so and names the way, and the item is referred', () => {
  const left = recused(called(FLOOR), 2, 3, 4);
  const { decision } = present(left, 1, 5, 6).when(SECRETARY, openMeeting, [MEETING, {}]);
  expect(decision).toMatchObject({
    refusal: {
      rule: 'meeting.recusal-floor',
      said: { zh: '全体6，回避3，余3人，本机构不能就该议题作出决定' },
      facts: { all: 6, recused: 3, left: 3 },
      needs: { zh: '请提请上级决定' },
    },
  });
  const when = left.when(SECRETARY, referItem, [MEETING, REASON]);
  expect(when.types()).toEqual(['meeting ItemReferred']);
  expect(when.decision).toMatchObject({
    notices: [{ rule: 'meeting.refers' }],
    facts: [
      {
        fact: {
          data: {
            outcome: 'referred',
            because: 'recusal',
            words: '提请上级决定',
            routed: false,
            sum: { all: 6, recused: 3, zh: expect.stringContaining('回避后人数不足：提请上级决定') },
          },
        },
      },
    ],
  });
});

test('the office owes the answer of the organ above, and the stage ends as it decided', () => {
  const referred = recused(called(FLOOR), 2, 3, 4).does(SECRETARY, referItem, [MEETING, REASON]);
  expect(stateOf(referred).value).toBe('referred');
  expect(meetingRows(MEETING, stateOf(referred)).obligations).toMatchObject([
    { holder: 'office', verb: 'meeting.record-answer' },
  ]);
  const answer = {
    outcome: 'passed',
    organ: '上级党委',
    number: '〔2025〕3号',
    elsewhere: ELSEWHERE,
  } as const;
  const when = referred.when(OFFICE, recordUpper, [MEETING, answer]);
  expect(when.types()).toEqual(
    [
      'meeting UpperAnswered',
      'case StageClosed',
      'case StageEntered',
      'issue IssueDrafted',
      'record RecordEntered',
    ].filter((type) => when.types().includes(type)),
  );
  expect(when.decision).toMatchObject({
    facts: expect.arrayContaining([
      expect.objectContaining({
        fact: {
          type: 'StageClosed',
          data: expect.objectContaining({
            outcome: 'passed',
            text: refOf(SCHEME),
            sum: expect.objectContaining({ zh: '提请上级决定；上级答复：研究同意' }),
          }),
        },
      }),
    ]),
  });
  const answered = referred.does(OFFICE, recordUpper, [MEETING, answer]);
  expect(stateOf(answered).context.outcome).toBe('passed');
  answered.when(OFFICE, recordUpper, [MEETING, answer]).refused('meeting.referred');
  expect(JSON.stringify(answered.history)).not.toContain('上级党委');
});

test('where the procedure says what follows, the stage ends with it at once', () => {
  const when = recused(called(FLOOR, UPWARD), 2, 3, 4).when(SECRETARY, referItem, [MEETING, REASON]);
  expect(when.types()).toContain('case StageClosed');
  expect(when.decision).toMatchObject({
    facts: expect.arrayContaining([
      expect.objectContaining({
        fact: { type: 'ItemReferred', data: expect.objectContaining({ routed: true, notices: [] }) },
      }),
    ]),
  });
});

test('another meeting may be called all the same, and ends the waiting', () => {
  const OTHER = '00000000-0000-4000-8000-0000000000aa';
  const again = recused(called(FLOOR), 2, 3, 4)
    .does(SECRETARY, referItem, [MEETING, REASON])
    .does(SECRETARY, callMeeting, [OTHER, CALL]);
  const held = [1, 2, 3, 4].reduce((so, n) => so.does(actor(n), signIn, [OTHER, { by: 'room' }]), again);
  expect(held.when(SECRETARY, openMeeting, [OTHER, {}]).types()).toEqual(['meeting MeetingOpened']);
});

test.each([
  [
    'even',
    [
      [2, 'yes'],
      [3, 'yes'],
      [4, 'no'],
      [1, 'no'],
    ],
  ],
  [
    'one apart',
    [
      [2, 'yes'],
      [3, 'yes'],
      [4, 'no'],
      [5, 'no'],
      [1, 'yes'],
    ],
  ],
] as const)('the two sides are %s: it may be referred once all have voted', (_, votes) => {
  const members = votes.map(([n]) => n).toSorted((a, b) => a - b);
  const all = voted(opened(called(), ...members), votes);
  expect(all.when(SECRETARY, referItem, [MEETING, REASON]).decision).toMatchObject({
    facts: [{ fact: { data: { because: 'even' } } }],
  });
  const early = voted(opened(called(), ...members), votes.slice(0, -1));
  early.when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
});

test('a tie is not passed, and the declaration says what may follow; where half is enough it passes', () => {
  const votes = [
    [2, 'yes'],
    [3, 'yes'],
    [4, 'no'],
    [1, 'no'],
  ] as const;
  const declared = (rule: object) =>
    voted(opened(called(rule), 1, 2, 3, 4), votes).when(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  const even = expect.objectContaining({ rule: 'meeting.even', facts: { yes: 2, no: 2 } });
  expect(declared({}).decision).toMatchObject({ notices: expect.arrayContaining([even]) });
  const half = { pass: { base: 'present', num: 1, den: 2, strict: false } };
  expect(declared(half).decision).toMatchObject({ notices: expect.not.arrayContaining([even]) });
});

test('a body that can decide decides', () => {
  called().when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
  recused(called(), 2).when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
  const clear = voted(opened(called(), 1, 2, 3, 4), [
    [2, 'yes'],
    [3, 'yes'],
    [4, 'yes'],
    [1, 'no'],
  ]);
  clear.when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
  const unanimous = voted(opened(called(), 1, 2, 3), [
    [2, 'yes'],
    [3, 'abstain'],
    [1, 'abstain'],
  ]);
  unanimous.when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
  council().when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
});

test('only whoever presides, or the secretary, and only on the current text', () => {
  const left = recused(called(FLOOR), 2, 3, 4);
  left.when(head(1), referItem, [MEETING, REASON]).refused('meeting.runs');
  left.when(actor(5), referItem, [MEETING, REASON]).refused('meeting.runs');
});

test('a body whose chief decides, with everybody who could preside recused, refers', () => {
  const chief = called({ decides: 'chair' });
  const { decision } = recused(chief, 1, 2).when(SECRETARY, referItem, [MEETING, REASON]);
  expect(decision).toMatchObject({ facts: [{ fact: { data: { because: 'recusal' } } }] });
  recused(chief, 1).when(SECRETARY, referItem, [MEETING, REASON]).refused('meeting.refers');
});
