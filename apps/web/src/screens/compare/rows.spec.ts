import { diff } from '@mouding/text';
import { clausesIn, isChange, rowsOf } from './rows.ts';

const BEFORE = '一、总体目标\n建设三个重点专科。\n二、保障措施\n每年报告一次。\n';
const AFTER = '一、总体目标\n建设四个重点专科。\n二、保障措施\n';

test('a change finds the clauses that it is made of, by what they say now or said last', () => {
  const changed = [
    { node: 'b', was: { text: '建设三个重点专科。' }, now: { text: '建设四个重点专科。' } },
    { node: 'd', was: { text: '每年报告一次。' }, now: null },
    { node: 'x', was: null, now: { text: ' ' } },
  ];
  const rows = rowsOf(diff(BEFORE, AFTER), AFTER.split('\n')).filter(isChange);
  expect(rows.map((row) => clausesIn(row, changed).map(({ node }) => node))).toEqual([['b'], ['d']]);
});
