import { actor, CASE, council, MEETING, OFFICE, SCHEME, type Story } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { addItem, withdrawItem } from './agenda.ts';
import { adjournMeeting, openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { putItem } from './put.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const ROUTED = {
  then: {
    passed: 'publish',
    'not-passed': 'again',
    deferred: 'again',
    'in-principle': 'again',
    withdrawn: 'again',
  },
};
const called = (story: Story) => story.does(SECRETARY, callMeeting, [MEETING, CALL]);
const opened = (story: Story) =>
  [1, 2, 3, 4]
    .reduce((so, n) => so.does(actor(n), signIn, [MEETING, {}]), called(story))
    .does(SECRETARY, openMeeting, [MEETING, {}]);
const again = (story: Story) => story.when(SECRETARY, callMeeting, [uuid(77), CALL]);
const reason = { reason: '材料需要补充' };

test('the notice carries the whole agenda, its titles sealed, and its papers', () => {
  const agenda = { titles: ['人事事项', '审议规划'], ours: 2 };
  const body = { ...CALL, agenda, papers: [refOf('附件')] };
  const { decision } = council().when(SECRETARY, callMeeting, [MEETING, body]);
  expect(decision).toMatchObject({
    facts: [
      {
        fact: { data: { agenda: { items: 2, ours: 2 }, papers: [refOf('附件')] } },
        sealed: [{ plain: { agenda: agenda.titles } }],
      },
      { fact: { type: 'ItemScheduled' } },
    ],
  });
  expect(JSON.stringify('facts' in decision && decision.facts.map(({ fact }) => fact))).not.toContain('人事');
});

test('a number that the agenda does not have, and papers that are not here, are refused', () => {
  const call = (more: object) => council().when(SECRETARY, callMeeting, [MEETING, { ...CALL, ...more }]);
  call({ agenda: { titles: ['审议规划'], ours: 2 } }).refused('meeting.agenda');
  call({ papers: [refOf('没有')] }).refused('text.known');
});

test('a second call while one is called or sits shows, and names it; after it was adjourned it does not', () => {
  const facts = { meeting: `meeting/${MEETING}`, at: CALL.at, place: CALL.place };
  const notice = { notices: [{ rule: 'meeting.called-already', facts }] };
  expect(again(called(council())).decision).toMatchObject(notice);
  expect(again(opened(council())).decision).toMatchObject(notice);
  const adjourned = called(council()).does(SECRETARY, adjournMeeting, [MEETING, reason]);
  expect(again(adjourned).decision).toMatchObject({ notices: [] });
});

test('an item is added to a closed agenda with its reason, and shows', () => {
  const added = called(council()).when(SECRETARY, addItem, [MEETING, { title: '应急事项', ...reason }]);
  const notices = [expect.objectContaining({ rule: 'meeting.agenda-closed' })];
  added.then([{ stream: `meeting/${MEETING}`, type: 'ItemAdded', data: { no: 2, notices } }]);
  expect(added.decision).toMatchObject({
    facts: [{ sealed: [{ plain: { title: '应急事项', ...reason } }] }],
  });
  const body = [MEETING, { title: '应急事项', ...reason }] as const;
  called(council()).when(actor(3), addItem, body).refused('meeting.runs');
  opened(council())
    .does(SECRETARY, putItem, [MEETING, {}])
    .when(SECRETARY, addItem, body)
    .refused('meeting.before-put');
});

test.each([
  ['the office', OFFICE],
  ['the chair', actor(1)],
] as const)('%s takes the item back before it is put: the stage ends so, and comes again', (_, by) => {
  const withdrawn = opened(council({}, ROUTED)).when(by, withdrawItem, [MEETING, reason]);
  withdrawn.then([
    {
      stream: `meeting/${MEETING}`,
      type: 'ItemWithdrawn',
      data: { outcome: 'withdrawn', words: '撤回议题', text: refOf(SCHEME) },
    },
    {
      stream: `case/${CASE}`,
      type: 'StageClosed',
      data: expect.objectContaining({ outcome: 'withdrawn', text: refOf(SCHEME) }),
    },
    {
      stream: `case/${CASE}`,
      type: 'StageEntered',
      data: { stage: 'adopt', round: 2, due: null, streams: [], on: '2025-11-20' },
    },
  ]);
  expect(withdrawn.decision).toMatchObject({ facts: [{ sealed: [{ plain: reason }] }, {}, {}] });
});

test('the item is not taken back by anybody else, once it is put, in another round, or without a way on', () => {
  const body = [MEETING, reason] as const;
  opened(council({}, ROUTED)).when(SECRETARY, withdrawItem, body).refused('meeting.withdraws');
  opened(council({}, ROUTED)).when(actor(3), withdrawItem, body).refused('meeting.withdraws');
  opened(council()).when(OFFICE, withdrawItem, body).refused('meeting.outcome');
  const put = opened(council({}, ROUTED)).does(SECRETARY, putItem, [MEETING, {}]);
  put.when(OFFICE, withdrawItem, body).refused('meeting.before-put');
  const left = { stage: 'adopt', round: 1, outcome: 'deferred', text: refOf(SCHEME), notices: [], sum: {} };
  const other = called(council({}, ROUTED)).but(
    `case/${CASE}`,
    { type: 'StageClosed', data: left },
    { type: 'StageEntered', data: { stage: 'adopt', round: 2, due: null, streams: [] } },
  );
  other.when(OFFICE, withdrawItem, body).refused('meeting.round');
});
