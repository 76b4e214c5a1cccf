import {
  assigned,
  confirm,
  confirmed,
  define,
  defined,
  empty,
  fill,
  filledIn,
  FINANCE,
  head,
  LEAD,
  MEDICAL,
  OFFICE,
  owed,
  rowOf,
  SHEET,
  stateOf,
} from '../../testing/indicator-case.ts';
import { assignIndicator } from './assign.ts';
import { citePlan, defineIndicator } from './define.ts';
import { fillIndicator } from './fill.ts';
import { indicatorRows } from './indicator.ts';
import { confirmIndicator, returnIndicator, settleIndicator } from './judge.ts';
import { refOf, uuid } from '../../testing/given.ts';

const doctor = head(MEDICAL);
const SECOND = { ...OFFICE, person: uuid(73), post: uuid(74) };

test('defined, numbered on, under one name each', () => {
  expect(stateOf(defined()).context.rows.map(({ no, name, status }) => [no, name, status])).toEqual([
    [1, '开放床位', 'defined'],
    [2, '药占比', 'defined'],
    [3, '总收入', 'defined'],
  ]);
  const more = define([{ name: '平均住院日', unit: '天', type: 'stock' }]);
  expect(rowOf(defined().does(OFFICE, defineIndicator, [SHEET, more]), '平均住院日').no).toBe(4);
  const again = define([{ name: '药占比', unit: '%', type: 'ratio' }]);
  defined().when(OFFICE, defineIndicator, [SHEET, again]).refused('indicator.name');
  empty()
    .when(OFFICE, defineIndicator, [SHEET, { ...again, case: uuid(5) }])
    .refused('case.known');
  empty()
    .when(OFFICE, defineIndicator, [SHEET, define([{ ...again.rows[0], row: uuid(6) }])])
    .refused('indicator.row');
});

test('a definition changes and keeps what was filled in; a confirmed one keeps its unit', () => {
  const { row } = rowOf(filledIn(), '开放床位');
  const as = (unit: string) => define([{ row, name: '开放床位数', unit, type: 'stock', caliber: '年末' }]);
  const changed = filledIn().does(OFFICE, defineIndicator, [SHEET, as('张')]);
  expect(rowOf(changed, '开放床位数')).toMatchObject({ caliber: '年末', status: 'filled', target: '950张' });
  confirmed()
    .when(OFFICE, defineIndicator, [SHEET, as('个')])
    .refused('indicator.confirmed');
  expect(
    confirmed()
      .when(OFFICE, defineIndicator, [SHEET, as('张')])
      .types(),
  ).toHaveLength(1);
});

test('one obligation for each holder, whatever the number of rows', () => {
  expect(owed(defined())).toEqual(['indicator.assign office']);
  const due = '2025-11-28T16:00:00.000Z';
  expect(owed(assigned())).toEqual([
    `indicator.fill department-head@${MEDICAL} ${due}`,
    `indicator.fill department-head@${FINANCE} ${due}`,
  ]);
  expect(owed(filledIn())).toContain('indicator.confirm office');
});

test('who cannot answer for it, and a day that has passed, are refused', () => {
  const { row } = rowOf(defined(), '开放床位');
  const ask = (change: object) =>
    defined().when(OFFICE, assignIndicator, [
      SHEET,
      { rows: [row], department: MEDICAL, filler: null, reviewer: null, due: null, ...change },
    ]);
  ask({ department: uuid(9) }).refused('org.department');
  ask({ filler: uuid(9) }).refused('indicator.post');
  ask({ filler: LEAD, reviewer: LEAD }).refused('indicator.second-person');
  ask({ due: '2025-11-19' }).refused('indicator.due');
  expect(ask({ due: '2025-11-20' }).types()).toEqual(['indicator IndicatorsAssigned']);
});

test('a department fills in its own rows, in values of their kind and unit', () => {
  const ask = (figures: Parameters<typeof fill>[1]) =>
    assigned().when(doctor, fillIndicator, [SHEET, fill(assigned(), figures)]);
  ask({ 开放床位: [null, null] }).refused('indicator.nothing');
  ask({ 总收入: ['5', null] }).refused('indicator.owner');
  ask({ 开放床位: ['八百', null] }).refused('indicator.value');
  ask({ 开放床位: ['800人', null] }).refused('indicator.value');
  ask({ 药占比: [null, '持续下降'] }).refused('indicator.value');
  expect(ask({ 开放床位: ['800', '≥950张'], 药占比: ['30%', '不高于27%'] }).decision).toMatchObject({
    facts: [{ fact: { type: 'IndicatorsFilled', data: { late: [], by: doctor.person } } }],
  });
  const income = fill(assigned(), { 总收入: ['0.8亿元', '12000'] });
  expect(assigned().when(head(FINANCE), fillIndicator, [SHEET, income]).types()).toHaveLength(1);
});

