import {
  actor,
  CASE,
  council,
  MEETING,
  OFFICE,
  person,
  post,
  RULE,
  SCHEME,
  type Story,
} from '../../testing/council.ts';
import { INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { adjournMeeting, openMeeting, signIn, signOut } from './attend.ts';
import { callMeeting } from './call.ts';
import type { MeetingState } from './meeting.ts';
import { putItem } from './put.ts';
import { meetingRows } from './rows.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const CANNOT_PASS = expect.objectContaining({ rule: 'meeting.can-pass' });
const SECRETARY = actor(7);
const CALLED = ['meeting MeetingCalled', 'case ItemScheduled'];
const called = (story: Story) => story.does(SECRETARY, callMeeting, [MEETING, CALL]);
const present = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), signIn, [MEETING, {}]), story);
const opened = (story: Story, ...members: readonly number[]) =>
  present(called(story), ...members).does(SECRETARY, openMeeting, [MEETING, {}]);
const owed = ({ history }: Story) => {
  const kind = streamKind('meeting');
  const facts = history[`meeting/${MEETING}`] ?? [];
  const state = facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
  return meetingRows(MEETING, state as MeetingState).obligations.map(
    ({ verb, holder }) => `${verb} ${holder}`,
  );
};

test('the call freezes roll, rule and text', () => {
  const roll = [
    'chair',
    'deputy',
    'member',
    'member',
    'member',
    'member',
    'secretary',
    'teller',
    'scrutineer',
  ];
  const data = {
    ...CALL,
    body: uuid(500),
    bodyKey: 'council',
    rule: {
      ...RULE,
      words: { ...RULE.words, 'in-principle': '原则同意', withdrawn: '撤回议题', referred: '提请上级决定' },
      minutes: 'online',
      recorded: {},
      notice: { n: 0, unit: 'natural', effect: 'warn', roll: true },
    },
    agenda: { items: 1, ours: 1 },
    papers: [],
    earlier: null,
    round: 1,
    notices: [],
    roll: roll.map((role, i) => ({ post: post(i + 1), person: person(i + 1), role })),
    item: {
      subject: 'scheme',
      text: refOf(SCHEME),
      title: '《“十五五”发展规划》（编制工作方案）（党委会审议）',
    },
  };
  council()
    .when(SECRETARY, callMeeting, [MEETING, CALL])
    .then([
      { stream: `meeting/${MEETING}`, type: 'MeetingCalled', data },
      {
        stream: `case/${CASE}`,
        type: 'ItemScheduled',
        data: { stage: 'adopt', round: 1, meeting: `meeting/${MEETING}` },
      },
    ]);
});

test('a call is refused without an open stage, a text, a seat, or twice', () => {
  const refused = (story: Story, stage: string) =>
    story.when(OFFICE, callMeeting, [MEETING, { ...CALL, stage }]);
  refused(council(), 'publish').refused('case.stage-open');
  refused(council({}, { with: { body: 'council', subject: 'manuscript' } }), 'adopt').refused('meeting.text');
  const empty = { type: 'BodyFormed', data: { body: uuid(500), key: 'council', name: '委员会', seats: [] } };
  refused(council().but(`org/${INSTITUTION}`, empty), 'adopt').refused('meeting.roll');
  refused(called(council()), 'adopt').refused('meeting.new');
});

test('only the office or the body’s own secretary calls it', () => {
  council()
    .when({ ...actor(20), as: 'secretary' }, callMeeting, [MEETING, CALL])
    .refused('meeting.calls');
  expect(council().when(OFFICE, callMeeting, [MEETING, CALL]).types()).toEqual(CALLED);
});

test('a stage that no meeting decides is not called to one', () => {
  const filing = {
    kind: 'file@1',
    with: { authority: 'approve', subject: 'scheme' },
    then: { approved: 'publish', recorded: 'publish', returned: 'again' },
  };
  council({}, filing).when(OFFICE, callMeeting, [MEETING, CALL]).refused('meeting.stage');
});

