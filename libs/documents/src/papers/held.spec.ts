import { openCompiler } from '../pdf/compiler.ts';
import { fontsFrom } from '../pdf/fonts.ts';
import { linesOfPage } from '../pdf/testing/lines-of-page.ts';
import type { Block, Paper } from '../paper/paper.ts';
import { samples, slipSample } from '../paper/samples.ts';
import { VOTE } from '../testing/paper-data.ts';
import { bodyOf } from '../word-out/testing/parts-of.ts';
import { writeWord } from '../word-out/write-word.ts';
import { below, signing, table } from './blocks.ts';
import { voteReport } from './vote-report.ts';

const compiler = openCompiler(fontsFrom(null));
const report = (conditions: number): Paper =>
  voteReport({
    ...VOTE,
    conditions: Array.from({ length: conditions }, (_, at) => `第${at + 1}项数据由医务科核定后报备案`),
  });

/** How many letters each line of each page has. */
const pagesOf = (paper: Paper): readonly (readonly number[])[] =>
  compiler.pages(paper).map((page) => linesOfPage(page).map(({ letters }) => letters));

test.each([12, 13, 14, 15, 16])(
  'the lines to be signed stay together under what is signed, below %i conditions',
  (conditions) => {
    const [first = [], ...rest] = pagesOf(report(conditions));
    const signed = rest.at(-1) ?? first;
    // 总监票人, 计票人, 会议主持人, each with its brackets, its colon and the day.
    expect(signed.join()).toMatch(/\d,12,11,13(?:,|$)/);
  },
);

test('a long table is not moved for what stands below it', () => {
  const rows = Array.from({ length: 60 }, (_, at) => [`${at + 1}`, '一项']);
  const body: readonly Block[] = [
    table({ head: ['序号', '事项'], widths: [1, 4] }, rows),
    below('共六十项。'),
    signing('填表人'),
  ];
  const [first = []] = pagesOf({ ...slipSample, body });
  expect(first.length).toBeGreaterThan(30);
});

test.each([3, 4, 5, 6, 7, 8])('署名 has words of the text on its page, %i lines below the head', (count) => {
  const { head, title, signature = { name: '', date: '' }, imprint } = samples.request;
  const line: Block = { kind: 'paragraph', runs: [{ text: '落'.repeat(17) }] };
  const body = Array.from({ length: count }, () => line);
  const document = { ...slipSample, form: 'document' as const, head, title, body, signature };
  const pages = pagesOf(imprint ? { ...document, imprint } : document);
  expect(pages.find((page) => page.includes(signature.date.length))).toContain(17);
});

test('Word is told the same: of the words, the blank line and all but the last that signs', async () => {
  const body = bodyOf(await writeWord(report(2)));
  const tail = [...body.matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) => paragraph).slice(-6);
  expect(tail.map((each) => each.includes('<w:keepNext/>'))).toEqual([false, true, true, true, true, false]);
  expect(tail.slice(-3).every((each) => each.includes('<w:keepLines/>'))).toBe(true);
});

test('and of the last row of a table alone', async () => {
  const body = [table({ head: ['序号'], widths: [1] }, [['1'], ['2']]), below('共两项。')];
  const rows = bodyOf(await writeWord({ ...slipSample, body })).match(/<w:tr>.*?<\/w:tr>/g) ?? [];
  expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([false, false, true]);
});
