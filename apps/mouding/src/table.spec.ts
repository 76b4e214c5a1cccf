import { table, widthOf } from './table.ts';

test('a Chinese character takes two columns, a Latin one takes one', () => {
  expect(widthOf('规划 plan，')).toBe(11);
  expect(widthOf('')).toBe(0);
});

test('columns line up whatever the script', () => {
  expect(
    table([
      ['身份', 'Role', 'x'],
      ['院长', 'president', ''],
      ['a', 'b', 'c'],
    ]),
  ).toEqual(['身份  Role       x', '院长  president', 'a     b          c']);
});
