import fc from 'fast-check';
import { numbersOf } from '../amend/numbers.ts';
import { applyChanges, editToChange, type ByteChange } from '../manuscript/text-changes.ts';
import type { Point } from './facts.ts';
import { outsideOf, paragraphAt, tableOf } from './scope.ts';

const TEXT = '第一章 总则\n到2030年床位达到31张。\n重点专科5个，人才10名。\n认真贯彻落实。\n';

type Replaced = readonly [quote: string, replacement: string];

/** Edits by quote, each on the text that the one before left. */
function changes(...edits: readonly Replaced[]): readonly ByteChange[] {
  const placed: ByteChange[] = [];
  let text = TEXT;
  for (const [quote, replacement] of edits) {
    const change = editToChange(text, { quote, replacement, cites: null });
    if ('found' in change) throw new Error(`${quote} has no place`);
    placed.push(change);
    text = applyChanges(text, [change]);
  }
  return placed;
}
const table = (points: readonly (number | null)[], ...edits: readonly Replaced[]) =>
  tableOf(TEXT, changes(...edits), points);
const point = (no: number, paragraphs: readonly number[] = [], numbers: readonly string[] = []): Point => ({
  no,
  paragraphs,
  numbers,
});
const why = (points: readonly Point[], rows: ReturnType<typeof tableOf>) =>
  outsideOf(points, rows).map((one) => `${one.row} ${one.why}${one.numbers.map((n) => ` ${n}`).join('')}`);

test('a row says which paragraphs of the text decided on it touches, whatever was changed before it', () => {
  const rows = table(
    [1, 1, 1],
    ['第一章 总则\n', '第一章\n总则\n（新增）\n'],
    ['31', '36'],
    ['认真贯彻落实。\n', ''],
  );
  expect(rows.map(({ paragraphs }) => paragraphs)).toEqual([[1], [2], [4]]);
});

test('a change over several paragraphs touches them all', () => {
  expect(table([1], ['总则\n到2030年', '总则\n至2030年'])[0]?.paragraphs).toEqual([1, 2]);
  expect(table([1], ['31张。\n重点', '31张；重点'])[0]?.paragraphs).toEqual([2, 3]);
});

test('numbers that go and come are found in whole paragraphs: half a number is a number', () => {
  expect(table([1], ['1张', '6张'])[0]).toMatchObject({ gone: ['31'], come: ['36'] });
  expect(table([1], ['专科5个，人才10名', '人才10名，专科5个'])[0]).toMatchObject({
    gone: ['5', '10'],
    come: [],
  });
  expect(table([1], ['认真贯彻', '切实贯彻'])[0]).toMatchObject({ gone: [], come: [] });
});

test('what is assigned to no point, or to none that there is, is outside', () => {
  expect(
    why([point(1)], table([null, 2, 1], ['认真', '切实'], ['总则', '总体要求'], ['落实', '执行'])),
  ).toEqual(['1 unassigned', '2 unassigned']);
});

test('a point that names paragraphs covers those alone', () => {
  expect(why([point(1, [4])], table([1, 1], ['认真', '切实'], ['总则', '总体要求']))).toEqual([
    '2 paragraph',
  ]);
});

test('a number changes only where the point names it; a new one may stand for one that it names', () => {
  const beds = table([1], ['31张', '36张']);
  expect(why([point(1)], beds)).toEqual(['1 number 31 36']);
  expect(why([point(1, [], ['31'])], beds)).toEqual([]);
  expect(why([point(1, [], ['31', '36'])], beds)).toEqual([]);
  expect(why([point(1, [], ['36'])], beds)).toEqual(['1 number 31']);
  const more = table([1], ['31张', '36张，其中监护8张']);
  expect(why([point(1, [], ['31'])], more)).toEqual(['1 number 8']);
  expect(why([point(1, [], ['31', '8'])], more)).toEqual([]);
});

/** A naive one: which line a character is in. */
const lineOf = (text: string, index: number): number =>
  Array.from(text.slice(0, index)).filter((character) => character === '\n').length + 1;

test('the paragraph of a byte is the line of its character', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('床', '位', '1', '\n', '𠮷'), { maxLength: 30 }),
      fc.nat(30),
      (parts, n) => {
        const text = parts.join('');
        const head = parts.slice(0, Math.min(n, parts.length)).join('');
        expect(paragraphAt(text, new TextEncoder().encode(head).length)).toBe(lineOf(text, head.length));
      },
    ),
  );
});

test('nothing changes a number of the text without its row saying so', () => {
  const words = ['31', '36', '五个', '5个', '床位', '\n', '达到', '10%'];
  const edit = fc.record({ at: fc.nat(40), cut: fc.nat(6), put: fc.constantFrom(...words, '') });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 12 }),
      fc.array(edit, { maxLength: 4 }),
      (parts, edits) => {
        const base = parts.join('');
        const placed: ByteChange[] = [];
        let text = base;
        for (const { at, cut, put } of edits) {
          const units = [...text];
          const bytes = (list: readonly string[]) => new TextEncoder().encode(list.join('')).length;
          const from = Math.min(at, units.length);
          const change = {
            at: bytes(units.slice(0, from)),
            cut: bytes(units.slice(from, from + cut)),
            put,
            cites: null,
          };
          placed.push(change);
          text = applyChanges(text, [change]);
        }
        const rows = tableOf(
          base,
          placed,
          placed.map(() => 1),
        );
        const said = rows.some(({ gone, come }) => gone.length > 0 || come.length > 0);
        const same = JSON.stringify(numbersOf(base)) === JSON.stringify(numbersOf(text));
        expect(same || said).toBe(true);
      },
    ),
  );
});
