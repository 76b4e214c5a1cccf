import { indicatorPaper, indicatorPaperSheet, type IndicatorPaper } from './indicator-table.ts';

const line = {
  no: 1,
  name: '开放床位',
  unit: '张',
  lastValue: '420',
  lastTarget: '500',
  disposition: '延续',
};
const data: IndicatorPaper = {
  source: {
    institution: '示范中医院',
    office: '规划办',
    at: '2026-01-05T01:00:00.000Z',
    draft: null,
    hash: null,
  },
  plan: '“十五五”发展规划',
  lines: [
    { ...line, current: '486', target: '550张', department: '医务科' },
    { ...line, no: 2, name: '药占比', current: null, target: null, department: '' },
  ],
  pending: 1,
};

test('a figure that nobody has confirmed is printed as 待核, and the sum says how many', () => {
  const { rows } = indicatorPaperSheet(data);
  expect(rows.slice(3).map((cells) => cells.slice(5, 7))).toEqual([
    ['486', '550张'],
    ['待核', '待核'],
  ]);
  expect(rows[1]).toEqual(['共2项指标，其中1项尚待核定，表中以“待核”标示。']);
  expect(JSON.stringify(indicatorPaper(data).body).match(/待核"/gu)).toHaveLength(2);
});

test('nothing is said of 待核 where everything is confirmed', () => {
  const [first] = indicatorPaperSheet({ ...data, lines: data.lines.slice(0, 1), pending: 0 }).rows.slice(1);
  expect(first).toEqual(['共1项指标，均已核定。']);
});