test('a vacant seat is not counted, and a person in two seats has one voice', () => {
  const vacated = { type: 'PostVacated', data: { post: post(6), person: person(6), until: CALL.at } };
  const left = { type: 'PostVacated', data: { post: post(5), person: person(5), until: CALL.at } };
  const doubled = { type: 'PostFilled', data: { post: post(5), person: person(1), from: CALL.at } };
  const story = opened(council().but(`org/${INSTITUTION}`, vacated, left, doubled), 1, 2);
  expect(story.history[`meeting/${MEETING}`]?.at(-1)?.data).toEqual({
    all: 4,
    present: 2,
    need: 2,
    quorate: true,
    notices: [CANNOT_PASS],
  });
});

test('notices of the call: too late, and a congress by show of hands', () => {
  const { decision } = council({ ballot: 'hand' }, { kind: 'congress@1' }).when(OFFICE, callMeeting, [
    MEETING,
    { ...CALL, at: '2025-11-19T01:00:00.000Z' },
  ]);
  const notices = [{ rule: 'meeting.notice' }, { rule: 'congress.secret-ballot' }];
  expect(decision).toMatchObject({ notices, facts: [{ fact: { data: { notices } } }, {}] });
});

// The call is made on Thursday 2025-11-20.
test.each([
  ['working', 2, '2025-11-24', '2025-11-23'],
  ['natural', 7, '2025-11-27', '2025-11-26'],
  ['natural', 0, '2025-11-21', '2025-11-19'],
])('lead time in %s days, %i of them', (unit, n, enough, short) => {
  const calling = (effect: string, day: string) =>
    council({ notice: { n, unit, effect, basis: '议事规则' } }).when(OFFICE, callMeeting, [
      MEETING,
      { ...CALL, at: `${day}T01:00:00.000Z` },
    ]);
  expect(calling('block', enough).decision).toMatchObject({ notices: [] });
  expect(calling('warn', short).decision).toMatchObject({ notices: [{ rule: 'meeting.notice' }] });
  expect(calling('off', short).decision).toMatchObject({ notices: [] });
  const blocked = calling('block', short);
  blocked.refused('meeting.notice');
  expect(blocked.decision).toMatchObject({ refusal: { basis: '议事规则' } });
});

test('opened before the time of its notice, a meeting bears a mark', () => {
  const early = { ...CALL, at: '2025-11-20T02:00:00.001Z' };
  const story = present(council().does(SECRETARY, callMeeting, [MEETING, early]), 1, 2, 3, 4);
  const notices = [{ rule: 'meeting.early', facts: { at: early.at } }];
  expect(story.when(SECRETARY, openMeeting, [MEETING, {}]).decision).toMatchObject({
    notices,
    facts: [{ fact: { data: { notices } } }],
  });
});

test('who holds no seat on the roll does not sign in, nobody signs in twice', () => {
  const story = present(called(council()), 1);
  story.when(SECRETARY, signIn, [MEETING, {}]).refused('meeting.seat');
  story.when({ ...actor(2), person: person(9) }, signIn, [MEETING, {}]).refused('meeting.seat');
  story.when(actor(1), signIn, [MEETING, {}]).refused('meeting.signed');
  council().when(actor(1), signIn, [MEETING, {}]).refused('meeting.signing');
});

test('half of six is a quorum, two are not, and the refusal says how many are missing', () => {
  const two = present(called(council()), 1, 2).when(SECRETARY, openMeeting, [MEETING, {}]);
  two.refused('meeting.quorum');
  expect(two.decision).toMatchObject({ refusal: { facts: { all: 6, present: 2, need: 3 } } });
  present(called(council()), 1, 2, 3)
    .when(SECRETARY, openMeeting, [MEETING, {}])
    .then([
      {
        stream: `meeting/${MEETING}`,
        type: 'MeetingOpened',
        data: { all: 6, present: 3, need: 3, quorate: true, notices: [CANNOT_PASS] },
      },
    ]);
});

test('three of six may meet and are told that they cannot pass anything', () => {
  const { decision } = present(called(council()), 1, 2, 3).when(SECRETARY, openMeeting, [MEETING, {}]);
  expect(decision).toMatchObject({ notices: [{ rule: 'meeting.can-pass' }] });
});

