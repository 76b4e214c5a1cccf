import type { Capacity } from '../../capacity.ts';
import type { Fact } from '../../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, caseIn, house, LEAD, procedure } from '../../testing/plan-case.ts';
import { recordReviewOpinion } from './opinion.ts';

const ID = uuid(0x81);
const OTHER = uuid(0xa2);
const leader: Capacity = { as: 'leader', person: uuid(0x71), post: LEAD, department: null };
const secretary: Capacity = { as: 'secretary', person: uuid(0x72), post: uuid(0xa3), department: null };
const office: Capacity = { as: 'office', person: uuid(0x73), post: uuid(0xa4), department: null };

const held = (post: string | null, person: string | null, as: string): readonly Fact[] => [
  { type: 'PostCreated', data: { post, title: as, as, department: null } },
  { type: 'PostFilled', data: { post, person, from: '2025-01-01T00:00:00.000Z' } },
];
const org: readonly Fact[] = [
  ...house,
  { type: 'PostFilled', data: { post: LEAD, person: leader.person, from: '2025-01-01T00:00:00.000Z' } },
  ...held(OTHER, uuid(0x74), 'leader'),
  ...held(secretary.post, secretary.person, 'secretary'),
  { type: 'AideNamed', data: { aide: uuid(1), leader: LEAD, post: secretary.post, by: null } },
  { type: 'AideConfirmed', data: { aide: uuid(1), by: leader.person, post: LEAD } },
];
const requested: Fact = {
  type: 'ReviewRequested',
  data: {
    case: CASE,
    stage: 'consult',
    round: 1,
    method: 'group',
    subject: 'manuscript',
    text: refOf('初稿'),
    opened: '2026-03-02T02:00:00.000Z',
    due: null,
    atLeast: 1,
    effect: 'warn',
  },
};

const recorded = (actor: Capacity, reviewer: { post: string } | { name: string }) =>
  given(
    {
      [`org/${INSTITUTION}`]: org,
      [`case/${CASE}`]: caseIn('consult'),
      [`review/${ID}`]: [requested],
    },
    { definitions: { plan: procedure() }, files: ['送签单'], actor, now: '2026-03-06T02:00:00.000Z' },
  ).when(recordReviewOpinion, ID, {
    reviewer,
    verdict: 'agree-with-changes',
    words: '床位数再核',
    interest: false,
    elsewhere: {
      happened: '2026-03-05',
      medium: 'paper',
      scan: fileOf('送签单'),
      book: null,
      checker: null,
    },
  });

test('what the leader wrote is the leader’s, who is told; the secretary entered it', () => {
  expect(recorded(secretary, { post: LEAD }).decision).toMatchObject({
    notices: [],
    facts: [
      {
        fact: { type: 'ReviewOpinionGiven', data: { post: LEAD, verdict: 'agree-with-changes' } },
        of: leader,
        sealed: [{ subject: leader.person, plain: { words: '床位数再核' } }],
      },
      {
        fact: {
          type: 'RecordEntered',
          data: {
            recorder: secretary.post,
            recordedBy: secretary.person,
            people: [{ post: LEAD, person: leader.person }],
            scan: fileOf('送签单'),
          },
        },
      },
    ],
  });
});

test('nothing of another leader’s, nor an expert’s, which the office enters', () => {
  recorded(secretary, { post: OTHER }).refused('aide.own-leader');
  recorded(secretary, { name: '某大学教授' }).refused('aide.own-leader');
  expect(recorded(office, { post: OTHER }).types()).toEqual([
    'review ReviewOpinionGiven',
    'record RecordEntered',
  ]);
});
