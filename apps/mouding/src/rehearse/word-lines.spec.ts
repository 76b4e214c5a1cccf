import { papersSaid, pagesOf, wordSaid } from './word-lines.ts';

const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Outlines /Count 40 >>\nendobj\n2 0 obj\n<</Type /Pages/Kids [3 0 R]/Count 18>>\nendobj\n',
  'latin1',
);

const TALLY = { files: 44, bytes: 453_117, operations: 12, opinions: 1 };

test('pages are counted in the tree of pages, not among the bookmarks', () => {
  expect(pagesOf(PDF)).toBe(18);
  expect(pagesOf(Buffer.from('no pdf'))).toBe(0);
});

test('the papers are counted by form, and what was issued has its length', () => {
  const papers = [
    { title: '印发通知', name: '印发通知.docx', bytes: Buffer.alloc(1234) },
    { title: '印发通知', name: '印发通知.pdf', bytes: PDF },
    { title: '表决票', name: '表决票.docx', bytes: Buffer.alloc(7) },
  ];
  expect(papersSaid(papers).zh).toBe(
    `2种文件：.docx 2份，PDF 1份；印发件 .docx 1,234字节，PDF 18页 ${PDF.length}字节`,
  );
});

test('a text that reads otherwise in Word is said', () => {
  expect(wordSaid({ ...TALLY, isFaithful: true }).zh).toContain(
    '44份 .docx 读入（453,117字节），文字与原稿逐字一致',
  );
  expect(wordSaid({ ...TALLY, isFaithful: false }).zh).toContain('不一致');
});
