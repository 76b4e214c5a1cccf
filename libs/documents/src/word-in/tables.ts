import { childOf, elementsOf, valueOf, type Element } from './element.ts';
import { noteRevision } from './inline.ts';
import { here, type Story } from './story.ts';

/** Reads the paragraphs and tables in a cell; answers its lines. */
export type ReadCell = (cell: Element, story: Story) => readonly string[];

/** Columns that a table may have: what a wide register needs. */
const WIDEST = 200;

/** The rows of a table. Of merged cells the first has the text, the others are empty; every row is equally long. */
export function readTable(table: Element, story: Story, readCell: ReadCell): readonly (readonly string[])[] {
  const rows = rowsIn(table).flatMap((row) => readRow(row, story, readCell));
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...empty(width - row.length)]);
}

/** Rows and cells may stand in a control or a mark of their own. */
const AROUND = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveTo', 'w:moveFrom']);

const through = (parent: Element, name: string): readonly Element[] =>
  elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return AROUND.has(child.name) ? through(child, name) : [];
  });

/** The rows of a table. */
export const rowsIn = (table: Element): readonly Element[] => through(table, 'w:tr');

/** The cells of a row. */
export const cellsIn = (row: Element): readonly Element[] => through(row, 'w:tc');

function readRow(row: Element, story: Story, readCell: ReadCell): readonly (readonly string[])[] {
  const properties = childOf(row, 'w:trPr');
  const [added, removed] = [childOf(properties, 'w:ins'), childOf(properties, 'w:del')];
  const isGone = (story.take === 'accept' ? removed : added) !== undefined;
  const before = Math.min(WIDEST, Number(valueOf(properties, 'w:gridBefore') ?? 0) || 0);
  const read = (): readonly string[] => cellsIn(row).flatMap((cell) => readWide(cell, story, readCell));
  const change = added ?? removed;
  const cells = change ? readChanged(change, added ? 'row-in' : 'row-out', story, isGone, read) : read();
  return isGone ? [] : [[...empty(before), ...cells]];
}

const empty = (count: number): readonly string[] => Array.from({ length: count }, () => '');

/** A row that was put in or taken out: its words are marked too, and one row is one revision. */
function readChanged(
  change: Element,
  how: 'row-in' | 'row-out',
  story: Story,
  isGone: boolean,
  read: () => readonly string[],
): readonly string[] {
  const known = story.found.revisions.length;
  const revision = { text: '' };
  story.revising.push(revision);
  story.hidden += isGone ? 1 : 0;
  const cells = read();
  story.hidden -= isGone ? 1 : 0;
  story.revising.pop();
  story.found.revisions.splice(known);
  noteRevision(story, change, how, revision.text);
  return cells;
}

/** A cell with the empty ones that it covers. */
function readWide(cell: Element, story: Story, readCell: ReadCell): readonly string[] {
  const properties = childOf(cell, 'w:tcPr');
  const goesOn = (name: string): boolean => {
    const merge = childOf(properties, name);
    return merge !== undefined && (merge.attributes.get('w:val') ?? 'continue') === 'continue';
  };
  const text = inCell(readCell(cell, story));
  const span = Math.max(1, Math.min(WIDEST, Number(valueOf(properties, 'w:gridSpan') ?? 1) || 1));
  const isCovered = goesOn('w:vMerge') || goesOn('w:hMerge');
  return [isCovered ? '' : text, ...empty(span - 1)];
}

/** A cell is one piece of a line: its own lines and the signs of the form give way. */
const inCell = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replaceAll(/[\t\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join(' ')
    .replaceAll('|', '｜');

/** A table as lines of text. */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A table in a table cannot be shown: its cells stand one after the other. */
export function readNested(table: Element, story: Story, readCell: ReadCell): readonly string[] {
  story.found.warnings.push({
    zh: '表格内嵌套的表格已并为一行文字。',
    en: 'A table inside a table became one line of text.',
    paragraph: here(story),
  });
  return readTable(table, story, readCell).map((cells) => cells.filter((cell) => cell !== '').join(' '));
}
