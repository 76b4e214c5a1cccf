import type { Block, Paper } from '../paper/paper.ts';
import { pageOfAnnex, table } from './blocks.ts';
import { codeOf, sheetOf, type Source } from './source.ts';

/** One of the papers that are bound together. */
export interface BundledPaper {
  readonly title: string;
  readonly draft: string | null;
  /** SHA-256 or root of its text, hex; null for a form. */
  readonly hash: string | null;
  readonly body: readonly Block[];
}

export interface Bundle {
  readonly source: Source;
  /** 院长办公会材料汇编 */
  readonly title: string;
  /** 2026年4月8日（星期三）14:30，行政楼三楼会议室; empty for a file that no meeting is about. */
  readonly occasion: string;
  readonly papers: readonly BundledPaper[];
}

const labelOf = (at: number): string => `材料${at + 1}`;

/** 材料汇编: many papers as one, its contents first, each on a page of its own. */
export const bundle = ({ source, title, occasion, papers }: Bundle): Paper =>
  sheetOf(source, {
    title,
    body: [
      ...(occasion === ''
        ? []
        : [
            {
              kind: 'paragraph' as const,
              runs: [{ text: occasion, font: 'kai' as const }],
              align: 'center' as const,
              flush: true as const,
            },
          ]),
      { kind: 'space', lines: 1 },
      table(
        {
          head: ['序号', '名称', '稿次', '校验码', '页码'],
          widths: [12, 46, 19, 15, 8],
          align: ['center', undefined, 'center', 'center', 'center'],
          caption: '目录',
        },
        papers.map((paper, at) => [
          labelOf(at),
          paper.title,
          paper.draft ?? '——',
          paper.hash === null ? '——' : codeOf(paper.hash),
          pageOfAnnex(at),
        ]),
      ),
    ],
    annexes: papers.map((paper, at) => ({
      title: paper.title,
      label: labelOf(at),
      body: paper.body,
    })),
  });
