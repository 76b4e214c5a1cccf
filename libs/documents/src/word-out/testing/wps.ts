import { unzip } from '../../zip-in.ts';
import { zip } from '../../zip-out.ts';

/** A paragraph or table of a Word file that somebody works on: its XML, what it says, and the node that it was. */
export interface Piece {
  readonly xml: string;
  readonly text: string;
  readonly id: string | null;
}

/** What somebody at a desk does with a draft in WPS; `at` chooses the piece. */
export type Deed = {
  readonly what: 'reword' | 'delete' | 'move' | 'type' | 'cut-runs' | 'lose-bookmark' | 'add-row';
  readonly at: number;
  readonly to: number;
};

const BLOCK = /<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p [^>]*\/>/gs;
const BOOKMARK = /<w:bookmarkStart w:name="_md_(n[0-9a-z]{10})"[^>]*\/>|<w:bookmarkEnd[^>]*\/>/g;
const FIRST_TEXT = /(<w:t xml:space="preserve">)([^<&]{4,})(<\/w:t>)/;

/** The pieces of a file, with what each node of the exported text says. */
export function piecesOf(document: string, textOf: ReadonlyMap<string, string>): readonly Piece[] {
  const body = /<w:body>(.*)<w:sectPr/s.exec(document)?.[1] ?? '';
  return (body.match(BLOCK) ?? []).map((xml) => {
    const id = /_md_(n[0-9a-z]{10})"/.exec(xml)?.[1] ?? null;
    return { xml, id, text: id === null ? '' : (textOf.get(id) ?? '') };
  });
}

/** The file with other pieces in it. */
export function withPieces(bytes: Uint8Array, pieces: readonly Piece[]): Uint8Array {
  const file = unzip(Buffer.from(bytes), { entries: 200, entry: 20_000_000 });
  return zip(
    file.names.map((name) => {
      const part = file.read(name) ?? Buffer.alloc(0);
      if (name !== 'word/document.xml') return { name, content: part };
      const content = part
        .toString('utf8')
        .replace(/<w:body>.*(?=<w:sectPr)/s, () => `<w:body>${pieces.map(({ xml }) => xml).join('')}`);
      return { name, content };
    }),
  );
}

/** One deed, on the XML and on what the text then says. */
export function done(pieces: readonly Piece[], { what, at, to }: Deed): readonly Piece[] {
  const n = at % Math.max(1, pieces.length);
  const piece = pieces[n];
  return piece ? DEEDS[what](pieces, { n, piece, to, at }) : pieces;
}

interface Place {
  readonly n: number;
  readonly piece: Piece;
  readonly to: number;
  readonly at: number;
}

const DEEDS: {
  readonly [what in Deed['what']]: (pieces: readonly Piece[], place: Place) => readonly Piece[];
} = {
  reword: (pieces, { n, piece }) => pieces.with(n, reworded(piece)),
  delete: (pieces, { n }) => (pieces.length < 3 ? pieces : pieces.toSpliced(n, 1)),
  move: (pieces, { n, piece, to }) => pieces.toSpliced(n, 1).toSpliced(to % pieces.length, 0, piece),
  type: (pieces, { n, at }) => pieces.toSpliced(n, 0, typed(`新写的一段话${at}，全院上下共同落实。`)),
  'cut-runs': (pieces, { n, piece }) => pieces.with(n, { ...piece, xml: cut(piece.xml) }),
  'lose-bookmark': (pieces, { n, piece }) =>
    pieces.with(n, { ...piece, xml: piece.xml.replaceAll(BOOKMARK, ''), id: null }),
  'add-row': (pieces, { n, piece }) => pieces.with(n, withRow(piece)),
};

const typed = (text: string): Piece => ({
  id: null,
  text,
  xml: `<w:p><w:pPr><w:pStyle w:val="MoudingBody"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`,
});

function reworded(piece: Piece): Piece {
  const was = FIRST_TEXT.exec(piece.xml)?.[2];
  if (was === undefined || !piece.text.includes(was)) return piece;
  const middle = Math.floor(was.length / 2);
  const is = `${was.slice(0, middle)}进一步${was.slice(middle + 1)}`;
  return {
    ...piece,
    xml: piece.xml.replace(
      FIRST_TEXT,
      (_all, open: string, _was: string, close: string) => open + is + close,
    ),
    text: piece.text.replace(was, () => is),
  };
}

/** WPS tears runs apart wherever somebody typed or a spelling was checked. */
const cut = (xml: string): string =>
  xml.replace(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<&]{4,})<\/w:t><\/w:r>/s,
    (_all, format: string | undefined, text: string) => {
      const run = (part: string): string =>
        `<w:r w:rsidR="00A1"><w:rPr>${(format ?? '').replaceAll(/<\/?w:rPr>/g, '')}<w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`;
      return `${run(text.slice(0, 2))}<w:proofErr w:type="spellStart"/>${run(text.slice(2))}<w:proofErr w:type="spellEnd"/>`;
    },
  );

/** The last row of a table once more, with a word behind its first cell. */
function withRow(piece: Piece): Piece {
  const rows = piece.xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const last = rows.at(-1) ?? '';
  const cell = /<w:t xml:space="preserve">([^<&]+)<\/w:t>/.exec(last)?.[1];
  if (rows.length < 2 || cell === undefined) return piece;
  const row = last.replace(`>${cell}<`, () => `>${cell}乙<`).replaceAll(BOOKMARK, '');
  const line = piece.text.slice(piece.text.lastIndexOf('\n') + 1);
  return {
    ...piece,
    xml: piece.xml.replace('</w:tbl>', () => `${row}</w:tbl>`),
    text: `${piece.text}\n${line.replace(cell, () => `${cell}乙`)}`,
  };
}
