import { actor, CASE, council, MEETING, OFFICE, person, post, SCHEME } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import {
  broken,
  counted,
  held,
  HELD,
  ROUTED,
  SECRETARY,
  TODAY,
  voted,
  VOTES,
} from '../../testing/held-meeting.ts';
import { callMeeting } from './call.ts';
import { recordMeeting } from './record-meeting.ts';

test('a meeting that was held by the book: its resolution, the gate and the slip are one append', () => {
  const recorded = held();
  expect(recorded.types()).toEqual([
    'meeting MeetingRecorded',
    'case ItemScheduled',
    'case StageClosed',
    'case StageEntered',
    'issue IssueDrafted',
    'record RecordEntered',
  ]);
  expect(recorded.decision).toMatchObject({
    made: `meeting/${MEETING}`,
    notices: [],
    facts: [
      {
        fact: {
          data: {
            outcome: 'passed',
            words: '研究同意',
            item: { text: refOf(SCHEME) },
            attended: { all: 6, present: 5 },
            sum: { got: 4, need: 4, zh: '全体6，实到5≥3 ✓；赞成4>3 ✓' },
          },
        },
      },
      { fact: { data: { meeting: `meeting/${MEETING}` } } },
      { fact: { data: { outcome: 'passed', text: refOf(SCHEME), sum: { got: 4 } } } },
      {},
      {},
      {
        fact: {
          data: {
            verb: 'meeting.record',
            holds: [],
            people: [1, 2, 3, 4, 5].map((n) => ({ post: post(n), person: person(n) })),
          },
        },
      },
    ],
  });
});

test('the office may record it too, nobody else; and once', () => {
  expect(held({}, council({}, ROUTED), OFFICE).types()).toContain('case StageClosed');
  held({}, council({}, ROUTED), actor(3)).refused('meeting.calls');
  const called = council({}, ROUTED).does(SECRETARY, callMeeting, [
    MEETING,
    { case: CASE, stage: 'adopt', at: HELD.at, place: '会议室' },
  ]);
  held({}, called).refused('meeting.new');
});

test('who was only counted is not told; words are sealed under whoever said them', () => {
  const tally = { yes: 4, no: 1, abstain: 0, invalid: 0 };
  expect(held(counted({ presentCount: 5, tally })).decision).toMatchObject({
    facts: [{}, {}, {}, {}, {}, { fact: { data: { people: [] } } }],
  });
  const votes = [{ post: post(2), vote: 'yes', statement: '同意' }, ...VOTES.slice(1)] as typeof VOTES;
  expect(held({ votes, reason: '会议决定' }).decision).toMatchObject({
    facts: [
      {
        sealed: [
          { subject: person(7), plain: { reason: '会议决定' } },
          { subject: person(2), plain: { statement: '同意' } },
        ],
      },
      {},
      {},
      {},
      {},
      {},
    ],
  });
});

test('no word is lost: what strangers said stands in a list, a written opinion under its member with its vote', () => {
  const said = (n: number, vote: 'yes' | 'no', statement: string) => ({ post: post(n), vote, statement });
  const votes = [said(8, 'yes', '同意'), said(9, 'no', '不同意'), said(6, 'no', '来信反对'), ...VOTES];
  const present = [1, 2, 3, 4, 5, 18, 19].map(post);
  const strange = votes.map((vote, i) => (i < 2 ? { ...vote, post: post(18 + i) } : vote));
  const recorded = held({ votes: strange, present, reason: '会议决定' });
  expect(recorded.decision).toMatchObject({ facts: [{}, {}, {}, {}, {}, {}, {}] });
  if ('refusal' in recorded.decision) return;
  const [{ sealed, fact } = { sealed: [], fact: { data: {} } }] = recorded.decision.facts;
  expect(sealed).toEqual([
    {
      subject: person(7),
      plain: {
        reason: '会议决定',
        others: [
          { post: post(18), statement: '同意' },
          { post: post(19), statement: '不同意' },
        ],
      },
    },
    { subject: person(6), plain: { written: 'no', statement: '来信反对' } },
  ]);
  expect(JSON.stringify(fact)).not.toContain('来信');
  const slip = recorded.decision.facts.find(({ fact: { type } }) => type === 'RecordEntered');
  expect(slip?.fact.data).toMatchObject({
    people: [1, 2, 3, 4, 5, 6].map((n) => ({ post: post(n), person: person(n) })),
  });
});

test('no quorum and a majority that the sum does not bear hold the next step; what is recorded stands', () => {
  const two = { present: [1, 2].map(post), votes: voted([2, 'yes'], [1, 'yes']) };
  expect(broken(two)).toEqual(['meeting.quorum!', 'meeting.majority!']);
  const { decision } = held(two);
  expect(decision).toMatchObject({
    facts: [
      { fact: { data: { outcome: 'passed', sum: { quorate: false } } } },
      {},
      {},
      {},
      {},
      {},
      {
        stream: `case/${CASE}`,
        fact: { type: 'StepHeld', data: { rules: ['meeting.quorum', 'meeting.majority'] } },
      },
    ],
  });
  const lost = voted([2, 'no'], [3, 'no'], [4, 'no'], [5, 'yes'], [1, 'yes']);
  expect(broken({ votes: lost })).toEqual(['meeting.majority!']);
  expect(broken({ votes: lost, outcome: 'not-passed' })).toEqual([]);
  expect(broken({ outcome: 'not-passed' })).toEqual(['meeting.majority!']);
  expect(broken(counted({ presentCount: 5 }))).toEqual(['meeting.majority!']);
});

test('in a stage that binds nothing they only show', () => {
  const advisory = council({}, { ...ROUTED, with: { body: 'council', subject: 'scheme', binds: false } });
  const two = { present: [1, 2].map(post), votes: voted([2, 'yes'], [1, 'yes']) };
  expect(broken(two, advisory)).toEqual(['meeting.quorum', 'meeting.majority']);
});

/** In the round that began today. */
test('no quorum, put off, and held again: both are recorded and nothing is held', () => {
  const put = counted({ presentCount: 2, outcome: 'deferred', reason: '未达法定人数' });
  expect(broken(put)).toEqual([]);
  const story = council({}, ROUTED).does(SECRETARY, recordMeeting, [MEETING, { ...HELD, ...put }]);
  const again = story.when(SECRETARY, recordMeeting, [uuid(77), { ...HELD, ...TODAY }]);
  expect(again.types()).toContain('issue IssueDrafted');
  expect(again.decision).toMatchObject({
    notices: [],
    facts: [{ fact: { data: { round: 2 } } }, {}, {}, {}, {}, {}],
  });
});
