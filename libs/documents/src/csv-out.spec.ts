import { writeCsv } from './csv-out.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('begins with a byte order mark and ends its lines as spreadsheets expect', () => {
  expect(
    decoded(
      writeCsv([
        ['序号', '科室'],
        ['1', '影像科'],
      ]),
    ),
  ).toBe('\uFEFF序号,科室\r\n1,影像科\r\n');
});

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])(
  '%j is text and is never computed',
  (cell) => {
    const written = decoded(writeCsv([[cell]]))
      .slice(1)
      .replace(/^"/, '');
    expect(written.startsWith("'")).toBe(true);
  },
);

test('commas, quotes and line ends stay in their cell', () => {
  expect(decoded(writeCsv([['a,b', '说"是"', '一\n二']]))).toBe('\uFEFF"a,b","说""是""","一\n二"\r\n');
});
