import { CASE, department, OFFICE, post, type Story } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { AT, PLAN, plan, SECRETARY, TWICE } from '../../testing/plan-bodies.ts';
import { ELSEWHERE, voted } from '../../testing/held-meeting.ts';
import { callMeeting } from '../meeting/call.ts';
import { recordMeeting } from '../meeting/record-meeting.ts';
import { assignIndicator } from './assign.ts';
import { defineIndicator } from './define.ts';
import { fillIndicator } from './fill.ts';
import { confirmIndicator } from './judge.ts';
import { linkIndicator, unlinkIndicator } from './link.ts';

const SHEET = refOf(`indicator/${CASE}`).hash.slice(-36);
const ROW = 'new-row-1';
const LAST = { value: null, target: null };
const HEAD = { as: 'department-head', person: uuid(61), post: post(1), department: department(1) } as const;
const PLACE = { node: null, quote: '31张', before: '开放床位达到', after: '。', cites: 'target' as const };

function filled(target: string, definition: object = TWICE): Story {
  const is = {
    name: '开放床位',
    unit: '张',
    type: 'stock' as const,
    caliber: '',
    source: '',
    asOf: '',
    last: LAST,
  };
  return plan(definition)
    .does(OFFICE, defineIndicator, [SHEET, { case: CASE, rows: [is] }])
    .does(OFFICE, assignIndicator, [
      SHEET,
      { rows: [ROW], department: department(1), filler: null, reviewer: null, due: null },
    ])
    .does(HEAD, fillIndicator, [SHEET, { rows: [{ row: ROW, current: null, target, basis: '', note: '' }] }]);
}

const confirmed = (target: string, definition?: object): Story =>
  filled(target, definition).does(OFFICE, confirmIndicator, [
    SHEET,
    { rows: [{ row: ROW, current: null, target }] },
  ]);
const link = (place: object = {}) =>
  [SHEET, { row: ROW, text: refOf(PLAN), place: { ...PLACE, ...place } }] as const;
const calling = (of: Story) =>
  of.when(SECRETARY, callMeeting, [uuid(11), { case: CASE, stage: 'first', at: AT, place: '会议室' }]);
const shown = (of: Story) => {
  const { decision } = calling(of);
  return 'refusal' in decision
    ? decision.refusal.rule
    : (decision.notices ?? [])
        .filter(({ rule }) => rule === 'indicators.confirmed')
        .map(({ facts }) => facts);
};

test('what is 待核 shows at the gate, by name; what is confirmed does not', () => {
  expect(shown(plan())).toEqual([]);
  expect(shown(filled('31张'))).toEqual([{ pending: ['开放床位'], other: [] }]);
  expect(shown(confirmed('31张'))).toEqual([]);
});

test('a place that says another figure than the one confirmed shows; one that says it in other words does not', () => {
  const cited = (target: string) => shown(confirmed(target).does(OFFICE, linkIndicator, link()));
  expect(cited('36张')).toEqual([{ pending: [], other: ['开放床位'] }]);
  expect(cited('三十一张')).toEqual([]);
  const linked = confirmed('36张').does(OFFICE, linkIndicator, link());
  expect(shown(linked.does(OFFICE, unlinkIndicator, [SHEET, { row: ROW, place: PLACE }]))).toEqual([]);
});

test('a meeting that was held elsewhere shows it in its record', () => {
  const recorded = filled('31张').when(SECRETARY, recordMeeting, [
    uuid(12),
    {
      case: CASE,
      stage: 'first',
      at: '2025-11-19T02:00:00.000Z',
      place: '二楼会议室',
      called: '2025-11-17',
      present: [1, 2, 3, 4, 5].map(post),
      chair: post(1),
      votes: voted([2, 'yes'], [3, 'yes'], [4, 'yes'], [5, 'yes'], [1, 'yes']),
      outcome: 'passed',
      text: refOf(PLAN),
      minutes: null,
      elsewhere: ELSEWHERE,
    },
  ]);
  const slip =
    'facts' in recorded.decision &&
    recorded.decision.facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data;
  expect(slip).toMatchObject({
    notices: expect.arrayContaining([expect.objectContaining({ rule: 'indicators.confirmed' })]),
  });
});

test('the stage may let it stand against the call', () => {
  const steps = TWICE.steps.map((step) =>
    step.id === 'first'
      ? { ...step, rules: { 'indicators.confirmed': { effect: 'block', reason: '送审前核定' } } }
      : step,
  );
  calling(filled('31张', { ...TWICE, steps })).refused('indicators.confirmed');
  expect(shown(confirmed('31张', { ...TWICE, steps }))).toEqual([]);
});

test('a place is linked where it stands once, and unlinked as it was', () => {
  const ask = (place: object) => filled('31张').when(OFFICE, linkIndicator, link(place));
  ask({ quote: '32张' }).refused('indicator.place');
  ask({ before: '', after: '' }).refused('indicator.place');
  expect(ask({}).types()).toEqual(['indicator IndicatorLinked']);
  filled('31张')
    .when(OFFICE, unlinkIndicator, [SHEET, { row: ROW, place: PLACE }])
    .refused('indicator.linked');
});
