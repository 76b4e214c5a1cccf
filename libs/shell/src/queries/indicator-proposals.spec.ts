import type { IndicatorRow } from '@mouding/core';
import { citedNow } from '@mouding/text';
import { proposedPlaces } from './indicator-proposals.ts';

const ROW: IndicatorRow = {
  row: 'row-1',
  no: 1,
  name: '开放床位',
  unit: '张',
  type: 'stock',
  caliber: '',
  source: '',
  asOf: '',
  last: { value: null, target: null },
  current: '486张',
  target: '550张',
  department: null,
  filler: null,
  reviewer: null,
  due: null,
  status: 'confirmed',
  by: null,
  late: false,
  disposition: null,
  places: [],
};
const PLAN = [
  '云岭市中医院“十五五”发展规划（2026—2030年）',
  '一、发展目标',
  '到2030年，开放床位达到500张，门诊服务能力明显提升。',
].join('\n');

test('a place that states the indicator is proposed, ready to be linked, with whether it says the figure', () => {
  const [found, ...others] = proposedPlaces(PLAN, [ROW]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ row: 'row-1', figure: '550张', state: 'other', place: { cites: 'target' } });
  const { place } = found ?? {};
  expect(place && citedNow(PLAN, place, '550张')).toMatchObject({ says: place?.quote, state: 'other' });
});

test('what is linked already is not proposed again, nor what waits shown as wrong', () => {
  const [found] = proposedPlaces(PLAN, [{ ...ROW, status: 'filled' }]);
  expect(found).toMatchObject({ figure: null, state: 'unclear' });
  const places = found ? [found.place] : [];
  expect(proposedPlaces(PLAN, [{ ...ROW, places }])).toEqual([]);
});

test('the same words at two places are left to a person', () => {
  const line = PLAN.split('\n').at(-1);
  expect(proposedPlaces(`${PLAN}\n${line}`, [ROW])).toEqual([]);
});

test('another name is never taken for it', () => {
  expect(proposedPlaces(PLAN, [{ ...ROW, name: '重症床位' }])).toEqual([]);
});
