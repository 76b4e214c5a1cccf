import fc from 'fast-check';
import { randomFrom } from '../random.ts';
import { checkIssued, type RecordedChange } from './checker.ts';
import { tamper } from './tamper.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const SOURCE = '\ufeff一、目标\r\n建成3个专科。𠮷先生工作室。\r\n二、任务\r\n加强人才培养';

const charactersOf = (text: string): string[] => Array.from(text);

/** The source with some changes of whole characters, and what it becomes; worked out on characters, not bytes. */
const changed = fc
  .array(
    fc.record({ at: fc.nat(), cut: fc.nat({ max: 6 }), put: fc.string({ unit: 'grapheme', maxLength: 8 }) }),
    { maxLength: 5 },
  )
  .map((edits) => {
    let characters = charactersOf(SOURCE);
    const changes: RecordedChange[] = [];
    for (const { at, cut, put } of edits) {
      const from = at % (characters.length + 1);
      const gone = characters.slice(from, from + cut);
      changes.push({
        at: bytes(characters.slice(0, from).join('')).length,
        cut: bytes(gone.join('')).length,
        put,
      });
      characters = [
        ...characters.slice(0, from),
        ...charactersOf(put),
        ...characters.slice(from + gone.length),
      ];
    }
    return { changes, issued: bytes(characters.join('')) };
  });

test('the source with the recorded changes is what was issued', () => {
  fc.assert(
    fc.property(changed, ({ changes, issued }) => {
      expect(checkIssued(bytes(SOURCE), changes, issued)).toEqual({ same: true, bytes: issued.length });
    }),
  );
});

test('every single byte that is not as decided is found, and where', () => {
  fc.assert(
    fc.property(changed, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ changes, issued }, place, flip) => {
      fc.pre(issued.length > 0);
      const at = place % issued.length;
      const forged = Buffer.from(issued);
      forged[at] = (forged[at] ?? 0) ^ flip;
      expect(checkIssued(bytes(SOURCE), changes, forged)).toMatchObject({ same: false, at });
    }),
  );
});

test('a byte more or less at the end is found', () => {
  const issued = bytes(SOURCE);
  expect(checkIssued(issued, [], issued.subarray(0, -1))).toMatchObject({
    same: false,
    at: issued.length - 1,
  });
  expect(checkIssued(issued, [], Buffer.concat([issued, bytes('\n')]))).toMatchObject({
    same: false,
    at: issued.length,
  });
});

test('a change that was made and not recorded is found, and one that was recorded and not made', () => {
  const change = { at: 0, cut: 3, put: '' };
  expect(checkIssued(bytes(SOURCE), [], bytes(SOURCE).subarray(3)).same).toBe(false);
  expect(checkIssued(bytes(SOURCE), [change], bytes(SOURCE)).same).toBe(false);
});

test('a record that points outside the text is named', () => {
  expect(
    checkIssued(
      bytes('规划'),
      [
        { at: 0, cut: 1, put: '' },
        { at: 3, cut: 9, put: '' },
      ],
      bytes('规划'),
    ),
  ).toEqual({ same: false, change: 1 });
});

test('one changed character is one changed character, and it is found', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { bytes: forged, was, is } = tamper(bytes(SOURCE), randomFrom(seed));
      expect(is).not.toBe(was);
      const before = charactersOf(SOURCE);
      expect(
        charactersOf(Buffer.from(forged).toString('utf8')).filter((sign, i) => sign !== before[i]),
      ).toHaveLength(1);
      expect(checkIssued(bytes(SOURCE), [], forged).same).toBe(false);
    }),
  );
});
