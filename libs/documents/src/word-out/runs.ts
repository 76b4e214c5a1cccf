import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  SimpleField,
  Tab,
  TextRun,
  type IFontAttributesProperties,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { Remark, Run } from '../paper/paper.ts';
import type { Marks } from './marks.ts';
import { sayable } from '../xml.ts';
import { fontOf } from './measures.ts';

/** How the runs of a place look where they say nothing themselves. */
export interface Look {
  readonly font?: IFontAttributesProperties;
  readonly size?: number;
  readonly characterSpacing?: number;
  readonly color?: string;
  readonly bold?: boolean;
}

const PIECE = /[\n\t]|[^\n\t]+/g;
/** Signs that Western fonts have too: beside Chinese they are meant in full width, and Word has to be told. */
const AMBIGUOUS = /[“”‘’—…·×°±]/u;

/** A run of plain words. */
export const words = (text: string, look: Look = {}): TextRun =>
  new TextRun({ ...hinted(text, look), text: sayable(text) });

const hinted = (text: string, look: Look): Look =>
  AMBIGUOUS.test(text) ? { ...look, font: { ...look.font, hint: 'eastAsia' } } : look;

/** The pieces of one run: lines are broken and tabs set as Word does it, everything else stands as it is. */
function piecesOf(run: Run, look: Look): readonly IRunOptions[] {
  const own: Look = {
    ...look,
    ...(run.font ? { font: fontOf(run.font) } : {}),
    ...(run.bold ? { bold: true } : {}),
  };
  const format: IRunOptions = { ...hinted(run.text, own), ...(run.underline ? { underline: {} } : {}) };
  return (sayable(run.text).replaceAll(/\r\n?/g, '\n').match(PIECE) ?? []).map((piece): IRunOptions => {
    if (piece === '\n') return { ...format, break: 1 };
    return piece === '\t' ? { ...format, children: [new Tab()] } : { ...format, text: piece };
  });
}

/** The bookmark at the beginning of an annex, from 0: Word finds its page by it. */
export const annexBookmark = (at: number): string => `annex_${at + 1}`;

/** One run as Word knows it; what was put in or taken out is a revision that can be accepted and rejected there. */
function wordRuns(run: Run, look: Look, marks: Marks): readonly ParagraphChild[] {
  const { revised, page } = run;
  if (page !== undefined) return [new SimpleField(`PAGEREF ${annexBookmark(page)}`, run.text)];
  return piecesOf(run, look).map((piece) => {
    if (!revised) return new TextRun(piece);
    const revision = marks.revision(revised);
    return revised.how === 'in'
      ? new InsertedTextRun({ ...piece, ...revision })
      : new DeletedTextRun({ ...piece, ...revision });
  });
}

/** The runs of a line with the remarks on it, each around the words that it quotes. */
export function childrenOf(
  runs: readonly Run[],
  look: Look,
  marks: Marks,
  remarks: readonly Remark[] = [],
): readonly ParagraphChild[] {
  if (remarks.length === 0) return runs.flatMap((run) => wordRuns(run, look, marks));
  const text = runs.map((run) => run.text).join('');
  const placed = remarks.map((remark) => ({ ...rangeOf(text, remark), id: marks.remark(remark) }));
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])];
  const children: ParagraphChild[] = [];
  let at = 0;
  const open = (): void => {
    for (const { from, id } of placed) if (from === at) children.push(new CommentRangeStart(id));
  };
  const close = (): void => {
    for (const { to, id } of placed)
      if (to === at)
        children.push(new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] }));
  };
  open();
  if (text === '') close();
  for (const run of runs)
    for (const piece of cutAt(run, at, cuts)) {
      children.push(...wordRuns(piece, look, marks));
      at += piece.text.length;
      close();
      if (at < text.length) open();
    }
  return children;
}

/** Where the words of a remark stand; where they do not, or it quotes none, the whole line. */
function rangeOf(text: string, { quote }: Remark): { readonly from: number; readonly to: number } {
  const from = quote === '' ? -1 : text.indexOf(quote);
  return from < 0 ? { from: 0, to: text.length } : { from, to: from + quote.length };
}

/** A run that begins at `start`, cut wherever a remark begins or ends. */
function cutAt(run: Run, start: number, cuts: readonly number[]): readonly Run[] {
  const inside = cuts
    .map((cut) => cut - start)
    .filter((cut) => cut > 0 && cut < run.text.length)
    .sort((a, b) => a - b);
  return [0, ...inside].map((from, n) => ({ ...run, text: run.text.slice(from, inside[n]) }));
}
