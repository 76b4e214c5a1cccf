import { chosen } from './drawings.ts';
import { childOf, elementsOf, valueOf, within, type Element } from './element.ts';
import { anchorOf, noteRevision, readInline } from './inline.ts';
import { freshPen, here, type Pen, type Story } from './story.ts';
import { outlineOf, placeOf, type ListPlace, type Style } from './styles.ts';
import { cellsIn, readNested, readTable, rowsIn, tableText } from './tables.ts';

type Reader = (element: Element, story: Story) => void;

/** Reads paragraphs and tables in their order. */
export function readBody(parent: Element, story: Story): void {
  for (const child of elementsOf(parent)) BLOCKS.get(child.name)?.(child, story);
}

const BLOCKS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['w:p', (element, story) => putParagraph(readParagraph(element, story), story)],
  ['w:tbl', putTable],
  ['w:sdt', readControl],
  ['w:customXml', readBody],
  ['w:ins', readBody],
  ['w:moveTo', readBody],
  ['w:bookmarkStart', (element, story) => void (story.pendingAnchor ??= anchorOf(element, story))],
  ['mc:AlternateContent', (element, story) => readBody(chosen(element), story)],
]);

/** A control around paragraphs; that of a 目录 says so. */
function readControl(element: Element, story: Story): void {
  const gallery = [...within(childOf(element, 'w:sdtPr') ?? element)].find(
    ({ name }) => name === 'w:docPartGallery',
  );
  const isContents = gallery?.attributes.get('w:val') === 'Table of Contents';
  const content = childOf(element, 'w:sdtContent');
  if (isContents) story.contents += 1;
  if (content) readBody(content, story);
  if (isContents) story.contents -= 1;
}

/** A paragraph as it was read. */
interface Read {
  readonly pen: Pen;
  /** Its number; empty where it has none. */
  readonly label: string;
  readonly outline: number | undefined;
  /** Its mark is gone: what stands in it belongs to the next. */
  readonly joins: boolean;
}

function readParagraph(paragraph: Element, story: Story): Read {
  const written = childOf(paragraph, 'w:pPr');
  const change = childOf(written, 'w:pPrChange');
  const outer = story.pen;
  story.pen = story.carried ?? freshPen();
  story.carried = null;
  story.goesOn = false;
  readInline(paragraph, story);
  if (change) noteRevision(story, change, 'format', '');
  const joins = readMark(childOf(written, 'w:rPr'), story);
  const { pen } = story;
  story.pen = outer;
  if (joins) return { pen, label: '', outline: undefined, joins };
  end(pen, story);
  const properties = change && story.take === 'reject' ? childOf(change, 'w:pPr') : written;
  return { pen, joins, ...headOf(properties, pen, story) };
}

/** The number and the level of a paragraph; a line of a 目录 has none. */
function headOf(properties: Element | undefined, pen: Pen, story: Story): Pick<Read, 'label' | 'outline'> {
  const style = story.styles.of(valueOf(properties, 'w:pStyle'));
  const isContents = pen.contents !== '' && pen.text === '';
  const label = isContents ? '' : story.numbering.next(placeIn(properties, style), style?.id);
  return { label, outline: outlineOf(properties) ?? style?.outline };
}

/** Notes stand at the end of their paragraph, and a comment over several paragraphs has a line for each. */
function end(pen: Pen, story: Story): void {
  pen.text += pen.notes.map((note) => `（注：${note}）`).join('');
  pen.notes.length = 0;
  for (const comment of story.commenting.values()) comment.quote += '\n';
}

/** Reads the revision of a paragraph's mark: one that is not there joins the paragraph with the next. */
function readMark(looks: Element | undefined, story: Story): boolean {
  const added = childOf(looks, 'w:ins') ?? childOf(looks, 'w:moveTo');
  const removed = childOf(looks, 'w:del') ?? childOf(looks, 'w:moveFrom');
  for (const [change, how] of [[added, 'in'] as const, [removed, 'out'] as const]) {
    const isKnown = story.found.revisions.some(
      (each) => each.paragraph === here(story) && each.how.endsWith(how),
    );
    if (change && !isKnown) noteRevision(story, change, how, '');
  }
  return (story.take === 'accept' ? removed : added) !== undefined;
}

/** The list that a paragraph names, otherwise that of its style; list 0 is none. */
function placeIn(properties: Element | undefined, style: Style | undefined): ListPlace | undefined {
  const own = placeOf(properties);
  const place = own?.list === undefined ? { ...style?.place, ...defined(own) } : own;
  return place.list === undefined || place.list === '0'
    ? undefined
    : { list: place.list, level: place.level };
}

