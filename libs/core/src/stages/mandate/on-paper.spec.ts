import { Elsewhere } from '../../elsewhere.ts';
import type { Fact } from '../../stream.ts';
import { CASE, head, person, post } from '../../testing/council.ts';
import { fileOf, INSTITUTION, refOf } from '../../testing/given.ts';
import {
  agreed,
  APPROVER,
  approves,
  BEDS,
  draft,
  drafted,
  edit,
  FIRST,
  GIVEN,
  MANDATE,
} from '../../testing/mandated-case.ts';
import { held, plan, PLAN, SECRETARY } from '../../testing/plan-bodies.ts';
import { recordMeeting } from '../meeting/record-meeting.ts';
import { approveMandate } from './approve.ts';
import { draftMandate } from './draft.ts';
import { MandateBody } from './giving.ts';
import { RecordMandateApproval, recordMandateApproval } from './record-approval.ts';

test('approved after its day it shows, and stands', () => {
  const late = drafted(BEDS).at('2025-12-01T02:00:00.000Z');
  expect(late.when(APPROVER, approveMandate, approves(PLAN.replace('31', '36'))).decision).toMatchObject({
    facts: [
      { fact: { data: { late: true } } },
      {},
      { fact: { data: { notices: [{ rule: 'mandate.in-time' }] } } },
      {},
    ],
  });
});

const onPaper = (...edits: readonly ReturnType<typeof edit>[]) =>
  [
    MANDATE,
    RecordMandateApproval.parse({
      base: refOf(PLAN),
      label: '修改稿',
      edits,
      elsewhere: Elsewhere.parse({ happened: '2025-11-20', medium: 'paper', scan: fileOf('扫描件') }),
    }),
  ] as const;

test('a table that was signed on paper is recorded under its signer, who is told', () => {
  const recording = agreed().when(SECRETARY, recordMandateApproval, onPaper(BEDS));
  expect(recording.types()).toEqual([
    'mandate MandateDrafted',
    'mandate MandateApproved',
    'manuscript ManuscriptMandated',
    'case StageClosed',
    'case StageEntered',
    'record RecordEntered',
  ]);
  expect(recording.decision).toMatchObject({
    facts: [{}, { fact: { data: { post: post(3), by: person(3), outside: 0 } } }, {}, {}, {}, {}],
    notices: [],
  });
});

test('on paper, too, whoever drafted does not approve: it stands, and shows', () => {
  const second: readonly Fact[] = [
    { type: 'PostCreated', data: { post: post(50), title: '秘书科', as: 'office', department: null } },
    { type: 'PostFilled', data: { post: post(50), person: person(3), from: '2025-01-01T00:00:00.000Z' } },
  ];
  const mandate = MandateBody.parse({ ...GIVEN, drafter: { post: post(50) } });
  const story = held(plan().but(`org/${INSTITUTION}`, ...second), {
    meeting: FIRST,
    stage: 'first',
    mandate,
  });
  expect(story.when(SECRETARY, recordMandateApproval, onPaper(BEDS)).decision).toMatchObject({
    notices: [{ rule: 'mandate.second-person' }],
  });
});

test('whoever drafted an earlier table does not approve the one that took its place', () => {
  const text = PLAN.replace('31', '36');
  const story = drafted(BEDS).does({ ...head(1), person: person(60) }, draftMandate, draft(BEDS));
  story
    .when({ ...APPROVER, person: head(1).person }, approveMandate, approves(text))
    .refused('mandate.second-person');
  expect(story.when(APPROVER, approveMandate, approves(text)).types()).toHaveLength(4);
});

const RECORDED = {
  case: CASE,
  stage: 'first',
  at: '2025-11-20T01:00:00.000Z',
  place: '二楼会议室',
  called: '2025-11-18',
  chair: post(1),
  present: [post(1), post(2), post(3), post(4)],
  votes: [2, 3, 4, 1].map((n) => ({ post: post(n), vote: 'yes' as const })),
  outcome: 'in-principle' as const,
  text: refOf(PLAN),
  minutes: refOf('纪要'),
  elsewhere: Elsewhere.parse({ happened: '2025-11-20', medium: 'meeting', scan: fileOf('扫描件') }),
};

test('given at a meeting in a room and entered after its day, it is recorded, and overdue', () => {
  const mandate = { ...GIVEN, due: '2025-11-30' };
  const recording = plan()
    .at('2025-12-08T02:00:00.000Z')
    .when(SECRETARY, recordMeeting, [FIRST, { ...RECORDED, mandate }]);
  expect(recording.types()).toContain('mandate MandateGiven');
});

test('on paper a change outside is never refused: it holds the next step', () => {
  const recording = agreed().when(SECRETARY, recordMandateApproval, onPaper(edit('5个', '6个', 2)));
  expect(recording.types()).toContain('case StepHeld');
  expect(recording.decision).toMatchObject({ notices: [{ rule: 'mandate.scope' }] });
});
