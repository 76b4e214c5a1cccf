import mammoth from 'mammoth';
import type { Block, Paper } from '../paper/paper.ts';
import { samples } from '../paper/samples.ts';
import { qrPicture } from '../qr/qr-picture.ts';
import { readWord } from '../word-in/read-word.ts';
import { isUnreadable } from '../word-in/unreadable.ts';
import { textOf } from '../word-in/word.ts';
import { bodyOf, partsOf } from './testing/parts-of.ts';
import { faultsOf } from './testing/word-order.ts';
import { writeWord } from './write-word.ts';

const at = '2026-03-05T09:00:00+08:00';
const sheet = (body: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  form: 'sheet',
  head: null,
  title: '登记表',
  body,
  trace: { draft: '第3稿', code: '8c1d02ef' },
  file: { author: '云州市中医院', at },
  ...more,
});
const revision = { how: 'in', by: '规划办', at } as const;
const everything = sheet(
  [
    { kind: 'heading', level: 2, text: [{ text: '（一）目标' }], anchor: 'n0000000001' },
    {
      kind: 'paragraph',
      runs: [{ text: '甲\t乙\n丙' }, { text: '丁', revised: revision }],
      revised: revision,
      remarks: [{ by: '医务部', at, text: '请核\n对', quote: '乙' }],
    },
    {
      kind: 'table',
      widths: [1, 2],
      head: [[{ lines: ['项目'], columns: 2 }]],
      rows: [
        [{ lines: ['床位'], rows: 2 }, { lines: ['80', '张'] }],
        [{ lines: ['95'], runs: [[{ text: '95', revised: revision }]] }],
      ],
      anchor: 'n0000000002',
      revised: new Map([[2, revision]]),
    },
    {
      kind: 'fields',
      pairs: [
        ['姓名', '沈若澜'],
        ['科室', '规划办'],
        ['日期', ''],
      ],
      columns: 2,
    },
    { kind: 'box', label: '意见：', lines: 4 },
    { kind: 'qr', data: 'https://example.org/8c1d02ef', caption: '扫码核对' },
    { kind: 'picture', bytes: qrPicture('a'), media: 'image/png', width: 40, alt: '图<1>' },
    { kind: 'space', lines: 2 },
    { kind: 'page' },
  ],
  {
    landscape: true,
    watermark: '内部资料',
    annexes: [
      { title: '名单', body: [] },
      { title: '说明', body: [] },
    ],
  },
);
const papers: readonly (readonly [string, Paper])[] = [
  ...Object.entries(samples),
  ['everything', everything],
];

