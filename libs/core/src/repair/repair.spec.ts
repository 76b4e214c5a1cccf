import { callMeeting } from '../stages/meeting/call.ts';
import { putItem } from '../stages/meeting/put.ts';
import { openMeeting, signIn } from '../stages/meeting/attend.ts';
import { actor, CASE, council, MEETING, OFFICE, post, type Story } from '../testing/council.ts';
import { fileOf, uuid } from '../testing/given.ts';
import { DIRECTOR, LEADER } from '../testing/issue-case.ts';
import { confirmCorrection, lapseRepair } from './confirm.ts';
import { proposeRepair } from './propose.ts';

const REPAIR = uuid(70);
const NAME = `repair/${REPAIR}`;
const THE_MEETING = `meeting/${MEETING}` as const;
const AGREE = { agree: true };
const REASON = { case: CASE, reason: '登记有误', paper: null };
const ABSENT = { repair: 'attendance' as const, meeting: THE_MEETING, post: post(3), present: false };
const STUCK = { repair: 'meeting' as const, meeting: THE_MEETING };
const REDATE = { repair: 'date' as const, stage: 'adopt', from: null, to: '2025-12-20' };
const WRONG = { scheme: 'file-sha256@1' as const, hash: '9'.repeat(64) };

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const called = (): Story => council().does(actor(7), callMeeting, [MEETING, CALL]);
const met = (): Story =>
  [1, 2, 3, 4].reduce<Story>((now, n) => now.does(actor(n), signIn, [MEETING, {}]), called());

type What = Parameters<typeof proposeRepair.decide>[2]['what'];
const proposing = (what: What, story: Story, by = OFFICE) =>
  story.when(by, proposeRepair, [REPAIR, { ...REASON, what }]);
const proposed = (what: What, story: Story, by = OFFICE): Story =>
  story.does(by, proposeRepair, [REPAIR, { ...REASON, what }]);

test('a repair says what it would do, and does nothing until it is confirmed', () => {
  const { decision } = proposing(ABSENT, met());
  expect(decision).toMatchObject({
    facts: [
      { stream: NAME, fact: { type: 'CorrectionProposed', data: { repair: 'attendance', as: 'office' } } },
    ],
    notices: [{ rule: 'repair.effect', said: { zh: '岗位3登记为未到会；法定人数重新计算' } }],
    made: NAME,
  });
  expect(proposing(ABSENT, met()).types()).toEqual(['repair CorrectionProposed']);
});

test('its reason is sealed, and it lapses after three working days', () => {
  const { decision } = proposing(ABSENT, met());
  const [one] = 'facts' in decision ? decision.facts : [];
  expect(JSON.stringify(one?.fact)).not.toContain(REASON.reason);
  expect(one?.sealed).toEqual([{ subject: OFFICE.person, plain: { reason: REASON.reason } }]);
  expect(one?.fact.data).toMatchObject({ until: '2025-11-25T16:00:00.000Z' });
});

test('confirmed by a second person in another capacity, it adds its facts in the same append', () => {
  const agreed = proposed(ABSENT, met()).when(DIRECTOR, confirmCorrection, [REPAIR, AGREE]);
  expect(agreed.types()).toEqual(['repair CorrectionConfirmed', 'meeting MemberLeft']);
});

test('whoever proposed it, and whoever asks in the same capacity, confirms nothing', () => {
  const waiting = proposed(ABSENT, met());
  waiting.when(OFFICE, confirmCorrection, [REPAIR, AGREE]).refused('repair.second-person');
  waiting
    .when({ ...OFFICE, person: uuid(999) }, confirmCorrection, [REPAIR, AGREE])
    .refused('repair.other-capacity');
  waiting
    .when({ ...OFFICE, person: uuid(999), as: 'administrator' }, confirmCorrection, [REPAIR, AGREE])
    .refused('repair.confirms');
  const byDirector = proposed(ABSENT, met(), DIRECTOR);
  byDirector
    .when({ ...DIRECTOR, person: uuid(999) }, confirmCorrection, [REPAIR, AGREE])
    .refused('repair.other-capacity');
  expect(byDirector.when(LEADER, confirmCorrection, [REPAIR, AGREE]).types()).toContain(
    'repair CorrectionConfirmed',
  );
});

