import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
  type IBorderOptions,
} from 'docx';
import type { Paper } from '../paper/paper.ts';
import { CHARACTER, SIZE, widthOf, type Page } from './measures.ts';
import { blank } from './head.ts';
import { marks } from './marks.ts';
import { childrenOf, words } from './runs.ts';
import { STYLE } from './styles.ts';

const LABEL = '附件：';

/** 附件说明, a line below the body, on the page of 署名 where there is one. @source GB/T 9704-2012 §7.3.4 */
export function attachments({
  attachments: titles = [],
  signature: signed,
}: Pick<Paper, 'attachments' | 'signature'>): readonly Paragraph[] {
  const keepNext = signed !== undefined;
  const lines = titles.length === 1 ? titles : titles.map((each, at) => `${at + 1}.${each}`);
  const numbers = titles.length === 1 ? 0 : CHARACTER;
  const left = CHARACTER * (2 + widthOf(LABEL)) + numbers;
  const written = lines.map(
    (text, at) =>
      new Paragraph({
        style: STYLE.plain,
        keepNext,
        indent: { left, hanging: at === 0 ? left - 2 * CHARACTER : numbers },
        children: [words(at === 0 ? LABEL + text : text)],
      }),
  );
  return written.length > 0 ? [...blank(1, keepNext), ...written] : [];
}

/**
 * 署名 and 成文日期 as they stand under a seal: the day four characters from the right, the name centred on it; a name
 * that is longer than the day stands two characters from the right, the day centred under it.
 *
 * @source GB/T 9704-2012 §7.3.5.1
 */
export function signature(signed: Paper['signature']): readonly Paragraph[] {
  if (!signed) return [];
  const [name, day] = [widthOf(signed.name), widthOf(signed.date)];
  const isLong = (name - day) / 2 > 2;
  const dayRight = isLong ? 2 + (name - day) / 2 : 4;
  const nameRight = isLong ? 2 : 4 + (day - name) / 2;
  const line = (text: string, right: number, isName = false): Paragraph =>
    new Paragraph({
      style: STYLE.plain,
      alignment: AlignmentType.RIGHT,
      keepLines: true,
      ...(isName ? { keepNext: true } : {}),
      indent: { right: Math.round(right * CHARACTER) },
      children: [words(text)],
    });
  return [...blank(2, true), line(signed.name, nameRight, true), line(signed.date, dayRight)];
}

/** 附注, in brackets. @source GB/T 9704-2012 §7.3.6 */
export const note = (text: string | undefined): readonly Paragraph[] =>
  text === undefined
    ? []
    : [
        new Paragraph({
          style: STYLE.plain,
          indent: { left: 2 * CHARACTER },
          children: [words(`（${text}）`)],
        }),
      ];

const line = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000' });
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** What Word leaves free on both sides of a cell together, in twips. */
const CELL_PADDING = 216;
/** 0.35 mm and 0.25 mm in eighths of a point. */
const [THICK, THIN] = [8, 6];

/**
 * 版记: at the foot of the page on which it stands, in 4号 between two strong lines. The copies end with a full stop.
 *
 * @source GB/T 9704-2012 §7.4
 */
export function imprint(stated: Paper['imprint'], page: Page): readonly FileChild[] {
  if (!stated) return [];
  const copies = stated.copies.length > 0 ? [[`抄送：${stated.copies.join('，')}。`]] : [];
  const rows = [...copies, [`${stated.printer}\t${stated.printed}印发`]];
  const table = new Table({
    width: { size: page.width, type: WidthType.DXA },
    columnWidths: [page.width],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: {
      top: line(THICK),
      bottom: line(THICK),
      left: none,
      right: none,
      insideHorizontal: line(THIN),
      insideVertical: none,
    },
    rows: rows.map(([text = '']) => imprintRow(text, page)),
  });
  const end = new Paragraph({
    style: STYLE.table,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
  });
  return [table, end];
}

/** A line of the imprint, a character in from both ends; copies that need more lines go on behind their label. */
function imprintRow(text: string, page: Page): TableRow {
  const inset = SIZE.four * 10;
  const hanging = Math.round(widthOf('抄送：') * inset);
  const indent = text.startsWith('抄送：')
    ? { left: inset + hanging, hanging, right: inset }
    : { left: inset, right: inset };
  const line = new Paragraph({
    style: STYLE.plain,
    indent,
    tabStops: [{ type: TabStopType.RIGHT, position: page.width - inset - CELL_PADDING }],
    children: childrenOf([{ text }], { size: SIZE.four }, marks()),
  });
  return new TableRow({ cantSplit: true, children: [new TableCell({ children: [line] })] });
}
