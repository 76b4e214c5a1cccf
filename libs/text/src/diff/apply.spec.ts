import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { chanceOf, edited } from '../testing/edited.ts';
import { applyDiff } from './apply.ts';
import { diff } from './diff.ts';
import type { Part } from './part.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../tests/fixtures', name), 'utf8');

const PLANS = ['plan-a.txt', 'plan-b.txt', 'text-chapters.txt', 'text-notice.txt', 'text-pages.txt'].map(
  fixture,
);

/** Every line of each side stands in exactly one part, and the new text's in rising order. */
function expectComplete(parts: readonly Part[], lines: { readonly a: number; readonly b: number }): void {
  const all = (side: 'a' | 'b'): readonly number[] =>
    parts.flatMap((part) => {
      const span = side === 'a' ? ('a' in part ? part.a : null) : 'b' in part ? part.b : null;
      return span ? Array.from({ length: span.last - span.line + 1 }, (_, i) => span.line + i) : [];
    });
  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
  expect(all('b')).toEqual(upTo(lines.b));
  expect(all('a').toSorted((x, y) => x - y)).toEqual(upTo(lines.a));
}

const count = (text: string): number => text.split(/\r\n|\n|\r/).length;

test('after 1,000 rounds of edits of plans the difference makes the new text of the old one', () => {
  for (let round = 0; round < 1000; round++) {
    const chance = chanceOf(round);
    const plan = PLANS[round % PLANS.length] ?? '';
    // A part of a plan is edited more thickly than a whole one.
    const start = chance(plan.length);
    const a = round % 100 === 0 ? plan : plan.slice(start, start + 1_500);
    const b = edited(a, 1 + chance(12), chance);
    const difference = diff(a, b);
    expect(applyDiff(difference, a)).toEqual({ kind: 'applied', text: b });
    expectComplete(difference.parts, { a: count(a), b: count(b) });
  }
});

const SIGNS = [
  '一',
  '、',
  '医院',
  '80',
  '95',
  '张',
  '，',
  '。',
  ' ',
  '\u3000',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\uFEFF',
  'a',
  '𠮷',
];
const text = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(''));

test('whatever the texts are', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const difference = diff(a, b);
      expect(applyDiff(difference, a)).toEqual({ kind: 'applied', text: b });
      const bare = (each: string): string => each.replace(/^\uFEFF/, '');
      expectComplete(difference.parts, { a: count(bare(a)), b: count(bare(b)) });
    }),
    { numRuns: 500 },
  );
});

test('200,000 characters, in paragraphs, as one line, and all alike', () => {
  const plan = (PLANS[0] ?? '').repeat(16).slice(0, 200_000);
  const oneLine = plan.replaceAll(/\s+/g, '');
  const alike = '重复的一段文字，完全一样。\n'.repeat(15_000);
  const pairs: readonly (readonly [string, string])[] = [
    [plan, edited(plan, 300, chanceOf(1))],
    [plan, [...plan].toReversed().join('')],
    [plan, oneLine],
    [oneLine, oneLine.replaceAll('加强', '强化')],
    [alike, `头\n${alike.slice(0, -2_000)}尾`],
  ];
  for (const [a, b] of pairs) expect(applyDiff(diff(a, b), a)).toEqual({ kind: 'applied', text: b });
});

describe('a difference is not put on another text', () => {
  const difference = diff('甲\n乙\n丙', '甲\n乙改\n丁');

  test('whose changed line reads otherwise', () => {
    expect(applyDiff(difference, '甲\n乙二\n丙')).toEqual({ kind: 'not-this-text', line: 2 });
  });

  test('that is longer or shorter', () => {
    expect(applyDiff(difference, '甲\n乙\n丙\n戊')).toEqual({ kind: 'not-this-text', line: 4 });
    expect(applyDiff(difference, '甲')).toEqual({ kind: 'not-this-text', line: 2 });
  });
});