test('it is sent back or taken back without effect, and is over then', () => {
  const back = proposed(ABSENT, met()).when(OFFICE, confirmCorrection, [REPAIR, { agree: false }]);
  expect(back.types()).toEqual(['repair CorrectionRejected']);
  const over = proposed(ABSENT, met()).does(OFFICE, confirmCorrection, [REPAIR, { agree: false }]);
  over.when(DIRECTOR, confirmCorrection, [REPAIR, AGREE]).refused('repair.waits');
});

test('it lapses by itself, once, and confirms nothing afterwards', () => {
  const due = '2025-11-25T16:00:00.000Z';
  const waiting = proposed(ABSENT, met()).at('2025-11-26T02:00:00.000Z');
  waiting
    .when(OFFICE, lapseRepair, [REPAIR, { due }])
    .then([{ stream: NAME, type: 'CorrectionLapsed', data: { due } }]);
  waiting.when(OFFICE, lapseRepair, [REPAIR, { due: '2025-11-24T16:00:00.000Z' }]).then([]);
  waiting
    .does(OFFICE, lapseRepair, [REPAIR, { due }])
    .when(DIRECTOR, confirmCorrection, [REPAIR, AGREE])
    .refused('repair.waits');
});

test('its time is over even before the clock has come to it', () => {
  proposed(ABSENT, met())
    .at('2025-11-26T02:00:00.000Z')
    .when(DIRECTOR, confirmCorrection, [REPAIR, AGREE])
    .refused('repair.waits');
});

test('what cannot be is refused, when it is proposed and again when it is confirmed', () => {
  proposing({ ...ABSENT, post: post(5) }, met()).refused('repair.now');
  proposing({ ...ABSENT, present: true }, met()).refused('repair.now');
  const waiting = proposed(STUCK, met());
  waiting
    .but(THE_MEETING, { type: 'MeetingLapsed', data: { because: 'withdrawn', by: THE_MEETING } })
    .when(DIRECTOR, confirmCorrection, [REPAIR, AGREE])
    .refused('repair.now');
});

test('会议: one that cannot go on is ended, and another can be called', () => {
  const opened = met().does(actor(7), openMeeting, [MEETING, {}]);
  const ended = proposed(STUCK, opened).does(DIRECTOR, confirmCorrection, [REPAIR, AGREE]);
  expect(ended.history[THE_MEETING]?.at(-1)).toEqual({
    type: 'MeetingLapsed',
    data: { because: 'repaired', by: NAME },
  });
});

test('会议: one in which everybody has voted is declared, never ended so; one that somebody left unvoted may be', () => {
  const put = met().does(actor(7), openMeeting, [MEETING, {}]).does(actor(7), putItem, [MEETING, {}]);
  const cast = (story: Story, n: number): Story =>
    story.but(THE_MEETING, { type: 'VoteCast', data: { post: post(n), vote: 'no', notices: [] } });
  expect(proposing(STUCK, [1, 2].reduce(cast, put)).types()).toEqual(['repair CorrectionProposed']);
  proposing(STUCK, [1, 2, 3, 4].reduce(cast, put)).refused('repair.voted');
});

test('时限: the day of an open stage, where it is the one that was said', () => {
  const agreed = proposed(REDATE, council()).when(DIRECTOR, confirmCorrection, [REPAIR, AGREE]);
  agreed.then([
    { stream: NAME, type: 'CorrectionConfirmed' },
    {
      stream: `case/${CASE}`,
      type: 'StageRedated',
      data: { stage: 'adopt', due: '2025-12-20T16:00:00.000Z' },
    },
  ]);
  proposing({ ...REDATE, from: '2025-12-01' }, council()).refused('repair.now');
  proposing({ ...REDATE, to: null }, council()).refused('repair.now');
  proposing({ ...REDATE, stage: 'publish' }, council()).refused('repair.now');
});

test('附件: nothing is taken away, the right file stands beside it', () => {
  const what = { repair: 'file' as const, about: THE_MEETING, wrong: WRONG, right: fileOf('扫描件') };
  const agreed = proposed(what, called()).when(DIRECTOR, confirmCorrection, [REPAIR, AGREE]);
  expect(agreed.types()).toEqual(['repair CorrectionConfirmed']);
  proposing({ ...what, wrong: what.right }, called()).refused('repair.now');
  proposing({ ...what, right: fileOf('没有') }, called()).refused('repair.now');
});

test('a paper that it rests on must be here', () => {
  const body = { ...REASON, paper: fileOf('没有'), what: REDATE };
  council().when(OFFICE, proposeRepair, [REPAIR, body]).refused('file.known');
});
