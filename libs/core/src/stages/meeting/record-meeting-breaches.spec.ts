import { CASE, council, department, MEETING, OFFICE, person, post } from '../../testing/council.ts';
import { INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import {
  broken,
  counted,
  ELSEWHERE,
  held,
  HELD,
  ROUTED,
  SECRETARY,
  TODAY,
  voted,
  VOTES,
} from '../../testing/held-meeting.ts';
import { withdrawItem } from './agenda.ts';
import { callMeeting } from './call.ts';
import type { RecordMeeting } from './held.ts';
import { recordMeeting } from './record-meeting.ts';

const NOTICE = { notice: { n: 2, unit: 'natural' } };

test.each<[string, Partial<RecordMeeting>, object?]>([
  ['meeting.notice', { called: undefined }],
  ['meeting.notice', { called: '2025-11-18' }, NOTICE],
  ['meeting.presides', { chair: null }],
  [
    'meeting.presides',
    { chair: post(3), votes: [...VOTES.slice(0, 1), ...VOTES.slice(2), ...VOTES.slice(1, 2)] },
  ],
  [
    'meeting.presides',
    { chair: post(1), present: [2, 3, 4, 5].map(post), votes: VOTES.slice(0, 4), outcome: 'not-passed' },
  ],
  ['meeting.chair-last', { votes: voted([1, 'yes'], [2, 'yes'], [3, 'yes'], [4, 'no'], [5, 'yes']) }],
  ['meeting.ballot', counted({ presentCount: 5, tally: { yes: 4, no: 1, abstain: 0, invalid: 0 } })],
  [
    'meeting.ballot',
    counted({ presentCount: 5, tally: { yes: 4, no: 1, abstain: 0, invalid: 0 } }),
    { ballot: 'secret' },
  ],
  ['meeting.present', { votes: [...voted([6, 'yes']), ...VOTES] }],
  ['meeting.reason', { outcome: 'deferred' }],
  ['meeting.reason', { outcome: 'not-passed' }, { decides: 'chair' }],
  ['meeting.text-shown', { text: undefined, outcome: 'deferred', reason: '再议' }],
  ['meeting.condition-given', { outcome: 'in-principle' }],
  ['meeting.minutes', { minutes: null }],
  ['record.evidence', { elsewhere: { ...ELSEWHERE, book: null } }],
])('%s only shows (%o)', (rule, more, bodyRule = {}) => {
  expect(broken(more, council(bodyRule, ROUTED))).toEqual([rule]);
});

test('a body may weigh a broken rule in its own way', () => {
  const own = council({ recorded: { quorum: 'warn', notice: 'block' } }, ROUTED);
  const two = { present: [1, 2].map(post), votes: voted([2, 'yes'], [1, 'yes']), called: undefined };
  expect(broken(two, own)).toEqual(['meeting.quorum', 'meeting.majority!', 'meeting.notice!']);
});

test('called in time is not late, and a body whose notice nobody looks at owes none', () => {
  expect(broken({}, council(NOTICE, ROUTED))).toEqual([]);
  expect(
    broken({ called: undefined }, council({ notice: { ...NOTICE.notice, effect: 'off' } }, ROUTED)),
  ).toEqual([]);
});

test('another text than the current one, and more ballots back than out, hold the next step', () => {
  expect(broken({ text: refOf('附件') })).toEqual(['meeting.current-text!']);
  const tally = { yes: 5, no: 1, abstain: 0, invalid: 0, issued: 5, returned: 6 };
  expect(broken(counted({ presentCount: 5, tally }), council({ ballot: 'secret' }, ROUTED))).toEqual([
    'meeting.void!',
  ]);
});

test('a congress by show of hands, and another meeting that is still called, show', () => {
  const congress = council({ ballot: 'hand' }, { ...ROUTED, kind: 'congress@1' });
  expect(
    broken(counted({ presentCount: 5, tally: { yes: 4, no: 1, abstain: 0, invalid: 0 } }), congress),
  ).toEqual(['congress.secret-ballot']);
  const call = { case: CASE, stage: 'adopt', at: HELD.at, place: '会议室' };
  const called = council({}, ROUTED).does(SECRETARY, callMeeting, [uuid(77), call]);
  expect(broken({}, called)).toEqual(['meeting.called-already']);
});

const CONDITIONS = [{ wording: '补充测算', owner: { department: department(1) }, due: '2025-11-18' }];

test('原则通过 sets its conditions, whose day may have passed; open ones hold a binding yes, not a no', () => {
  const agreed = held({ outcome: 'in-principle', conditions: CONDITIONS });
  expect(agreed.types()).toEqual([
    'meeting MeetingRecorded',
    'condition ConditionDrafted',
    'case ItemScheduled',
    'condition ConditionSet',
    'case ConditionsImposed',
    'case StageClosed',
    'case StageEntered',
    'record RecordEntered',
  ]);
  const story = council({}, ROUTED).does(SECRETARY, recordMeeting, [
    MEETING,
    { ...HELD, outcome: 'in-principle', conditions: CONDITIONS },
  ]);
  const again = (outcome: 'passed' | 'deferred') =>
    story.when(SECRETARY, recordMeeting, [uuid(77), { ...HELD, ...TODAY, outcome, reason: '再议' }]).decision;
  expect(again('passed')).toMatchObject({ notices: [{ rule: 'meeting.conditions' }] });
  expect(JSON.stringify(again('passed'))).toContain('StepHeld');
  expect(again('deferred')).toMatchObject({ notices: [] });
});

test('a withdrawn item is recorded as such', () => {
  expect(broken({ outcome: 'withdrawn' })).toEqual([]);
});

test.each<[string, Partial<RecordMeeting>]>([
  ['record.happened', { at: '2025-11-21T02:00:00.000Z' }],
  ['record.happened', { elsewhere: { ...ELSEWHERE, happened: '2025-11-21' } }],
  ['case.stage-open', { stage: 'publish' }],
  ['text.known', { minutes: refOf('没有') }],
  ['meeting.condition-given', { conditions: CONDITIONS }],
  ['text.known', { text: refOf('没有') }],
  [
    'meeting.condition-owner',
    {
      outcome: 'in-principle',
      conditions: [{ wording: '补充', owner: { post: uuid(9) }, due: '2025-11-30' }],
    },
  ],
  ['meeting.twice', { present: [1, 1].map(post) }],
  ['meeting.twice', { votes: [...VOTES, ...VOTES] }],
  ['meeting.attendance', counted({})],
  ['meeting.attendance', { presentCount: 4 }],
  ['meeting.votes-sum', { tally: { yes: 5, no: 0, abstain: 0, invalid: 0 } }],
  ['vote.votes', counted({ presentCount: 3, tally: { yes: 4, no: 1, abstain: 0, invalid: 0 } })],
  ['vote.present', { all: 4 }],
])('%s: what cannot be is refused (%o)', (rule, more) => {
  held(more).refused(rule);
});

test('an outcome without a way on, a body that nobody formed, and names in a secret ballot are refused', () => {
  held({ outcome: 'withdrawn' }, council()).refused('meeting.outcome');
  held({}, council({ ballot: 'secret' }, ROUTED)).refused('meeting.ballot');
  const bare = council({}, ROUTED);
  const org = (bare.history[`org/${INSTITUTION}`] ?? []).filter(({ type }) => type !== 'BodyFormed');
  held({}, bare.with(`org/${INSTITUTION}`, ...org)).refused('meeting.roll');
});

test('a vacated roll does not stop a record: it shows', () => {
  const vacated = [1, 2, 3, 4, 5, 6].map((n) => ({
    type: 'PostVacated',
    data: { post: post(n), person: person(n), until: '2025-11-19T10:00:00.000Z' },
  }));
  const story = council({}, ROUTED).but(`org/${INSTITUTION}`, ...vacated);
  expect(broken({ all: 6 }, story)).toEqual([
    'meeting.quorum!',
    'meeting.majority!',
    'meeting.roll!',
    'meeting.presides',
  ]);
});

test('a record that comes while an earlier one holds the case is entered, and holds it in its turn', () => {
  const story = council({}, ROUTED).but(`case/${CASE}`, {
    type: 'StepHeld',
    data: { by: 'record/r1', stage: 'adopt', rules: ['meeting.quorum'] },
  });
  expect(broken({}, story)).toEqual(['case.held!']);
  expect(held({}, story).types()).toEqual([
    'meeting MeetingRecorded',
    'case ItemScheduled',
    'case StageClosed',
    'case StageEntered',
    'issue IssueDrafted',
    'record RecordEntered',
    'case StepHeld',
  ]);
  const live = story.does(SECRETARY, callMeeting, [
    MEETING,
    { case: CASE, stage: 'adopt', at: HELD.at, place: '会议室' },
  ]);
  live.when(OFFICE, withdrawItem, [MEETING, { reason: '另行研究' }]).refused('case.held');
});
