import { numbered } from './number-format.ts';
import { readWord } from './read-word.ts';
import { handWord, listed, listLevel, p, type HandWord } from './testing/hand-word.ts';
import { isUnreadable } from './unreadable.ts';
import { textOf } from './word.ts';

const abstract = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, override = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;

/** The lines that a reader of the page sees. */
function lines(word: HandWord): readonly string[] {
  const read = readWord(handWord(word));
  if (isUnreadable(read)) throw new Error(read.en);
  return textOf(read).trimEnd().split('\n');
}

const OFFICIAL = abstract(
  0,
  listLevel(0, 'chineseCounting', '%1、'),
  listLevel(1, 'chineseCounting', '（%2）'),
  listLevel(2, 'decimal', '%3.'),
  listLevel(3, 'decimal', '（%4）'),
  listLevel(4, 'decimalEnclosedCircle', '%5'),
);

test('the numbers of an official text stand in the text, and begin anew below each heading', () => {
  const at = [0, 1, 2, 2, 3, 4, 1, 2, 0, 1];
  expect(
    lines({ numbering: OFFICIAL + list(1, 0), body: at.map((level) => p('文', listed(1, level))).join('') }),
  ).toEqual([
    '一、文',
    '（一）文',
    '1.文',
    '2.文',
    '（1）文',
    '①文',
    '（二）文',
    '1.文',
    '二、文',
    '（一）文',
  ]);
});

test('a level shows those above it, in its own way or in digits', () => {
  const plain = abstract(0, listLevel(0, 'chineseCounting', '第%1章'), listLevel(1, 'decimal', '%1.%2'));
  const legal = abstract(
    1,
    listLevel(0, 'chineseCounting', '第%1章'),
    listLevel(1, 'decimal', '%1.%2', '<w:isLgl/>'),
  );
  const body = [1, 2].map((id) => p('总则', listed(id)) + p('依据', listed(id, 1))).join('');
  expect(lines({ numbering: plain + legal + list(1, 0) + list(2, 1), body })).toEqual([
    '第一章 总则',
    '一.1 依据',
    '第一章 总则',
    '1.1 依据',
  ]);
});

test('a list goes on where another has stood between, and starts anew where it says so', () => {
  const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = OFFICIAL + list(1, 0) + list(2, 0) + list(3, 0, anew);
  const body = [1, 2, 1, 3, 3].map((id) => p('文', listed(id))).join('');
  expect(lines({ numbering, body })).toEqual(['一、文', '二、文', '三、文', '一、文', '二、文']);
});

test('a level that never restarts runs on', () => {
  const numbering =
    abstract(
      0,
      listLevel(0, 'chineseCounting', '%1、'),
      listLevel(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
    ) + list(1, 0);
  const body = [0, 1, 1, 0, 1].map((level) => p('文', listed(1, level))).join('');
  expect(lines({ numbering, body })).toEqual(['一、文', '1.文', '2.文', '二、文', '3.文']);
});

test('styles carry their numbers, as WPS writes them, and list 0 takes a paragraph out', () => {
  const style = (id: string, name: string, level: number, more: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr></w:style>`;
  const styles = [
    `<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 1"/><w:pPr>${listed(1)}<w:outlineLvl w:val="0"/></w:pPr></w:style>`,
    `<w:style w:type="paragraph" w:styleId="3"><w:name w:val="标题 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>`,
    style('9', '院标题', 0, '<w:basedOn w:val="2"/>'),
  ].join('');
  const numbering =
    abstract(
      0,
      listLevel(0, 'japaneseCounting', '%1、', '<w:pStyle w:val="2"/>'),
      listLevel(1, 'japaneseCounting', '（%2）', '<w:pStyle w:val="3"/>'),
    ) + list(1, 0);
  const styled = (id: string, more = ''): string => p('文', `<w:pStyle w:val="${id}"/>${more}`);
  const body = styled('2') + styled('3') + styled('3') + styled('9') + styled('2', listed(0));
  const read = readWord(handWord({ styles, numbering, body }));
  if (isUnreadable(read)) throw new Error(read.en);
  expect(textOf(read).trimEnd().split('\n')).toEqual(['一、文', '（一）文', '（二）文', '二、文', '文']);
  expect(read.paragraphs.map(({ depth, told }) => [depth, told])).toEqual([
    [1, 'outline'],
    [2, 'outline'],
    [2, 'outline'],
    [1, 'outline'],
    [1, 'outline'],
  ]);
});

test('a list by the name of a list style', () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="S"/>${listLevel(0, 'decimal', '%1.')}</w:abstractNum>` +
    '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="S"/></w:abstractNum>' +
    list(1, 8);
  expect(lines({ numbering, body: p('文', listed(1)) })).toEqual(['1.文']);
});

test('numbers in a table and of bullets stand there too', () => {
  const numbering = OFFICIAL + abstract(1, listLevel(0, 'bullet', '')) + list(1, 0) + list(2, 1);
  const body =
    `<w:tbl><w:tr><w:tc>${p('甲', listed(1, 2))}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>` +
    p('点', listed(2));
  expect(lines({ numbering, body })).toEqual(['| 1.甲 | 乙 |', '• 点']);
});

test.each([
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 21, '二十一'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 2003, '二千零三'],
  ['ideographDigital', 10, '一〇'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['decimalEnclosedCircle', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['decimalEnclosedCircle', 60, '60'],
  ['decimalEnclosedParen', 3, '⑶'],
  ['decimalZero', 7, '07'],
  ['decimalFullWidth', 12, '１２'],
  ['lowerLetter', 28, 'bb'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['ideographTraditional', 2, '乙'],
  ['ideographZodiac', 13, '子'],
  ['something new', 4, '4'],
  ['upperLetter', 0, '0'],
])('%s writes %i as %s', (format, value, written) => {
  expect(numbered(format, value)).toBe(written);
});
