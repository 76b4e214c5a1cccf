import { readWord } from './read-word.ts';
import { handWord, p, tbl, tc, type HandWord } from './testing/hand-word.ts';
import { isUnreadable } from './unreadable.ts';
import { residueOf, textOf, type WordIn } from './word.ts';

function read(word: HandWord): WordIn {
  const answer = readWord(handWord(word));
  if (isUnreadable(answer)) throw new Error(answer.en);
  return answer;
}
const run = (content: string): string => `<w:r>${content}</w:r>`;
const words = (text: string): string => run(`<w:t xml:space="preserve">${text}</w:t>`);
const sign = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
const says = (text: string): string => run(`<w:instrText>${text}</w:instrText>`);
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const picture = (description: string): string =>
  run(
    `<w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${description}"/><pic:pic><a:blip r:embed="i1"/></pic:pic></wp:inline></w:drawing>`,
  );
const IMAGE = {
  relations: [{ id: 'i1', type: 'image', target: 'media/image1.png' }],
  parts: [{ name: 'word/media/image1.png', content: PNG }],
};

test('merged cells have their text once, and every row is equally long', () => {
  const read1 = read({
    body: tbl(
      [tc('指标'), tc('目标值', '<w:gridSpan w:val="2"/>')],
      [tc('床位', '<w:vMerge w:val="restart"/>'), tc('80'), tc('95')],
      [tc('隐', '<w:vMerge/>'), tc('张')],
    ),
  });
  expect(read1.paragraphs[0]).toMatchObject({
    kind: 'table',
    rows: [
      ['指标', '目标值', ''],
      ['床位', '80', '95'],
      ['', '张', ''],
    ],
  });
});

test('cells of several lines, bars, tables in tables, and a box of one cell', () => {
  const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
  const nested = read({ body: tbl([cell(p('甲') + p('乙|丙')), cell(tbl([tc('内'), tc('部')]) + p(''))]) });
  expect(textOf(nested)).toBe('| 甲 乙｜丙 | 内 部 |\n');
  expect(nested.warnings).toHaveLength(1);
  const box = read({ body: tbl([cell(p('专栏1 重点工程') + p('1.卒中中心。'))]) });
  expect(textOf(box)).toBe('专栏1 重点工程\n1.卒中中心。\n');
});

test('pictures stand in the text by their name', () => {
  const answer = read({
    body: `<w:p>${picture('院区规划图')}</w:p><w:p>${words('见')}${picture('院区规划图')}</w:p>`,
    ...IMAGE,
  });
  expect(textOf(answer)).toBe('〔图：院区规划图〕\n见〔图：院区规划图（2）〕\n');
  expect(answer.paragraphs.map(({ kind }) => kind)).toEqual(['figure', 'clause']);
  expect(answer.pictures.map(({ name, media, paragraph }) => [name, media, paragraph])).toEqual([
    ['院区规划图', 'image/png', 0],
    ['院区规划图（2）', 'image/png', 1],
  ]);
  expect(Buffer.from(answer.pictures[0]?.bytes ?? [])).toEqual(PNG);
});

