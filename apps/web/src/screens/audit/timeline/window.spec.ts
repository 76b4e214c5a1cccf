import { ROW_PX, shownRows } from './window.ts';

test('of ten thousand rows those in sight are drawn, and a few around them', () => {
  const { begin, end } = shownRows({ top: 5_000 * ROW_PX, height: 10 * ROW_PX }, 10_000);
  expect(begin).toBeLessThan(5_000);
  expect(end).toBeGreaterThan(5_010);
  expect(end - begin).toBeLessThan(30);
});

test('neither before the first nor behind the last', () => {
  expect(shownRows({ top: 0, height: 600 }, 3)).toEqual({ begin: 0, end: 3 });
  expect(shownRows({ top: 99 * ROW_PX, height: 600 }, 3)).toEqual({ begin: 3, end: 3 });
});
