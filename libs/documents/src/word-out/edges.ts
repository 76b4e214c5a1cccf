import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Paper } from '../paper/paper.ts';
import { sayable } from '../xml.ts';
import { mark } from './head.ts';
import { fontOf, LINE, mm, RED, SIZE, widthOf, type Page } from './measures.ts';
import { words } from './runs.ts';
import { STYLE } from './styles.ts';

type Edges<T> = { readonly default: T; readonly even: T; readonly first?: T };

const oneSpace = SIZE.four * 10;

/** 稿次 · 校验码, so that any sheet of paper can be laid beside the text it shows. */
export const traceOf = ({ trace: { draft, code } }: Paper): string =>
  [draft, code === null ? null : `校验码 ${code}`].filter((part) => part !== null).join(' · ');

/** "— 1 —" in 4号, odd pages to the right, even ones to the left. @source GB/T 9704-2012 §7.5 */
const pageNumber = (side: 'left' | 'right' | 'center'): Paragraph =>
  new Paragraph({
    style: STYLE.plain,
    alignment: { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[side],
    spacing: { line: 320, lineRule: LineRuleType.EXACT },
    indent: side === 'left' ? { left: oneSpace } : side === 'right' ? { right: oneSpace } : {},
    children: [
      new TextRun({
        font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
        size: SIZE.four,
        children: ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  });

const trace = (paper: Paper): Paragraph =>
  new Paragraph({
    style: STYLE.plain,
    alignment: AlignmentType.CENTER,
    spacing: { line: 200, lineRule: LineRuleType.EXACT },
    children: [words(traceOf(paper), { font: fontOf('song'), size: SIZE.trace, color: '595959' })],
  });

const redDouble = (side: 'top' | 'bottom') =>
  ({
    [side]: {
      style: side === 'top' ? BorderStyle.THIN_THICK_SMALL_GAP : BorderStyle.THICK_THIN_SMALL_GAP,
      size: 24,
      space: 6,
      color: RED,
    },
  }) as const;

/** Seven millimetres over the type area on both sides: the lines of a letter are 170 mm long. */
const OUTSIDE = { left: -mm(7), right: -mm(7) };

/** The feet of the pages; the first page of a letter has its double line there and no number. */
export function footers(paper: Paper): Edges<Footer> {
  const [odd, even] = paper.form === 'sheet' ? (['center', 'center'] as const) : (['right', 'left'] as const);
  const edges = {
    default: new Footer({ children: [pageNumber(odd), trace(paper)] }),
    even: new Footer({ children: [pageNumber(even), trace(paper)] }),
  };
  if (paper.form !== 'letter' || !paper.head) return edges;
  const doubled = new Paragraph({ style: STYLE.plain, indent: OUTSIDE, border: redDouble('top') });
  return { ...edges, first: new Footer({ children: [doubled, trace(paper)] }) };
}

/** The heads of the pages: what stands across them, and the mark of a letter. Word refuses one without a paragraph. */
export function headers(paper: Paper, page: Page): Edges<Header> {
  const across = (): Paragraph =>
    paper.watermark ? watermark(paper.watermark) : new Paragraph({ style: STYLE.table });
  const edges = {
    default: new Header({ children: [across()] }),
    even: new Header({ children: [across()] }),
  };
  if (paper.form !== 'letter' || !paper.head) return edges;
  const line = new Paragraph({
    style: STYLE.plain,
    indent: OUTSIDE,
    spacing: { line: LINE / 2, lineRule: LineRuleType.EXACT },
    border: redDouble('bottom'),
  });
  return { ...edges, first: new Header({ children: [across(), mark(paper.head.mark, page, mm(15)), line] }) };
}

const WATERMARK_POINTS = 420;

function watermark(text: string): Paragraph {
  const signs = Math.max(2, widthOf(text));
  const width = Math.min(WATERMARK_POINTS, signs * 90);
  return new Paragraph({
    style: STYLE.plain,
    children: [
      new TextWatermark({
        text: sayable(text),
        font: '黑体',
        color: 'silver',
        opacity: 0.4,
        width,
        height: width / signs,
      }),
    ],
  });
}