test('what cannot be read is said, with its place', () => {
  const box = '<w:txbxContent><w:p><w:r><w:t>云州市中医院文件</w:t></w:r></w:p></w:txbxContent>';
  const answer = read({
    body: [
      p('甲'),
      `<w:p>${run('<w:drawing><wp:docPr name="图表 1"/><c:chart r:id="c1"/></w:drawing>')}</w:p>`,
      `<w:p>${run('<w:drawing><wp:docPr name="组织图"/><dgm:relIds/></w:drawing>')}</w:p>`,
      `<w:p>${run(`<mc:AlternateContent><mc:Choice><w:drawing><wps:wsp>${box}</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`)}</w:p>`,
      `<w:p>${words('比')}<m:oMath><m:r><m:t>a/b</m:t></m:r></m:oMath></w:p>`,
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>`,
    ].join(''),
  });
  expect(answer.notImported).toEqual([
    { kind: 'chart', text: '图表 1', paragraph: 1 },
    { kind: 'smart-art', text: '组织图', paragraph: 1 },
    { kind: 'text-box', text: '云州市中医院文件', paragraph: 1 },
    { kind: 'formula', text: 'a/b', paragraph: 1 },
    { kind: 'hidden-text', text: '隐藏', paragraph: 2 },
  ]);
  expect(textOf(answer).trimEnd()).toMatch(/比a\/b$/);
});

test('notes stand at the end of their paragraph', () => {
  const answer = read({
    body: `<w:p>${words('床位')}${run('<w:footnoteReference w:id="2"/>')}${words('95张。')}</w:p>`,
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(' 编制床位')}</w:footnote>`,
  });
  expect(textOf(answer)).toBe('床位95张。（注：编制床位）\n');
});

test('comments have their author and what they are about', () => {
  const answer = read({
    body: `<w:p>${words('床位')}<w:commentRangeStart w:id="0"/>${words('95张')}<w:commentRangeEnd w:id="0"/>${run('<w:commentReference w:id="0"/>')}</w:p><w:p>${words('完')}${run('<w:commentReference w:id="1"/>')}</w:p>`,
    comments: `<w:comment w:id="0" w:author="医务科" w:date="2026-03-05T09:00:00Z">${p('口径？')}</w:comment><w:comment w:id="1" w:author="护理部">${p('同意')}</w:comment>`,
  });
  expect(answer.comments).toEqual([
    { by: '医务科', at: '2026-03-05T09:00:00Z', text: '口径？', quote: '95张', paragraph: 0 },
    { by: '护理部', at: '', text: '同意', quote: '', paragraph: 1 },
  ]);
});

const CONTENTS = `<w:p>${sign('begin')}${says(' TOC \\o "1-3" ')}${sign('separate')}${words('一、总则')}${run('<w:tab/>')}${sign('begin')}${says(' PAGEREF _Toc1 ')}${sign('separate')}${words('3')}${sign('end')}</w:p><w:p>${words('二、任务 5')}</w:p><w:p>${sign('end')}</w:p>`;

test('a 目录 that a program made is residue and no text', () => {
  const answer = read({ body: p('目  录') + CONTENTS + p('一、总则') + p('二、任务') });
  expect(textOf(answer).trim()).toBe('一、总则\n二、任务');
  expect(residueOf(answer).map(({ kind, text }) => [kind, text])).toEqual([
    ['contents', '目  录'],
    ['contents', '一、总则\t3'],
    ['contents', '二、任务 5'],
  ]);
});

test('a 目录 that does not end takes nothing of the text with it', () => {
  const open = CONTENTS.replace(/<w:p><w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p>$/, '');
  const answer = read({ body: open + p('一、总则') });
  expect(textOf(answer)).toContain('\n一、总则\n');
  expect(answer.warnings).toHaveLength(1);
});

test('references that broke and signs of no font are residue and stay in the text', () => {
  const answer = read({
    body:
      p('见错误！未找到引用源。') +
      `<w:p>${run('<w:sym w:font="Wingdings" w:char="F0FE"/>')}${words('同意')}${run('<w:sym w:font="Foo" w:char="F0FE"/>')}</w:p>` +
      `<w:p><w:hyperlink r:id="h1">${words('网站')}</w:hyperlink></w:p>`,
    relations: [{ id: 'h1', type: 'hyperlink', target: 'https://example.org/', outside: true }],
  });
  expect(textOf(answer)).toBe('见错误！未找到引用源。\n☑同意〓\n网站\n');
  expect(residueOf(answer).map(({ kind, text }) => [kind, text])).toEqual([
    ['hyperlink', 'https://example.org/'],
    ['broken-reference', '错误！未找到引用源。'],
    ['strange-character', '〓'],
  ]);
});

test('bookmarks of nodes name paragraphs and tables, each once', () => {
  const bookmark = (id: string): string => `<w:bookmarkStart w:id="1" w:name="_md_${id}"/>`;
  const answer = read({
    body:
      `<w:p>${bookmark('n000000000a')}${words('甲')}</w:p>` +
      `<w:p>${bookmark('n000000000a')}${words('乙')}</w:p>` +
      bookmark('n000000000b') +
      tbl([tc('a'), tc('b')]) +
      tbl([`<w:tc><w:p>${bookmark('n000000000c')}${words('a')}</w:p></w:tc>`, tc('b')]),
  });
  expect(answer.paragraphs.map(({ anchor }) => anchor)).toEqual([
    'n000000000a',
    null,
    'n000000000b',
    'n000000000c',
  ]);
});

test('empty paragraphs and line breaks are kept, page breaks are not', () => {
  const answer = read({
    body: `${p('甲')}<w:p/>${`<w:p>${words('上')}${run('<w:br/>')}${words('下')}${run('<w:br w:type="page"/>')}</w:p>`}<w:p/>`,
  });
  expect(textOf(answer)).toBe('甲\n\n上\n下\n\n');
  expect(answer.paragraphs.map(({ before }) => before)).toEqual(['', '\n']);
});

test('headers are told apart, page numbers alone are none', () => {
  expect(read({ body: p('甲'), header: p('云州市中医院') }).headersFooters).toEqual([
    { where: 'header', text: '云州市中医院' },
  ]);
  expect(read({ body: p('甲'), header: p('— 1 —') }).headersFooters).toEqual([]);
});

test('a file with prefixes and namespaces of its own choice', () => {
  const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const strict = `<?xml version="1.0"?><document xmlns="${main}"><body><p><r><t>甲</t></r></p><x:p xmlns:x="${main}"><x:r><x:t>乙</x:t></x:r></x:p></body></document>`;
  expect(textOf(read({ body: '', parts: [{ name: 'word/document.xml', content: strict }] }))).toBe(
    '甲\n乙\n',
  );
});
