import { unzipped } from '../../checker/unzip.ts';
import { numbering, type Levels } from './docx-numbers.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Why a file cannot be read. */
export type Unread = 'no-docx' | 'too-old';
type ReadFile = { readonly text: string } | { readonly unread: Unread };

/**
 * The words of a .docx, a paragraph a line, with the numbers that Word would draw before them. Everything happens in
 * this page: nothing is sent anywhere. Deleted words are left out, inserted ones are in.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile> {
  if (typeof DecompressionStream !== 'function') return { unread: 'too-old' };
  const files = await unzipped(bytes).catch(() => null);
  const body = files && parsed(files.text('word/document.xml'));
  if (!files || !body) return { unread: 'no-docx' };
  const label = numbering(levelsIn(parsed(files.text('word/numbering.xml'))));
  const [content] = inside(body, 'body');
  return content ? { text: linesIn(content, label).join('\n') } : { unread: 'no-docx' };
}

type Labelling = ReturnType<typeof numbering>;

/** Paragraphs and the rows of tables, in their order; what holds others (a content control) is looked into. */
function linesIn(within: Element, label: Labelling): readonly string[] {
  return [...within.children].flatMap((child) => {
    if (child.namespaceURI !== WORD) return [];
    if (child.localName === 'p') return [`${labelOf(child, label)}${wordsOf(child)}`];
    return child.localName === 'tbl' ? rowsOf(child) : linesIn(child, label);
  });
}

/** A row as 文稿校核 reads it: | cell | cell |. */
const rowsOf = (table: Element): readonly string[] =>
  inside(table, 'tr').map((row) => {
    const cells = inside(row, 'tc').map((cell) => inside(cell, 'p').map(wordsOf).join(' '));
    return `| ${cells.join(' | ')} |`;
  });

function parsed(xml: string | undefined): Document | null {
  if (xml === undefined) return null;
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  return read.getElementsByTagName('parsererror').length > 0 ? null : read;
}

const inside = (within: Element | Document, name: string): readonly Element[] => [
  ...within.getElementsByTagNameNS(WORD, name),
];
const valueOf = (element: Element | undefined): string => element?.getAttributeNS(WORD, 'val') ?? '';

const PIECES: { readonly [name: string]: (piece: Element) => string } = {
  t: (piece) => piece.textContent ?? '',
  tab: () => '\t',
  br: () => '\n',
};

/** Deleted words stand in elements of another name. */
const wordsOf = (paragraph: Element): string =>
  inside(paragraph, 'r')
    .flatMap((run) => [...run.children])
    .map((piece) => PIECES[piece.localName]?.(piece) ?? '')
    .join('');

function labelOf(paragraph: Element, label: Labelling): string {
  const [properties] = inside(paragraph, 'numPr');
  if (!properties) return '';
  const [list] = inside(properties, 'numId');
  const [level] = inside(properties, 'ilvl');
  return label(valueOf(list), Number(valueOf(level) || '0'));
}

/** The levels of every list that the file defines. */
function levelsIn(numbers: Document | null): ReadonlyMap<string, Levels> {
  if (!numbers) return new Map();
  const abstract = new Map(
    inside(numbers, 'abstractNum').map((one) => [one.getAttributeNS(WORD, 'abstractNumId') ?? '', one]),
  );
  return new Map(
    inside(numbers, 'num').map((one) => {
      const of = abstract.get(valueOf(inside(one, 'abstractNumId')[0]));
      const levels = of ? inside(of, 'lvl') : [];
      return [
        one.getAttributeNS(WORD, 'numId') ?? '',
        levels.map((level) => ({
          format: valueOf(inside(level, 'numFmt')[0]),
          text: valueOf(inside(level, 'lvlText')[0]),
          start: Number(valueOf(inside(level, 'start')[0]) || '1'),
        })),
      ];
    }),
  );
}
