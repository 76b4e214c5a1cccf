import {
  actor,
  council,
  department,
  head,
  MEETING,
  person,
  post,
  type Story,
} from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { CALL, ELSEWHERE, SECRETARY } from '../../testing/noted-council.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { meetCondition } from '../condition/meet.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { correctDecision, CorrectDecision } from './correct-decision.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import { fileMinutes } from './file-minutes.ts';
import { putItem } from './put.ts';
import { recordDecision } from './record-decision.ts';
import { recordVote } from './record-vote.ts';

const CHAIRED = { title: '院长办公会', decides: 'chair' };
const ROUTED = {
  then: { passed: 'publish', 'not-passed': 'again', deferred: 'again', 'in-principle': 'again' },
};
const FIRST = 'new-condition-1';
const CONDITIONS = [
  { wording: '补充资金测祘', owner: { department: department(1) }, due: '2025-11-30' },
  { wording: '核对指标口径', owner: { post: post(3) }, due: '2025-12-05' },
];
const AGREED = { outcome: 'in-principle', conditions: CONDITIONS, elsewhere: ELSEWHERE } as const;
const RIGHT = { no: 1, wording: '补充资金测算', owner: { department: department(2) }, due: '2025-12-01' };
const correct = (more: object = {}) =>
  [
    MEETING,
    CorrectDecision.parse({ conditions: [RIGHT], reason: '听错', elsewhere: ELSEWHERE, ...more }),
  ] as const;

const heard = (): Story =>
  [2, 3, 4].reduce(
    (so, n) =>
      so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
    [1, 2, 3, 4]
      .reduce(
        (so, n) => so.does(actor(n), signIn, [MEETING, {}]),
        council(CHAIRED, ROUTED).does(SECRETARY, callMeeting, [MEETING, CALL]),
      )
      .does(SECRETARY, openMeeting, [MEETING, {}])
      .does(SECRETARY, putItem, [MEETING, {}]),
  );
const declared = (story: Story): Story =>
  story.does(SECRETARY, declareItem, [MEETING, { minutes: refOf('纪要') }]);
const agreed = (): Story => declared(heard().does(SECRETARY, recordDecision, [MEETING, AGREED]));

test('before it is declared, a decision with conditions is entered anew with all that it asks for', () => {
  const [first] = CONDITIONS;
  const anew = heard()
    .does(SECRETARY, recordDecision, [MEETING, AGREED])
    .when(SECRETARY, recordDecision, [MEETING, { ...AGREED, conditions: first ? [first] : [] }]);
  expect(anew.types()).toEqual(['meeting ItemDecided', 'record RecordEntered', 'condition ConditionDrafted']);
  const passed = heard()
    .does(SECRETARY, recordDecision, [MEETING, AGREED])
    .does(SECRETARY, recordDecision, [MEETING, { outcome: 'passed', elsewhere: ELSEWHERE }]);
  expect(passed.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).types()).not.toContain(
    'condition ConditionSet',
  );
});

test('after the resolution a condition is put right: what it says, who has to meet it, by when', () => {
  const when = agreed().when(SECRETARY, correctDecision, correct());
  expect(when.decision).toMatchObject({
    facts: [
      {
        fact: {
          type: 'DecisionCorrected',
          data: { corrected: [1], conditions: [{ no: 1, owner: RIGHT.owner, due: RIGHT.due }, { no: 2 }] },
        },
        of: { person: person(1), post: post(1) },
        sealed: [{ subject: person(1), plain: { reason: '听错' } }],
      },
      { fact: { type: 'RecordEntered', data: { verb: 'meeting.correct-decision' } } },
      {
        stream: `condition/${FIRST}`,
        fact: { type: 'ConditionCorrected', data: { owner: RIGHT.owner, due: RIGHT.due } },
        sealed: [{ plain: { wording: RIGHT.wording, reason: '听错' } }],
      },
    ],
  });
});

test('the condition is then owed by whoever it was given to, by the day that was meant; what was entered stays beside it', () => {
  const story = agreed().does(SECRETARY, correctDecision, correct());
  const stateOf = (kind: 'condition' | 'meeting', id: string) =>
    (story.history[`${kind}/${id}`] ?? []).reduce(
      (so, fact) => nextState(streamKind(kind), so, fact).state,
      emptyState(streamKind(kind)),
    );
  const { rows } = streamKind('condition');
  expect(rows(FIRST, stateOf('condition', FIRST)).obligations).toMatchObject([
    { holder: `department-head@${department(2)}`, due: '2025-12-01T16:00:00.000Z' },
  ]);
  expect(stateOf('meeting', MEETING).context).toMatchObject({
    corrections: [
      { of: 'condition', no: 1, was: { owner: { department: department(1) }, due: '2025-11-30' } },
    ],
  });
});

test('the reason of the decision alone is put right, sealed as the chair’s', () => {
  const body = correct({ conditions: undefined, stated: '资金须先落实' });
  const when = agreed().when(SECRETARY, correctDecision, body);
  expect(when.types()).toEqual(['meeting DecisionCorrected', 'record RecordEntered']);
  expect(when.decision).toMatchObject({
    facts: [{ sealed: [{ subject: person(1), plain: { reason: '听错', stated: '资金须先落实' } }] }, {}],
  });
  agreed()
    .when(SECRETARY, correctDecision, correct({ conditions: [] }))
    .refused('meeting.same-decision');
});

test('another outcome, or another number of conditions, is the body’s to decide again', () => {
  const other = agreed().when(SECRETARY, correctDecision, correct({ outcome: 'passed' }));
  other.refused('meeting.resolution-stands');
  expect(other.decision).toMatchObject({ refusal: { needs: { zh: expect.stringContaining('复议') } } });
  const numbered = (...numbers: readonly number[]) =>
    correct({ conditions: numbers.map((no) => ({ ...RIGHT, no })) });
  agreed().when(SECRETARY, correctDecision, numbered(3)).refused('meeting.condition-no');
  agreed().when(SECRETARY, correctDecision, numbered(1, 1)).refused('meeting.condition-no');
});

test('nobody else corrects it, and not what the chair decided in person', () => {
  agreed().when(actor(3), correctDecision, correct()).refused('meeting.records');
  declared(heard().does(actor(1), decideItem, [MEETING, { outcome: 'in-principle', conditions: CONDITIONS }]))
    .when(SECRETARY, correctDecision, correct())
    .refused('meeting.own-decision');
  heard()
    .does(SECRETARY, recordDecision, [MEETING, AGREED])
    .when(SECRETARY, correctDecision, correct())
    .refused('meeting.declared');
});

test('an owner who is not here, a condition that was met, minutes that were issued', () => {
  const nobody = { ...RIGHT, no: 2, owner: { department: uuid(9) } };
  const strange = agreed().when(SECRETARY, correctDecision, correct({ conditions: [nobody] }));
  strange.refused('meeting.condition-owner');
  expect(strange.decision).toMatchObject({ refusal: { facts: { conditions: [2] } } });
  agreed()
    .does(head(1), meetCondition, [FIRST, { report: '已补充' }])
    .when(SECRETARY, correctDecision, correct())
    .refused('meeting.condition-met');
  agreed()
    .does(SECRETARY, fileMinutes, [
      MEETING,
      { kind: 'minutes', text: refOf('纪要'), book: null, keeper: post(7), signer: post(1) },
    ])
    .when(SECRETARY, correctDecision, correct())
    .refused('meeting.minutes-issued');
});
