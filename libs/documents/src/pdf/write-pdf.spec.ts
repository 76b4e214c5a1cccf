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

test('版记 stands on an even page, at the foot', async () => {
  const pages = await svgPages(samples.request, fonts);
  expect(pages.length % 2).toBe(0);
});

test('a picture that is none is said, and the next paper is set', async () => {
  const broken: Paper = {
    ...slipSample,
    body: [{ kind: 'picture', bytes: new Uint8Array([1, 2, 3]), media: 'image/png', width: 50, alt: '照片' }],
  };
  await expect(writePdf(broken, fonts)).rejects.toThrow(PaperTrouble);
  expect(latin1(await writePdf(slipSample, fonts)).slice(0, 5)).toBe('%PDF-');
});
