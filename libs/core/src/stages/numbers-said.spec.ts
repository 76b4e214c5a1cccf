import { numbersSaid } from './numbers-said.ts';

test.each([
  [[], ''],
  [[4], '4'],
  [[1, 2], '1、2'],
  [[3, 2, 1], '1—3'],
  [[1, 3, 9, 10, 11, 12, 20, 21], '1、3、9—12、20、21'],
  [[5, 5, 6, 7], '5—7'],
])('%j is said as %s', (numbers, said) => expect(numbersSaid(numbers)).toBe(said));
