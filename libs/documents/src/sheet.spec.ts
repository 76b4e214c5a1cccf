import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readSheet } from './sheet-in.ts';
import { cellName, writeSheet, type Sheet } from './sheet-out.ts';
import { tokens } from './xml.ts';
import { zip } from './zip-out.ts';

const sheet = (rows: readonly (readonly string[])[]): Sheet => ({
  name: '接入',
  widths: [8, 20],
  rows,
  heads: [0],
  choices: [{ row: 1, column: 1, of: ['通过', '“未通过”'] }],
});
const wordsOf = (bytes: Uint8Array) => {
  const read = readSheet(bytes);
  if ('trouble' in read) throw new Error(read.trouble);
  return read.rows.map((row) => row.map((cell) => cell?.text ?? ''));
};

/** An .xlsx with this sheet and whatever else. */
const madeOf = (worksheet: string, more: readonly { name: string; content: string }[] = []) =>
  zip([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/one.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/one.xml', content: `<worksheet><sheetData>${worksheet}</sheetData></worksheet>` },
    ...more,
  ]);

/** What XML can say: no control characters, and no halves of a character. */
const word = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text));

describe('a sheet that is written', () => {
  test('is read back as it was, whatever the words are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          expect(wordsOf(writeSheet(sheet(rows)))).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('holds words alone: what looks like a formula is text', () => {
    const bytes = writeSheet(
      sheet([
        ['=1+1', '@SUM(A1)'],
        ['+86', '-5'],
      ]),
    );
    const read = readSheet(bytes);
    expect('rows' in read && read.rows.flat().every((cell) => cell && !cell.formula && !cell.number)).toBe(
      true,
    );
    expect(wordsOf(bytes)[0]).toEqual(['=1+1', '@SUM(A1)']);
  });

  test('says nothing that XML cannot say', () => {
    expect(wordsOf(writeSheet(sheet([['a\u0000b\u0008c', 'd\uFFFFe']])))).toEqual([['abc', 'de']]);
  });

  test('is the same bytes for the same words', () => {
    expect(writeSheet(sheet([['一']]))).toEqual(writeSheet(sheet([['一']])));
  });
});

describe('a sheet that an office program wrote', () => {
  test('shares its words, leaves gaps, and keeps days as numbers', () => {
    const bytes = madeOf(
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="4"><v>46086</v></c><c r="D2"><f>A1+1</f><v>3</v></c></row>',
      [
        {
          name: 'xl/sharedStrings.xml',
          content:
            '<sst><si><t>零</t></si><si><r><t>党委</t></r><r><t xml:space="preserve"> 会</t></r><rPh><t>dang</t></rPh></si></sst>',
        },
      ],
    );
    expect(readSheet(bytes)).toEqual({
      rows: [
        [],
        [
          { text: '党委 会', number: false, formula: false },
          undefined,
          { text: '46086', number: true, formula: false },
          { text: '3', number: true, formula: true },
        ],
      ],
    });
  });

  test('names its cells beyond Z', () => {
    expect([cellName(0, 0), cellName(8, 25), cellName(8, 26), cellName(0, 701)]).toEqual([
      'A1',
      'Z9',
      'AA9',
      'ZZ1',
    ]);
  });
});

describe('a file that is not read', () => {
  const trouble = (bytes: Uint8Array) => {
    const read = readSheet(bytes);
    return 'trouble' in read ? read.trouble : 'none';
  };

  test('is no zip, is cut off, or has no sheet', () => {
    const whole = writeSheet(sheet([['一']]));
    expect(trouble(Buffer.from('年,月'))).toBe('not-a-sheet');
    expect(trouble(new Uint8Array())).toBe('not-a-sheet');
    expect(trouble(whole.subarray(0, whole.length - 30))).toBe('not-a-sheet');
    expect(trouble(zip([{ name: 'a.txt', content: 'a' }]))).toBe('not-a-sheet');
  });

  test('has macros, or links to other files', () => {
    expect(trouble(madeOf('', [{ name: 'xl/vbaProject.bin', content: '' }]))).toBe('macros');
    expect(trouble(madeOf('', [{ name: 'xl/externalLinks/externalLink1.xml', content: '' }]))).toBe('links');
  });

  test('unpacks to more than any form holds', () => {
    expect(deflateRawSync(Buffer.alloc(50_000_000)).length).toBeLessThan(1_000_000);
    expect(trouble(madeOf(' '.repeat(50_000_000)))).toBe('not-a-sheet');
    expect(trouble(madeOf('<row r="99999"/>'))).toBe('too-large');
    expect(trouble(new Uint8Array(2_000_000))).toBe('too-large');
  });

  test('says a few long words in very many cells', () => {
    const cells = Array.from({ length: 40 }, (_, n) => `<c r="${cellName(0, n)}" t="s"><v>0</v></c>`).join(
      '',
    );
    const words = {
      name: 'xl/sharedStrings.xml',
      content: `<sst><si><t>${' '.repeat(30_000)}</t></si></sst>`,
    };
    expect(trouble(madeOf(`<row r="1">${cells}</row>`, [words]))).toBe('too-large');
    expect(trouble(madeOf(`<row r="1">${cells.slice(0, cells.indexOf('</c>') + 4)}</row>`, [words]))).toBe(
      'none',
    );
  });

  test('declares what it could expand', () => {
    expect(() => [...tokens('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')]).toThrow('not understood');
    expect([...tokens('<a>&b;&#65;&lt;</a>')][1]).toEqual({ kind: 'text', text: '&b;A<' });
    expect([...tokens('<a>a&#xD800;&#0;b</a>')][1]).toEqual({ kind: 'text', text: 'ab' });
  });

  test('whatever bytes it is made of, nothing but an answer comes back', () => {
    const whole = writeSheet(sheet([['一', '二']]));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = byte;
        expect(Object.keys(readSheet(bytes))).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
