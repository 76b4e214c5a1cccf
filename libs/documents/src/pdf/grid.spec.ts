import type { Paper } from '../paper/paper.ts';
import { openCompiler } from './compiler.ts';
import { fontsFrom } from './fonts.ts';
import { linesOfPage } from './testing/lines-of-page.ts';

const MILLIMETRE = 72 / 25.4;
const compiler = openCompiler(fontsFrom(null));

const full: Paper = {
  form: 'document',
  head: null,
  title: '题',
  body: [{ kind: 'paragraph', flush: true, runs: [{ text: '院'.repeat(28 * 60) }] }],
  trace: { draft: null, code: null },
  file: { author: '云州市中医院', at: '2026-03-05T09:00:00+08:00' },
};

/** The second page: the first has the title. Its last line is the page number. */
const lines = linesOfPage(compiler.pages(full)[1] ?? '').slice(0, -1);

test('a full page has 22 lines of 28 characters', () => {
  expect(lines.map(({ letters }) => letters)).toEqual(Array(22).fill(28));
});

test('the type area is 156 mm wide between margins of 28 and 26 mm', () => {
  for (const { from, to } of lines) {
    expect(from / MILLIMETRE).toBeCloseTo(28, 0);
    expect((to + 16) / MILLIMETRE).toBeCloseTo(28 + 156, 0);
  }
});

test('the lines fill 225 mm from 37 mm down, at one distance', () => {
  const steps = lines.slice(1).map(({ y }, at) => y - (lines[at]?.y ?? 0));
  expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01);
  const pitch = steps[0] ?? 0;
  expect((pitch * 22) / MILLIMETRE).toBeCloseTo(225, 0);
  expect(((lines[0]?.y ?? 0) + 0.38 * -16 - pitch / 2) / MILLIMETRE).toBeCloseTo(37, 0);
});

test('page numbers stand outside: right on odd pages, left on even ones', () => {
  const numbers = compiler.pages(full).map((page) => linesOfPage(page).at(-1)?.from ?? 0);
  expect(numbers.map((x) => (x > 300 ? 'right' : 'left'))).toEqual(['right', 'left', 'right']);
});