test('only chair, presiding deputy and secretary run the meeting', () => {
  const story = present(called(council()), 2, 3, 4);
  story.when(actor(3), openMeeting, [MEETING, {}]).refused('meeting.runs');
  expect(story.when(actor(2), openMeeting, [MEETING, {}]).types()).toEqual(['meeting MeetingOpened']);
  const chaired = present(story, 1);
  chaired.when(actor(2), openMeeting, [MEETING, {}]).refused('meeting.runs');
  expect(chaired.when(actor(1), openMeeting, [MEETING, {}]).types()).toEqual(['meeting MeetingOpened']);
  chaired
    .does(actor(1), openMeeting, [MEETING, {}])
    .when(actor(1), openMeeting, [MEETING, {}])
    .refused('meeting.called');
});

test('the quorum is counted again when the item is put', () => {
  const left = opened(council(), 1, 2, 3).does(actor(3), signOut, [MEETING, {}]);
  left.when(actor(1), putItem, [MEETING, {}]).refused('meeting.quorum');
  left.when(actor(3), signOut, [MEETING, {}]).refused('meeting.present');
  present(left, 4)
    .when(actor(1), putItem, [MEETING, {}])
    .then([
      {
        stream: `meeting/${MEETING}`,
        type: 'ItemPut',
        data: {
          text: refOf(SCHEME),
          all: 6,
          present: 3,
          need: 3,
          ballot: null,
          there: { posts: [1, 2, 4].map(post), remote: [] },
          dispositions: [],
          conditions: [],
          notices: [CANNOT_PASS],
        },
      },
    ]);
});

test('the item is put once, by who runs the meeting, after it opened', () => {
  const story = opened(council(), 1, 2, 3);
  called(council()).when(SECRETARY, putItem, [MEETING, {}]).refused('meeting.open');
  story.when(actor(3), putItem, [MEETING, {}]).refused('meeting.runs');
  const put = story.does(actor(1), putItem, [MEETING, {}]);
  put.when(actor(1), putItem, [MEETING, {}]).refused('meeting.open');
  put.when(actor(4), signIn, [MEETING, {}]).refused('meeting.signing');
  put.when(actor(3), signOut, [MEETING, {}]).refused('meeting.signing');
});

test('a secret ballot needs teller and scrutineer, and gets a stream of its own', () => {
  const story = opened(council({ ballot: 'secret' }), 1, 2, 3, 4);
  expect(story.when(actor(1), putItem, [MEETING, {}]).types()).toEqual([
    'meeting ItemPut',
    'ballot BallotOpened',
  ]);
  const seats = [1, 2, 3, 4].map((n) => ({ post: post(n), role: n === 1 ? 'chair' : 'member' }));
  const bare = { type: 'BodyFormed', data: { body: uuid(500), key: 'council', name: '委员会', seats } };
  story.but(`org/${INSTITUTION}`, bare).when(actor(1), putItem, [MEETING, {}]).refused('ballot.tellers');
});

test('a meeting that decided nothing is adjourned, and another may be called', () => {
  const reason = { reason: '到会人数不足' };
  const story = present(called(council()), 1);
  story.when(actor(3), adjournMeeting, [MEETING, reason]).refused('meeting.runs');
  story.when(SECRETARY, adjournMeeting, [MEETING, reason]).then([
    {
      stream: `meeting/${MEETING}`,
      type: 'MeetingAdjourned',
      data: { all: 6, present: 1, need: 3, quorate: false },
    },
  ]);
  const adjourned = story.does(SECRETARY, adjournMeeting, [MEETING, reason]);
  adjourned.when(SECRETARY, adjournMeeting, [MEETING, reason]).refused('meeting.not-put');
  expect(adjourned.when(SECRETARY, callMeeting, [uuid(77), CALL]).types()).toEqual(CALLED);
  expect(owed(adjourned)).toEqual([]);
});

test('who owes what, from the call to the item', () => {
  const story = present(called(council()), 1, 2, 3, 4);
  expect(owed(story)).toEqual([
    `meeting.sign-in post:${post(5)}`,
    `meeting.sign-in post:${post(6)}`,
    'meeting.open secretary@council',
  ]);
  expect(owed(opened(council(), 1, 2, 3))).toEqual([`meeting.put post:${post(1)}`]);
  expect(owed(opened(council(), 2, 3, 4))).toEqual([`meeting.put post:${post(2)}`]);
  expect(owed(opened(council(), 3, 4, 5))).toEqual(['meeting.put secretary@council']);
});
