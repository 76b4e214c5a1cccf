import type { Paper } from '../paper/paper.ts';
import { flush, table } from './blocks.ts';
import { dayWords } from './day.ts';
import { sheetOf, type Source } from './source.ts';

/** One 件 of the archive. */
export interface IndexLine {
  readonly no: number;
  /** 档号. */
  readonly code: string;
  readonly title: string;
  readonly responsible: string;
  /** YYYYMMDD. */
  readonly date: string;
  readonly pages: number | null;
  readonly retention: string;
}

export interface ArchiveIndex {
  readonly source: Source;
  readonly plan: string;
  /** 全宗号; null where the institution has none. */
  readonly fonds: string | null;
  readonly year: string;
  readonly lines: readonly IndexLine[];
}

const pagesOf = (lines: readonly IndexLine[]): number =>
  lines.reduce((sum, { pages }) => sum + (pages ?? 0), 0);

/** 归档文件目录. @source DA/T 22-2015 §6.6 */
export const archiveIndex = ({ source, plan, fonds, year, lines }: ArchiveIndex): Paper =>
  sheetOf(source, {
    title: `${plan}\n归档文件目录`,
    body: [
      flush(
        `全宗号：${fonds ?? '（未设）'}　　年度：${year}　　件数：${lines.length}　　页数：${pagesOf(lines)}`,
      ),
      table(
        {
          head: ['件号', '档号', '责任者', '题名', '日期', '页数', '保管期限'],
          widths: [7, 21, 14, 28, 12, 7, 11],
          align: ['center', undefined, undefined, undefined, 'center', 'center', 'center'],
          caption: '归档文件目录',
        },
        lines.map((line) => [
          String(line.no),
          line.code,
          line.responsible,
          line.title,
          line.date,
          line.pages === null ? '——' : String(line.pages),
          line.retention,
        ]),
      ),
      flush(
        '核验：双击“核验.html”，选取本归档包（.zip）；或在装有 Node 的计算机上运行 node verify.mjs 归档包.zip。',
      ),
    ],
    signature: { name: source.office, date: dayWords(source.at) },
  });
