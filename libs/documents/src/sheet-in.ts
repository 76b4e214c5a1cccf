import { BadXml, tokens, type Token } from './xml.ts';
import { BadZip, unzip, type Zip } from './zip-in.ts';

/** A cell as it was read: the words in it, or a number that an office program shows in its own way (a day, mostly). */
export interface ReadCell {
  readonly text: string;
  readonly number: boolean;
  /** It is computed: what it shows is what the program computed last. */
  readonly formula: boolean;
}

/** Rows from 0 without gaps; a row has its cells from 0, and `undefined` where there is none. */
export interface ReadSheet {
  readonly rows: readonly (readonly (ReadCell | undefined)[])[];
}

/** Why a file is not read. */
export type SheetTrouble = 'not-a-sheet' | 'macros' | 'links' | 'too-large';

/** Far beyond what a form of one procedure takes, and little enough to be read at once. */
const LIMITS = { bytes: 1_000_000, entries: 200, entry: 4_000_000 };
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 50;
/** Characters of all cells together: words that cells share count in each of them. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The first sheet of an .xlsx. Files with macros or with links to other files are not read at all; unpacking stops at
 * fixed limits, whatever the file says of itself.
 */
export function readSheet(bytes: Uint8Array): ReadSheet | { readonly trouble: SheetTrouble } {
  if (bytes.length > LIMITS.bytes) return { trouble: 'too-large' };
  try {
    return sheetOf(unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), LIMITS));
  } catch (error) {
    if (UNREADABLE.some((kind) => error instanceof kind)) return { trouble: 'not-a-sheet' };
    throw error;
  }
}

/** RangeError: a length or an offset that points beyond the bytes. */
const UNREADABLE = [BadZip, BadXml, RangeError];
const MACROS = /vbaProject|macrosheets|activeX/i;
const LINKS = /externalLinks\/|connections\.xml|embeddings\//i;

function sheetOf(zip: Zip): ReadSheet | { readonly trouble: SheetTrouble } {
  if (zip.names.some((name) => MACROS.test(name))) return { trouble: 'macros' };
  if (zip.names.some((name) => LINKS.test(name))) return { trouble: 'links' };
  const rows = rowsOf(partOf(zip, sheetPath(zip)), sharedStrings(zip));
  return rows ? { rows } : { trouble: 'too-large' };
}

/** @throws BadZip when it is not there */
function partOf(zip: Zip, name: string): string {
  const bytes = zip.read(name);
  if (!bytes) throw new BadZip(`no ${name}`);
  return bytes.toString('utf8');
}