const defined = (place: ListPlace | undefined): { readonly list?: string; readonly level?: number } => ({
  ...(place?.list === undefined ? {} : { list: place.list }),
  ...(place?.level === undefined ? {} : { level: place.level }),
});

const CONTENTS_WORD = /^[\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*$/;

function putParagraph({ pen, label, outline, joins }: Read, story: Story): void {
  if (pen.contents !== '') putContents(pen, story);
  if (joins) {
    carry(pen, story);
    return;
  }
  const text = label + pen.text.replace(/\n+$/, '');
  if (text.trim() === '') {
    if (pen.contents === '') story.blank += `${text}\n`;
    return;
  }
  put(story, { text, anchor: pen.anchor, outline });
}

/** 目录 that a program made is no text; the word above it goes with it. */
function putContents(pen: Pen, story: Story): void {
  const { paragraphs, residue } = story.found;
  const last = paragraphs.at(-1);
  const isFirst = !residue.some(({ kind }) => kind === 'contents');
  if (isFirst && last && CONTENTS_WORD.test(last.text)) {
    paragraphs.pop();
    residue.push({ kind: 'contents', text: last.text, paragraph: here(story) });
  }
  residue.push({ kind: 'contents', text: pen.contents, paragraph: here(story) });
  pen.contents = '';
  story.blank = '';
}

function put(
  story: Story,
  {
    text,
    anchor,
    outline,
    rows,
  }: {
    readonly text: string;
    readonly anchor: string | null;
    readonly outline: number | undefined;
    readonly rows?: readonly (readonly string[])[];
  },
): void {
  const before = story.blank;
  story.blank = '';
  const named = anchor ?? story.pendingAnchor;
  story.pendingAnchor = null;
  story.found.paragraphs.push({ before, text, anchor: named, outline, ...(rows ? { rows } : {}) });
}

function putTable(table: Element, story: Story): void {
  leaveCarried(story);
  const only = rowsIn(table).length === 1 ? cellsIn(rowsIn(table)[0] ?? table) : [];
  const [cell] = only;
  if (cell && only.length === 1 && elementsOf(cell).filter(({ name }) => name === 'w:p').length > 1) {
    story.found.warnings.push({
      zh: '单格文本框按段落读入。',
      en: 'A box of one cell was read as paragraphs.',
      paragraph: here(story),
    });
    readBody(cell, story);
    return;
  }
  const outer = story.pen;
  story.pen = freshPen();
  const rows = readTable(table, story, readCell);
  const { anchor } = story.pen;
  story.pen = outer;
  leaveCarried(story);
  if (rows.some((cells) => cells.length > 0))
    put(story, { text: tableText(rows), anchor, outline: undefined, rows });
}

/** No paragraph follows that could take it: it stays one. */
export function leaveCarried(story: Story): void {
  const { carried } = story;
  story.carried = null;
  if (carried && carried.text !== '')
    putParagraph({ pen: carried, label: '', outline: undefined, joins: false }, story);
}

function readCell(cell: Element, story: Story): readonly string[] {
  const lines = elementsOf(cell).flatMap((child) => IN_CELL.get(child.name)?.(child, story) ?? []);
  const left = story.carried;
  story.carried = null;
  return left ? [...lines, left.text] : lines;
}

const IN_CELL: ReadonlyMap<string, (element: Element, story: Story) => readonly string[]> = new Map([
  ['w:p', (element: Element, story: Story) => [readCellParagraph(element, story)]],
  ['w:tbl', (element: Element, story: Story) => readNested(element, story, readCell)],
  ['w:sdt', (element: Element, story: Story) => readCell(childOf(element, 'w:sdtContent') ?? element, story)],
  [
    'w:bookmarkStart',
    (element: Element, story: Story) => {
      story.pen.anchor ??= anchorOf(element, story);
      return [];
    },
  ],
]);

/** The first bookmark in a table names the table. */
function readCellParagraph(paragraph: Element, story: Story): string {
  const { pen, label, joins } = readParagraph(paragraph, story);
  story.pen.anchor ??= pen.anchor;
  if (!joins) return label + pen.text;
  carry(pen, story);
  return '';
}

/** Leaves what stands in a paragraph to the next; of one that is empty now, nothing goes on. */
function carry(pen: Pen, story: Story): void {
  story.carried = pen.text === '' && pen.notes.length === 0 ? null : pen;
}