describe.each(papers)('the Word file of %s', (_name, paper) => {
  it('is the same bytes for the same paper', async () => {
    const [one, other] = [await writeWord(paper), await writeWord(paper)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('has every part as Word insists on it', async () => {
    const parts = partsOf(await writeWord(paper));
    expect([...parts].flatMap(([name, xml]) => faultsOf(xml).map((fault) => `${name}: ${fault}`))).toEqual(
      [],
    );
  });

  it('is read by our reader and by mammoth, with nothing lost', async () => {
    const bytes = await writeWord(paper);
    const word = readWord(bytes);
    if (isUnreadable(word)) throw new Error(word.en);
    const text = textOf(word).replaceAll(/\s/g, '');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const words of wordsOf(paper.body)) {
      expect(text).toContain(words.replaceAll(/\s/g, ''));
      expect(value.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
    }
  });

  it('says the draft and the code on every page, and the moment of law in the file', async () => {
    const parts = partsOf(await writeWord(paper));
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(feet.length).toBeGreaterThanOrEqual(2);
    for (const [, xml] of feet) expect(xml).toContain(paper.trace.code);
    expect(parts.get('docProps/core.xml')?.match(/>\d{4}-[^<]*Z</g)).toHaveLength(2);
    expect(parts.get('docProps/core.xml')).toContain(
      `>${new Date(paper.file.at).toISOString().slice(0, 19)}Z<`,
    );
  });
});

const wordsOf = (body: readonly Block[]): readonly string[] =>
  body.flatMap((block) => {
    if (block.kind === 'paragraph')
      return [
        block.runs
          .filter(({ revised }) => revised?.how !== 'out')
          .map(({ text }) => text)
          .join(''),
      ];
    if (block.kind === 'heading') return [block.text.map(({ text }) => text).join('')];
    return block.kind === 'table' ? block.rows.flat().flatMap(({ lines }) => lines) : [];
  });

describe('GB/T 9704-2012', () => {
  it('22 lines of 28 characters: the page, the grid, the line, the space between characters', async () => {
    const parts = partsOf(await writeWord(samples.plan));
    const body = parts.get('word/document.xml') ?? '';
    expect(/<w:pgSz[^>]*>/.exec(body)?.[0]).toBe('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(/<w:pgMar[^>]*>/.exec(body)?.[0]).toMatch(
      /top="2098" w:right="1474" w:bottom="1984" w:left="1587"/,
    );
    expect(/<w:docGrid[^>]*>/.exec(body)?.[0]).toBe('<w:docGrid w:type="lines" w:linePitch="578"/>');
    const styles = parts.get('word/styles.xml') ?? '';
    const own = /w:styleId="MoudingBody">.*?<\/w:style>/.exec(styles)?.[0] ?? '';
    expect(own).toContain('w:line="578" w:lineRule="exact"');
    expect(own).toContain('<w:ind w:firstLine="640"/>');
    expect(own).toContain('<w:spacing w:val="-5"/>');
    expect(22 * 578).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect(28 * (320 - 5)).toBeLessThanOrEqual(11906 - 1474 - 1587);
    expect(29 * (320 - 5)).toBeGreaterThan(11906 - 1474 - 1587);
  });

  it('headings are the ones of Word, with their level and their type', async () => {
    const styles = partsOf(await writeWord(samples.notice)).get('word/styles.xml') ?? '';
    for (const [level, font] of [
      [1, '黑体'],
      [2, '楷体_GB2312'],
      [3, '仿宋_GB2312'],
      [4, '仿宋_GB2312'],
    ] as const) {
      const own = new RegExp(`w:styleId="Heading${level}">.*?</w:style>`).exec(styles)?.[0] ?? '';
      expect(own).toContain(`<w:name w:val="heading ${level}"/>`);
      expect(own).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
      expect(own).toContain(`w:eastAsia="${font}"`);
    }
  });

  it('numbers of pages: odd ones to the right, even ones to the left', async () => {
    const parts = partsOf(await writeWord(samples.notice));
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const body = parts.get('word/document.xml') ?? '';
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
    expect(feet.filter((xml) => /<w:ind w:right="280"\/><w:jc w:val="right"\/>/.test(xml))).toHaveLength(1);
    expect(feet.filter((xml) => /<w:ind w:left="280"\/><w:jc w:val="left"\/>/.test(xml))).toHaveLength(1);
    expect(body).toMatch(/<w:footerReference[^>]*w:type="even"/);
  });

  it('red stands in the head alone; the copies end with a full stop', async () => {
    const body = bodyOf(await writeWord(samples.notice));
    const [head = '', rest = ''] = body.split('云中医〔2026〕6号');
    expect(head).toContain('FF0000');
    expect(rest).not.toContain('FF0000');
    expect(body).toContain('抄送：云州市卫生健康委员会。');
  });

  it('a document that goes up names who signed it off beside its number', async () => {
    const body = bodyOf(await writeWord(samples.request));
    expect(body.indexOf('签发人：')).toBeGreaterThan(body.indexOf('云中医〔2026〕21号'));
    expect(body).toContain('陆闻远　喆玥堃');
  });

  it('the first page of a letter has its mark and no number', async () => {
    const parts = partsOf(await writeWord(samples.letter));
    expect(parts.get('word/document.xml')).toContain('<w:titlePg/>');
    const heads = [...parts].filter(
      ([name, xml]) => name.startsWith('word/header') && xml.includes('云州市中医院'),
    );
    expect(heads).toHaveLength(1);
    const feet = [...parts].filter(([name, xml]) => name.startsWith('word/footer') && !xml.includes('PAGE'));
    expect(feet).toHaveLength(1);
  });
});

describe('tables, turned pages, pages that are not issued yet', () => {
  it('repeats the head, tears no row, merges cells, hides the id of the node', async () => {
    const body = bodyOf(await writeWord(everything));
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('<w:gridSpan w:val="2"/>');
    expect(body).toMatch(/<w:vMerge w:val="restart"\/>.*<w:vMerge w:val="continue"\/>/);
    expect(body.match(/w:name="_md_n000000000[12]"/g)).toHaveLength(2);
    expect(body).toMatch(/<w:trPr><w:cantSplit\/><w:ins /);
  });

  it('turns the page and writes across it', async () => {
    const parts = partsOf(await writeWord(everything));
    expect(parts.get('word/document.xml')).toContain('w:orient="landscape"');
    expect(
      [...parts].filter(([name, xml]) => name.startsWith('word/header') && xml.includes('内部资料')),
    ).toHaveLength(2);
  });

  it('keeps remarks with who said them, at the words they quote', async () => {
    const word = readWord(await writeWord(everything), { revisions: 'accept' });
    if (isUnreadable(word)) throw new Error(word.en);
    expect(word.comments).toMatchObject([{ by: '医务部', text: '请核\n对', quote: '乙' }]);
    expect(word.revisions.list.map(({ by }) => by)).toContain('规划办');
  });
});

it('writes whatever people type as text', async () => {
  const hostile = '<w:p/>&amp;]]>"\u0007\uD800 {{x}} ⼀𬭎';
  const paper = sheet([{ kind: 'paragraph', runs: [{ text: hostile }] }], {
    title: hostile,
    watermark: hostile,
    trace: { draft: hostile, code: null },
    file: { author: hostile, at },
  });
  const bytes = await writeWord(paper, { properties: { 某: hostile } });
  const word = readWord(bytes);
  if (isUnreadable(word)) throw new Error(word.en);
  expect(textOf(word)).toContain('<w:p/>&amp;]]>" {{x}} ⼀𬭎');
});
