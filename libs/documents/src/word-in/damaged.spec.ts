import fc from 'fast-check';
import { readWord } from './read-word.ts';
import { handParts, listed, listLevel, p, tbl, tc, type HandWord } from './testing/hand-word.ts';
import { rawZip } from './testing/raw-zip.ts';
import { isUnreadable } from './unreadable.ts';
import { textOf } from './word.ts';

const WORD: HandWord = {
  styles: `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/><w:pPr>${listed(1)}<w:outlineLvl w:val="0"/></w:pPr></w:style>`,
  numbering: `<w:abstractNum w:abstractNumId="0">${listLevel(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  body:
    p('总则', '<w:pStyle w:val="1"/>') +
    '<w:p><w:ins w:author="a"><w:r><w:t>加</w:t></w:r></w:ins><w:del w:author="b"><w:r><w:delText>减</w:delText></w:r></w:del></w:p>' +
    tbl([tc('甲', '<w:gridSpan w:val="2"/>')], [tc('乙', '<w:vMerge/>'), tc('丙')]) +
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
};
const PARTS = handParts(WORD);

/** Cuts, doubles or replaces pieces of a text. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '</w:p>',
      '<w:p>',
      '<w:tbl>',
      '-1',
      '99999999',
      'NaN',
      '&#x110000;',
      'w:',
      '\u0000',
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function damaged(text: string, changes: readonly { at: number; cut: number; put: string }[]): string {
  return changes.reduce((now, { at, cut, put }) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + put + now.slice(place + cut);
  }, text);
}

test('a file that is damaged anywhere is read or answered with a sentence, never with an error', () => {
  fc.assert(
    fc.property(fc.nat(PARTS.length - 1), damage, (which, changes) => {
      const parts = PARTS.map((part, i) =>
        i === which ? { ...part, content: damaged(String(part.content), changes) } : part,
      );
      const answer = readWord(rawZip(parts));
      expect(isUnreadable(answer) ? answer.zh : typeof textOf(answer)).toMatch(/。$|^string$/);
    }),
    { numRuns: 400 },
  );
});

test('so is one whose bytes are damaged', () => {
  const whole = rawZip(PARTS);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const answer = readWord(bytes);
        expect(isUnreadable(answer) ? answer.zh : typeof textOf(answer)).toMatch(/。$|^string$/);
      },
    ),
    { numRuns: 400 },
  );
});
