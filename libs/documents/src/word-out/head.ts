import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Paper, RedHead } from '../paper/paper.ts';
import { titleLines } from '../pdf/title-lines.ts';
import { CHARACTER, fontOf, LINE, mm, RED, SIZE, widthOf, type Page } from './measures.ts';
import { marks } from './marks.ts';
import { childrenOf, words } from './runs.ts';
import { STYLE } from './styles.ts';

/** Points of the largest mark that a hospital uses; a long name is set smaller, so that it stays in one line. */
const LARGEST_MARK = 54;

/** Lines without words; kept together with what follows, where that is said. */
export const blank = (count: number, keepNext = false): readonly Paragraph[] =>
  Array.from({ length: count }, () => new Paragraph({ style: STYLE.plain, keepNext }));

/** 发文机关标志, in red. @source GB/T 9704-2012 §7.2.4 */
export function mark(text: string, page: Page, before: number): Paragraph {
  const points = Math.min(LARGEST_MARK, Math.floor(page.width / 20 / Math.max(1, widthOf(text))));
  return new Paragraph({
    style: STYLE.plain,
    alignment: AlignmentType.CENTER,
    spacing: { before, line: Math.round(points * 24), lineRule: LineRuleType.EXACT },
    children: [words(text, { font: fontOf('title'), size: points * 2, color: RED })],
  });
}

/** The red line, 4 mm under what stands above it. @source GB/T 9704-2012 §7.2.7 */
const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: RED } } as const;

/** 版头 of a document: 份号, 紧急程度, the mark, its number, who signed it off, the red line. */
export function documentHead(head: RedHead, page: Page): readonly Paragraph[] {
  const above = [head.copy, head.urgency].filter((line) => line !== undefined);
  const fromTop = mm(35) - above.length * LINE;
  return [
    ...above.map(
      (text, at) =>
        new Paragraph({
          style: STYLE.plain,
          children: [words(text, text === head.copy && at === 0 ? {} : { font: fontOf('hei') })],
        }),
    ),
    mark(head.mark, page, fromTop),
    ...blank(2),
    ...numberLines(head, page),
  ];
}

/** The number in the middle, over the red line. */
const numberAlone = (number: string | null): Paragraph =>
  new Paragraph({
    style: STYLE.plain,
    alignment: AlignmentType.CENTER,
    border: rule,
    children: [words(number ?? '')],
  });

/** The number in the middle; of a document that goes up to the left, beside the last of those who signed it off. */
function numberLines({ number, signers }: RedHead, page: Page): readonly Paragraph[] {
  if (signers.length === 0) return [numberAlone(number)];
  const rows = Array.from({ length: Math.ceil(signers.length / 2) }, (_, at) =>
    signers.slice(2 * at, 2 * at + 2).join('　'),
  );
  return rows.map((names, at) => {
    const isLast = at === rows.length - 1;
    return new Paragraph({
      style: STYLE.plain,
      indent: { left: CHARACTER, right: CHARACTER },
      tabStops: [{ type: TabStopType.RIGHT, position: page.width - CHARACTER }],
      ...(isLast ? { border: rule } : {}),
      children: [
        words(isLast ? (number ?? '') : ''),
        new TextRun({ children: [new Tab()] }),
        words(at === 0 ? '签发人：' : ''),
        words(names, { font: fontOf('kai') }),
      ],
    });
  });
}

/** 纪要: the mark, the number of the issue, the red line. @source GB/T 9704-2012 §10.3 */
export const minutesHead = ({ mark: text, number }: RedHead, page: Page): readonly Paragraph[] => [
  mark(text, page, mm(20)),
  ...blank(1),
  numberAlone(number),
];

/** 信函: the number stands to the right under the double line, which the header of the first page carries. */
export const letterHead = ({ number, urgency }: RedHead, page: Page): readonly Paragraph[] => [
  new Paragraph({
    style: STYLE.plain,
    tabStops: [{ type: TabStopType.RIGHT, position: page.width }],
    children: [
      words(urgency ?? '', { font: fontOf('hei') }),
      new TextRun({ children: [new Tab()] }),
      words(number ?? ''),
    ],
  }),
];

/** 标题. @source GB/T 9704-2012 §7.3.1 */
export function title({ title: text, form, landscape }: Paper): readonly Paragraph[] {
  if (text === '') return [];
  const size = form === 'sheet' ? 36 : SIZE.two;
  const most = Math.floor(((landscape ? 225 : 156) * 72) / 25.4 / (size / 2));
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: childrenOf(
        [{ text: titleLines(text, most).join('\n') }],
        { size, font: fontOf('title') },
        marks(),
      ),
    }),
  ];
}

/** 主送. @source GB/T 9704-2012 §7.3.2 */
export const addressee = (to: string | undefined): readonly Paragraph[] =>
  to === undefined
    ? []
    : [
        new Paragraph({
          style: STYLE.plain,
          children: [words(`${to}：`)],
        }),
      ];
