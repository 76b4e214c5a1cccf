import { freshBare } from './bare.ts';
import { htmlTokens, type HtmlToken } from './html-tokens.ts';
import type { WordLimits } from './limits.ts';
import type { BareWord } from './read-bare.ts';
import { tableText } from './tables.ts';
import { unreadable, type Unreadable } from './unreadable.ts';

/** What is being read of a paste. */
interface Paste {
  readonly bare: ReturnType<typeof freshBare>;
  text: string;
  outline: number | undefined;
  /** Rows of the tables that are open, the innermost last. */
  readonly tables: string[][][];
  /** Columns that a cell covers beyond its first. */
  span: number;
  /** Lists that are open: the next number, or null for bullets. */
  readonly lists: (number | null)[];
}

/**
 * Reads what Word or WPS put on the clipboard as HTML: headings, lists with their numbers, tables. Headings that only
 * their writing tells are not told yet.
 */
export function readPastedBare(html: string, limits: WordLimits): BareWord | Unreadable {
  if (html.length > limits.xml) return unreadable('too-long');
  const paste: Paste = { bare: freshBare(), text: '', outline: undefined, tables: [], span: 0, lists: [] };
  let left = limits.characters;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      left -= token.text.length;
      if (left < 0) return unreadable('too-long');
      paste.text += token.text.replaceAll(/[ \t\r\n\u00a0]+/g, ' ');
    } else if (token.kind === 'tag') begin(token, paste);
    else finish(token.name, paste);
  }
  endParagraph(paste);
  while (paste.tables.length > 0) endTable(paste);
  if (paste.bare.paragraphs.length > limits.paragraphs) return unreadable('too-long');
  return { ...paste.bare, end: '' };
}

type Tag = Extract<HtmlToken, { kind: 'tag' }>;

const PARAGRAPHS = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'section',
  'article',
  'center',
]);

const BEGIN: ReadonlyMap<string, (token: Tag, paste: Paste) => void> = new Map([
  ['br', (_: Tag, paste: Paste) => void (paste.text += '\n')],
  ['table', (_: Tag, paste: Paste) => beginTable(paste)],
  ['tr', (_: Tag, paste: Paste) => void paste.tables.at(-1)?.push([])],
  ['td', beginCell],
  ['th', beginCell],
  ['ol', (token: Tag, paste: Paste) => void paste.lists.push(Number(attribute(token, 'start') ?? 1))],
  ['ul', (_: Tag, paste: Paste) => void paste.lists.push(null)],
  ['img', missPicture],
]);

function begin(token: Tag, paste: Paste): void {
  if (PARAGRAPHS.has(token.name)) beginParagraph(token, paste);
  else BEGIN.get(token.name)?.(token, paste);
}

/** Tables in tables in tables are a page of the web and no paper. */
const DEEPEST = 8;

function beginTable(paste: Paste): void {
  if (paste.tables.length >= DEEPEST) return;
  endParagraph(paste);
  paste.tables.push([]);
}

function finish(name: string, paste: Paste): void {
  if (PARAGRAPHS.has(name)) endParagraph(paste);
  else if (name === 'td' || name === 'th') endCell(paste);
  else if (name === 'table' && paste.tables.length > 0) endTable(paste);
  else if (name === 'ol' || name === 'ul') {
    endParagraph(paste);
    paste.lists.pop();
  }
}

const attribute = ({ attributes }: Tag, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined);

function beginParagraph(token: Tag, paste: Paste): void {
  endParagraph(paste);
  const heading = /^h([1-6])$/.exec(token.name)?.[1];
  const level = /mso-outline-level:\s*([1-9])/i.exec(attribute(token, 'style') ?? '')?.[1] ?? heading;
  paste.outline = level === undefined ? undefined : Number(level) - 1;
  if (token.name === 'li') paste.text = itemOf(paste.lists);
}

/** What stands before an item: its number, which then counts on, or the sign of a list without numbers. */
function itemOf(lists: (number | null)[]): string {
  const next = lists.at(-1);
  if (next === undefined) return '';
  if (next === null) return '• ';
  lists[lists.length - 1] = next + 1;
  return `${next}.`;
}

function endParagraph(paste: Paste): void {
  // Word pads the number of a list with spaces in a small type.
  const text = paste.text
    .replaceAll(/ *\n */g, '\n')
    .trim()
    .replace(/^((?:[（(]?[\p{Nd}一二三四五六七八九十百]{1,4}[）)、．.]|第\S{1,4}[章节条]))\s+/u, '$1');
  const { outline } = paste;
  paste.text = '';
  paste.outline = undefined;
  if (paste.tables.length > 0) {
    if (text !== '') inCell(text, paste);
    return;
  }
  if (text === '' || text === '•') return;
  paste.bare.paragraphs.push({ before: '', text, anchor: null, outline });
}

/** Words in a table stand in its last cell, several paragraphs one after the other. */
function inCell(text: string, { tables }: Paste): void {
  const row = tables.at(-1)?.at(-1);
  if (!row || row.length === 0) return;
  const clean = text.replaceAll('\n', ' ').replaceAll('|', '｜');
  row[row.length - 1] = row.at(-1) === '' ? clean : `${row.at(-1)} ${clean}`;
}

function beginCell(token: Tag, paste: Paste): void {
  endParagraph(paste);
  const row = paste.tables.at(-1)?.at(-1);
  row?.push('');
  paste.span = Math.min(50, Math.max(1, Number(attribute(token, 'colspan') ?? 1) || 1)) - 1;
}

function endCell(paste: Paste): void {
  endParagraph(paste);
  const row = paste.tables.at(-1)?.at(-1);
  for (let n = 0; n < paste.span; n += 1) row?.push('');
  paste.span = 0;
}

/** The outermost table is a paragraph of its own; one in a cell becomes words of that cell. */
function endTable(paste: Paste): void {
  endParagraph(paste);
  const rows = (paste.tables.pop() ?? []).filter((cells) => cells.length > 0);
  if (rows.length === 0) return;
  if (paste.tables.length > 0) {
    inCell(
      rows
        .flat()
        .filter((cell) => cell !== '')
        .join(' '),
      paste,
    );
    return;
  }
  const width = Math.max(...rows.map(({ length }) => length));
  const full = rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
  paste.bare.paragraphs.push({
    before: '',
    text: tableText(full),
    anchor: null,
    outline: undefined,
    rows: full,
  });
}

function missPicture(token: Tag, paste: Paste): void {
  const text = attribute(token, 'alt') ?? '';
  paste.bare.notImported.push({ kind: 'picture', text, paragraph: paste.bare.paragraphs.length });
}