/** The first sheet that the workbook names. @throws BadZip */
function sheetPath(zip: Zip): string {
  const sheet = tagsOf(partOf(zip, 'xl/workbook.xml'), 'sheet')[0];
  const id = sheet && [...sheet].find(([name]) => name === 'id' || name.endsWith(':id'))?.[1];
  const relation = tagsOf(partOf(zip, 'xl/_rels/workbook.xml.rels'), 'Relationship').find(
    (attributes) => attributes.get('Id') === id,
  );
  const target = relation?.get('Target');
  if (target === undefined) throw new BadZip('the workbook names no sheet');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const tagsOf = (xml: string, name: string): readonly ReadonlyMap<string, string>[] =>
  [...tokens(xml)].flatMap((token) =>
    token.kind === 'tag' && token.name === name ? [token.attributes] : [],
  );

/** Words that several cells share, by number; furigana is left out. */
function sharedStrings(zip: Zip): readonly string[] {
  if (!zip.names.includes('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  const inside = textIn();
  for (const token of tokens(partOf(zip, 'xl/sharedStrings.xml'))) {
    if (token.kind === 'tag' && token.name === 'si') strings.push('');
    const text = inside(token);
    if (text !== null) strings[strings.length - 1] = (strings.at(-1) ?? '') + text;
  }
  return strings;
}

/** The texts that stand in `t`, but for those that only say how something is read aloud. */
function textIn(): (token: Token) => string | null {
  let inText = false;
  let aloud = false;
  return (token) => {
    if (token.kind === 'text') return inText && !aloud ? token.text : null;
    const opens = token.kind === 'tag' && !token.closes;
    if (token.name === 't') inText = opens;
    if (token.name === 'rPh') aloud = opens;
    return null;
  };
}

/** A cell while it is read. */
interface Reading {
  readonly column: number;
  readonly type: string;
  value: string;
  words: string;
  formula: boolean;
}

type Rows = (ReadCell | undefined)[][];

/** Every row; undefined when there are more than any form has. */
function rowsOf(xml: string, shared: readonly string[]): ReadSheet['rows'] | undefined {
  const rows: Rows = [];
  const reader = cellReader();
  const fits = room();
  for (const token of tokens(xml)) {
    if (opens(token, 'row') && !openRow(rows, token.attributes.get('r'))) return undefined;
    const cell = reader(token, rows.at(-1)?.length ?? 0);
    if (cell && !placed(rows, cell.column, fits(finished(cell, shared)))) return undefined;
  }
  return rows.map((row) => Array.from({ length: row.length }, (_, n) => row[n]));
}

/** Answers cells for as long as all of them together are not too long. */
function room(): (cell: ReadCell) => ReadCell | null {
  let left = MOST_CHARACTERS;
  return (cell) => {
    left -= cell.text.length;
    return left < 0 ? null : cell;
  };
}

/** Puts a cell into the last row; whether it has a place there. */
function placed(rows: Rows, column: number, cell: ReadCell | null): boolean {
  const row = rows.at(-1);
  if (!row || !cell || column >= MOST_COLUMNS) return false;
  row[column] = cell;
  return true;
}

type Tag = Extract<Token, { kind: 'tag' }>;

const opens = (token: Token, name: string): token is Tag => token.kind === 'tag' && token.name === name;

const ends = (token: Token, name: string): boolean =>
  token.kind !== 'text' && token.name === name && (token.kind === 'end' || token.closes);

/** Puts cells together from their parts; answers each when it is whole. */
function cellReader(): (token: Token, next: number) => Reading | null {
  const inside = textIn();
  let cell: Reading | null = null;
  let inValue = false;
  return (token, next) => {
    if (opens(token, 'c')) cell = begun(token.attributes, next);
    if (token.kind !== 'text' && token.name === 'v') inValue = token.kind === 'tag' && !token.closes;
    const words = inside(token);
    if (!cell) return null;
    take(cell, token, { words, inValue });
    if (!ends(token, 'c')) return null;
    const whole = cell;
    cell = null;
    return whole;
  };
}

/** Opens the row of this number, and empty ones before it. */
function openRow(rows: Rows, number: string | undefined): boolean {
  const wanted = number === undefined ? rows.length + 1 : Number(number);
  if (!Number.isInteger(wanted) || wanted <= rows.length || wanted > MOST_ROWS) return false;
  while (rows.length < wanted) rows.push([]);
  return true;
}

function begun(attributes: ReadonlyMap<string, string>, next: number): Reading {
  const name = /^([A-Z]{1,3})\d+$/.exec(attributes.get('r') ?? '')?.[1];
  const column = name === undefined ? next : numberOf(name);
  return { column, type: attributes.get('t') ?? 'n', value: '', words: '', formula: false };
}

/** The number of a column from 0, by its letters. */
const numberOf = (letters: string): number =>
  [...letters].reduce((n, letter) => n * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;

interface Heard {
  /** Words of the token that count. */
  readonly words: string | null;
  readonly inValue: boolean;
}

function take(cell: Reading, token: Token, { words, inValue }: Heard): void {
  if (opens(token, 'f')) cell.formula = true;
  if (words !== null) cell.words += words;
  if (token.kind === 'text' && inValue) cell.value += token.text;
}

function finished({ type, value, words, formula }: Reading, shared: readonly string[]): ReadCell {
  if (type === 's') return { text: shared[Number(value)] ?? '', number: false, formula };
  if (type === 'inlineStr') return { text: words, number: false, formula };
  return { text: value, number: type === 'n' && value !== '', formula };
}