test('24:00 of the day is in time; what came late stays late', () => {
  const at = (now: string) =>
    assigned()
      .at(now)
      .does(doctor, fillIndicator, [SHEET, fill(assigned(), { 开放床位: ['800', '950'] })]);
  expect(rowOf(at('2025-11-28T16:00:00.000Z'), '开放床位').late).toBe(false);
  expect(rowOf(at('2025-11-28T16:00:00.001Z'), '开放床位').late).toBe(true);
});

test('confirmed by another person, as it was read', () => {
  const ask = (by: typeof OFFICE, names = ['开放床位']) =>
    filledIn().when(by, confirmIndicator, [SHEET, confirm(filledIn(), names)]);
  ask(OFFICE, ['药占比']).refused('indicator.filled');
  ask({ ...OFFICE, person: doctor.person }).refused('indicator.second-person');
  ask({ ...doctor, person: uuid(77) }).refused('indicator.reviewer');
  const read = confirm(filledIn(), ['开放床位']);
  filledIn()
    .does(doctor, fillIndicator, [SHEET, fill(filledIn(), { 开放床位: ['800', '980张'] })])
    .when(OFFICE, confirmIndicator, [SHEET, read])
    .refused('indicator.stale');
  expect(rowOf(confirmed(), '开放床位')).toMatchObject({
    status: 'confirmed',
    current: '800',
    target: '950张',
  });
  confirmed()
    .when(doctor, fillIndicator, [SHEET, fill(confirmed(), { 开放床位: ['1', '2'] })])
    .refused('indicator.confirmed');
});

test('whoever is named confirms it, and nobody else', () => {
  const { row } = rowOf(assigned(), '开放床位');
  const body = { rows: [row], department: MEDICAL, filler: null, reviewer: SECOND.post, due: null };
  const named = filledIn().with(
    `org/${'00000000-0000-4000-8000-000000000001'}`,
    ...(filledIn().history['org/00000000-0000-4000-8000-000000000001'] ?? []),
    { type: 'PostCreated', data: { post: SECOND.post, title: '统计员', as: 'office', department: null } },
  );
  const told = named.does(OFFICE, assignIndicator, [SHEET, body]);
  expect(owed(told)).toContain(`indicator.confirm post:${SECOND.post}`);
  const read = confirm(told, ['开放床位']);
  told.when(OFFICE, confirmIndicator, [SHEET, read]).refused('indicator.reviewer');
  expect(told.when(SECOND, confirmIndicator, [SHEET, read]).types()).toEqual([
    'indicator IndicatorsConfirmed',
  ]);
});

test('returned with a reason that is sealed, and filled in again', () => {
  const { row } = rowOf(confirmed(), '开放床位');
  const returning: [string, { rows: string[]; reason: string }] = [
    SHEET,
    { rows: [row], reason: '口径不一致' },
  ];
  assigned().when(OFFICE, returnIndicator, returning).refused('indicator.filled');
  const { decision } = confirmed().when(OFFICE, returnIndicator, returning);
  expect(decision).toMatchObject({ facts: [{ sealed: [{ plain: { reason: '口径不一致' } }] }] });
  const back = confirmed().does(OFFICE, returnIndicator, returning);
  expect(rowOf(back, '开放床位').status).toBe('returned');
  expect(owed(back)[0]).toContain('indicator.fill');
});

test('settled as it can be: what the last plan had is not new', () => {
  const settle = (name: string, disposition: 'continue' | 'new' | 'cancel') =>
    defined().when(OFFICE, settleIndicator, [
      SHEET,
      { rows: [rowOf(defined(), name).row], disposition, reason: '理由' },
    ]);
  settle('开放床位', 'new').refused('indicator.new');
  settle('药占比', 'continue').refused('indicator.last');
  expect(settle('药占比', 'new').types()).toEqual(['indicator IndicatorsSettled']);
  expect(settle('开放床位', 'cancel').types()).toEqual(['indicator IndicatorsSettled']);
});

test('what is cancelled waits for nobody', () => {
  const rows = ['开放床位'].map((name) => rowOf(defined(), name).row);
  const done = defined().does(OFFICE, settleIndicator, [
    SHEET,
    { rows, disposition: 'cancel', reason: '并入' },
  ]);
  expect(indicatorRows(SHEET, stateOf(done)).item?.status).toBe('indicators-open');
  expect(indicatorRows(SHEET, stateOf(confirmed())).item).toMatchObject({ label: '指标填报', stage: null });
});

test('the last plan cited counts, of each role one', () => {
  const cite = (role: 'last-plan' | 'upper-plan', text: string) =>
    [SHEET, { role, title: '规划', text: refOf(text) }] as const;
  defined().when(OFFICE, citePlan, cite('last-plan', '没有')).refused('text.known');
  const cited = defined('上一轮')
    .does(OFFICE, citePlan, cite('last-plan', '上一轮'))
    .does(OFFICE, citePlan, cite('upper-plan', '上一轮'))
    .does(OFFICE, citePlan, cite('last-plan', '上一轮'));
  expect(stateOf(cited).context.plans.map(({ role }) => role)).toEqual(['upper-plan', 'last-plan']);
});
