import { filledIn, mineOf, read } from './filling.ts';
import type { Row } from './queries.ts';

const row = (change: Partial<Row>): Row =>
  ({
    row: 'r1',
    department: 'd1',
    filler: null,
    status: 'assigned',
    current: null,
    target: null,
    ...change,
  }) as Row;
const head = { post: 'p1', as: 'department-head', department: { id: 'd1', name: '信息科' } } as never;

test('mine are those of my department, unless a post is named for them', () => {
  const rows = [
    row({}),
    row({ department: 'd2' }),
    row({ filler: 'p2' }),
    row({ department: 'd2', filler: 'p1' }),
  ];
  expect(mineOf(rows, [head])).toEqual([rows[0], rows[3]]);
});

test('what is confirmed or not yet given out is not mine to fill in', () => {
  expect(mineOf([row({ status: 'confirmed' }), row({ status: 'defined' })], [head])).toEqual([]);
});

test('only what was written is sent, with the figure that stood there where one field alone was written', () => {
  const rows = [row({ current: '12' }), row({ row: 'r2' })];
  expect(filledIn(rows, { r1: { target: ' 20 ' } })).toEqual([
    { row: 'r1', current: '12', target: '20', basis: '' },
  ]);
});

test('a row without any figure is not sent', () => {
  expect(filledIn([row({})], { r1: { basis: '年报', current: ' ' } })).toEqual([]);
});

test('what cannot be read was never kept', () => {
  expect(read('{')).toEqual({});
});
