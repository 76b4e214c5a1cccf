import type { Words } from '../words.ts';
import type { PrintedPaper } from './printed.ts';
import type { WordTally } from './word-desk.ts';

const number = (value: number): string => value.toLocaleString('en-US');

/** What went through Word, in a line. */
export function wordSaid(word: Readonly<WordTally> & { readonly isFaithful: boolean }): Words {
  const { files, bytes, operations, opinions, isFaithful } = word;
  return {
    zh: `原件${files}份 .docx 读入（${number(bytes)}字节），文字与原稿${isFaithful ? '逐字一致' : '不一致'}；统稿在 Word 中修改后读回${operations}处，反馈表读出意见${opinions}条`,
    en: `${files} originals read from .docx (${number(bytes)} bytes), ${isFaithful ? 'sign for sign' : 'NOT'} the source; ${operations} changes came back out of Word, ${opinions} opinion${opinions === 1 ? '' : 's'} from a form`,
  };
}

/** Which papers were made, and how large what was issued is. */
export function papersSaid(papers: readonly PrintedPaper[]): Words {
  const ending = (end: string): readonly PrintedPaper[] => papers.filter(({ name }) => name.endsWith(end));
  const [word, pdf] = [ending('.docx'), ending('.pdf')];
  const issued = (all: readonly PrintedPaper[]): Buffer =>
    all.find(({ title }) => title === '印发通知')?.bytes ?? Buffer.alloc(0);
  const [docx, printed] = [issued(word), issued(pdf)];
  const pages = pagesOf(printed);
  return {
    zh: `${word.length}种文件：.docx ${word.length}份，PDF ${pdf.length}份；印发件 .docx ${number(docx.length)}字节，PDF ${pages}页 ${number(printed.length)}字节`,
    en: `${word.length} kinds: ${word.length} .docx, ${pdf.length} PDF; issued as .docx of ${number(docx.length)} bytes and PDF of ${pages} pages, ${number(printed.length)} bytes`,
  };
}

/** The pages that a PDF of ours says it has; 0 for what is none. */
export function pagesOf(pdf: Buffer): number {
  const trees = pdf.toString('latin1').match(/<<[^<>]*\/Type\s*\/Pages\b[^<>]*>>/g) ?? [];
  return Math.max(0, ...trees.map((tree) => Number(/\/Count\s+(\d+)/.exec(tree)?.[1])));
}
