import fc from 'fast-check';
import type { Block, Paper } from '../paper/paper.ts';
import { samples, slipSample } from '../paper/samples.ts';
import { openCompiler, PaperTrouble } from './compiler.ts';
import { fontsFrom } from './fonts.ts';
import { svgPages, writePdf } from './write-pdf.ts';

const fonts = fontsFrom(null);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const shown = async (text: string): Promise<readonly string[]> => {
  const body: readonly Block[] = [
    { kind: 'paragraph', runs: [{ text }] },
    { kind: 'fields', pairs: [[text, text]] },
    { kind: 'box', label: text, lines: 2 },
    { kind: 'table', widths: [1], head: [], rows: [[{ lines: [text] }]] },
  ];
  return svgPages({ ...slipSample, title: text, body, watermark: text }, fonts);
};

test.each(Object.entries(samples))('%s is a PDF for keeping, and the same bytes again', async (_, paper) => {
  const first = await writePdf(paper, fonts);
  expect(latin1(first)).toContain('pdfaid:part');
  expect(latin1(first)).toContain('/FontFile');
  const other = openCompiler(fonts);
  expect(latin1(other.pdf(paper))).toBe(latin1(first));
});

test('no text of a paper is read as code', async () => {
  const sign = fc.constantFrom(
    '#',
    '$',
    '\\',
    '[',
    ']',
    '{',
    '}',
    '"',
    '`',
    '@',
    '<',
    '>',
    '*',
    '_',
    '=',
    '/',
    '//',
    'panic()',
    '\n',
    '院',
    '\ud800',
    '\u202e',
    '\u0000',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sign, { maxLength: 12 }), async (signs) => {
      expect(await shown(signs.join(''))).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test('code in a text is printed letter by letter', async () => {
  const letters = async (text: string): Promise<number> =>
    ((await shown(text))[0] ?? '').split('<use ').length;
  const none = await letters('');
  expect((await letters('#pagebreak()')) - none).toBeGreaterThan(5 * 12);
});

test.each([10, 22, 34, 46])(
  '版记 stands on the back of the last sheet, %i lines behind the head',
  async (count) => {
    const line: Block = { kind: 'paragraph', runs: [{ text: '各科室应当认真落实。' }] };
    const body = Array.from({ length: count }, () => line);
    const pages = await svgPages({ ...samples.request, body }, fonts);
    expect(pages.length % 2).toBe(0);
  },
);

test('a document of one page keeps its 版记 on it', async () => {
  const { imprint = { copies: [], printer: '', printed: '' } } = samples.request;
  const pages = await svgPages({ ...slipSample, form: 'document', body: [], imprint }, fonts);
  expect(pages).toHaveLength(1);
});

test('what came or went is marked in cells, rows and whole lines; remarks stand under their line', async () => {
  const change = { how: 'in', by: '规划办', at: '2026-03-04T16:20:00+08:00' } as const;
  const plain: Block = { kind: 'paragraph', runs: [{ text: '门诊量' }] };
  const drawn = async (block: Block): Promise<string> =>
    (await svgPages({ ...slipSample, body: [block] }, fonts)).join('');
  const blue = '#123f9c';
  expect(await drawn(plain)).not.toContain(blue);
  expect(await drawn({ ...plain, revised: change })).toContain(blue);
  const cell = { lines: ['95'], runs: [[{ text: '95', revised: change }]] };
  expect(await drawn({ kind: 'table', widths: [1], head: [], rows: [[cell]] })).toContain(blue);
  const rows = [[{ lines: ['80'] }], [{ lines: ['95'] }]];
  const revised = new Map([[1, change]]);
  expect(await drawn({ kind: 'table', widths: [1], head: [], rows, revised })).toContain(blue);
  const remarks = [{ by: '影像科', at: change.at, text: '请核实', quote: '门诊' }];
  expect((await drawn({ ...plain, remarks })).split('<use ').length).toBeGreaterThan(
    (await drawn(plain)).split('<use ').length + 10,
  );
});

test('a picture that is none is said, and the next paper is set', async () => {
  const broken: Paper = {
    ...slipSample,
    body: [{ kind: 'picture', bytes: new Uint8Array([1, 2, 3]), media: 'image/png', width: 50, alt: '照片' }],
  };
  await expect(writePdf(broken, fonts)).rejects.toThrow(PaperTrouble);
  expect(latin1(await writePdf(slipSample, fonts)).slice(0, 5)).toBe('%PDF-');
});
