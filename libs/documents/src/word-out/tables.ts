import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableOptions,
  type ITableRowOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Cell, Revision, Run } from '../paper/paper.ts';
import { bookmarkOf } from './anchors.ts';
import type { Marks } from './marks.ts';
import { fontOf, SIZE, type Page } from './measures.ts';
import { childrenOf } from './runs.ts';
import { STYLE } from './styles.ts';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;

/** Where blocks are written: the paper's marks, its page, and whether it is a form, which is set smaller. */
export interface Place {
  readonly marks: Marks;
  readonly page: Page;
  readonly isSheet: boolean;
  /** What follows stays on the page of what is written. */
  readonly holdsNext?: boolean;
}

/** Half a millimetre of air above and below, in twips; a line is a fifth more than its letters. */
const AIR = 57;
const PADDING = 85;

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
export const frame = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
} as const;

export const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** The size of letters in a table, in half points. */
const tableSize = ({ isSheet }: Place): number => (isSheet ? SIZE.five : SIZE.smallFour);

/** A table with its head repeated on every page; a row is never torn across two. */
export function tableOf(block: TableBlock, place: Place): Table {
  const widths = columnWidths(block.widths, place.page.width);
  const head = block.head.length;
  const all = [...block.head, ...block.rows];
  return new Table({
    ...framed(widths),
    rows: all.map((cells, at) => {
      const revision = block.revised?.get(at);
      const anchor = at === 0 ? block.anchor : undefined;
      const held = { ...place, holdsNext: place.holdsNext === true && at === all.length - 1 };
      return new TableRow({
        cantSplit: true,
        ...(at < head ? { tableHeader: true } : {}),
        ...rowRevision(revision, place.marks),
        children: cells.map((cell, n) =>
          cellOf(at < head ? { align: 'center', bold: true, ...cell } : cell, {
            place: held,
            revision,
            anchor: n === 0 ? anchor : undefined,
          }),
        ),
      });
    }),
  });
}

/** As wide as its columns together, in the middle of the page, with thin lines. */
const framed = (columnWidths: readonly number[]): Omit<ITableOptions, 'rows'> => ({
  width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
  columnWidths: [...columnWidths],
  layout: TableLayoutType.FIXED,
  alignment: AlignmentType.CENTER,
  borders: frame,
  margins: { left: PADDING, right: PADDING },
});

/** Shares of a width in whole twips; what is left over by rounding goes to the last. */
export function columnWidths(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.floor((share / sum) * width));
  const rest = width - widths.reduce((total, each) => total + each, 0);
  return widths.map((each, at) => (at === widths.length - 1 ? each + rest : each));
}

const rowRevision = (
  revision: Revision | undefined,
  marks: Marks,
): Pick<ITableRowOptions, 'insertion' | 'deletion'> => {
  if (!revision) return {};
  const mark = marks.revision(revision);
  return revision.how === 'in' ? { insertion: mark } : { deletion: mark };
};

interface CellPlace {
  readonly place: Place;
  readonly revision: Revision | undefined;
  readonly anchor: string | undefined;
}

function cellOf(cell: Cell, { place, revision, anchor }: CellPlace): TableCell {
  const lines = cell.runs ?? cell.lines.map((text): readonly Run[] => [{ text }]);
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columns && cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows && cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    children: (lines.length === 0 ? [[]] : lines).map((runs, at) =>
      line(revision ? runs.map((run): Run => ({ ...run, revised: revision })) : runs, cell, {
        place,
        anchor: at === 0 ? anchor : undefined,
        revision,
      }),
    ),
  });
}

/** A line in a cell. */
function line(runs: readonly Run[], cell: Pick<Cell, 'align' | 'bold'>, at: CellPlace): Paragraph {
  const size = tableSize(at.place);
  const look = { font: fontOf('fang'), size, ...(cell.bold ? { bold: true } : {}) };
  const children = childrenOf(runs, look, at.place.marks);
  return new Paragraph({
    style: STYLE.table,
    alignment: ALIGN[cell.align ?? 'left'],
    ...(at.place.holdsNext ? { keepNext: true } : {}),
    spacing: { line: size * 12, lineRule: LineRuleType.EXACT, before: AIR, after: AIR },
    children: at.anchor === undefined ? children : anchored(children, at.anchor),
    ...(at.revision ? { run: markRevision(at.revision, at.place.marks) } : {}),
  });
}

/** The end of a line as a revision. */
export const markRevision = (revision: Revision, marks: Marks) =>
  revision.how === 'in' ? { insertion: marks.revision(revision) } : { deletion: marks.revision(revision) };

/** What stands in a line, with the node's hidden bookmark around it. */
export const anchored = (children: readonly ParagraphChild[], node: string): readonly ParagraphChild[] => [
  new Bookmark({ id: bookmarkOf(node), children }),
];

/** 意见栏、签名栏: a frame with its label at the head and room to write by hand. */
export function boxOf({ label, lines }: Extract<Block, { readonly kind: 'box' }>, place: Place): Table {
  const handLine = 480;
  return new Table({
    ...framed([place.page.width]),
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: (lines + 1) * handLine, rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            verticalAlign: VerticalAlignTable.TOP,
            children: [
              line([{ text: label }], { bold: true }, { place, anchor: undefined, revision: undefined }),
            ],
          }),
        ],
      }),
    ],
  });
}

/** Labels and values in a frame, one or two pairs to a line. */
export function fieldsOf(
  { pairs, columns }: Extract<Block, { readonly kind: 'fields' }>,
  place: Place,
): Table {
  const perRow = columns ?? 1;
  const rows = Array.from({ length: Math.ceil(pairs.length / perRow) }, (_, at) =>
    Array.from({ length: perRow }, (__, n) => pairs[at * perRow + n] ?? (['', ''] as const)),
  );
  const shares = perRow === 2 ? [18, 32, 18, 32] : [22, 78];
  const cells = rows.map((row) =>
    row.flatMap(([label, value]): readonly Cell[] => [
      { lines: [label], align: 'center', bold: true },
      { lines: value.split('\n') },
    ]),
  );
  return tableOf({ kind: 'table', widths: shares, head: [], rows: cells }, place);
}
