import type { Block, Cell, Paper, Run } from '../paper/paper.ts';
import { qrPicture } from '../qr/qr-picture.ts';
import { titleLines } from './title-lines.ts';

/** A paper as the template reads it, and the pictures that it names. */
export interface TemplateData {
  readonly json: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Type area of a paper that has a red head, in points. */
const AREA = 442;
const LARGEST_MARK = 58;
/** A cell longer than this may go over a page; a shorter one stays whole. */
const LONG_CELL = 240;
const BEIJING = 8 * 60 * 60_000;

/** @param fonts the families of each hand, in the order in which they are asked for a character */
export function templateData(paper: Paper, fonts: Readonly<Record<string, unknown>>): TemplateData {
  const pictures = new Map<string, Uint8Array>();
  const perLine = paper.form === 'sheet' ? (paper.landscape === true ? 40 : 26) : 19;
  const body = (blocks: readonly Block[]): unknown[] => blocks.map((block) => blockData(block, pictures));
  const data = {
    fonts,
    form: paper.form,
    landscape: paper.landscape ?? false,
    author: clean(paper.file.author),
    at: beijingTime(paper.file.at),
    title: clean(paper.title),
    'title-lines': titleLines(clean(paper.title), perLine),
    addressee: orNull(paper.addressee),
    ...headData(paper),
    body: body(paper.body),
    attachments: (paper.attachments ?? []).map(clean),
    ...tailData(paper),
    annexes: (paper.annexes ?? []).map((annex) => ({
      'title-lines': titleLines(clean(annex.title), perLine),
      body: body(annex.body),
    })),
    watermark: orNull(paper.watermark),
    trace: traceOf(paper),
  };
  return { json: JSON.stringify(data), pictures };
}

function headData({ head }: Paper): object {
  if (head === null) return { head: null, 'head-notes': [] };
  const signers = head.signers.map(clean);
  return {
    head: {
      mark: clean(head.mark),
      'mark-size': Math.min(LARGEST_MARK, Math.floor(AREA / Math.max(1, [...head.mark].length)) - 2),
      number: clean(head.number ?? ''),
      signers: Array.from({ length: Math.ceil(signers.length / 2) }, (_, at) =>
        signers.slice(2 * at, 2 * at + 2).join('　'),
      ),
    },
    'head-notes': [head.copy, head.urgency].flatMap((note) => (note === undefined ? [] : [clean(note)])),
  };
}

function tailData({ signature, note, imprint }: Paper): object {
  return {
    signature:
      signature === undefined
        ? null
        : { name: clean(signature.name), date: clean(signature.date), sealed: signature.unsealed !== true },
    note: orNull(note),
    imprint:
      imprint === undefined
        ? null
        : {
            copies: imprint.copies.length === 0 ? null : `${imprint.copies.map(clean).join('，')}。`,
            printer: clean(imprint.printer),
            printed: `${clean(imprint.printed)}印发`,
          },
  };
}

function traceOf({ trace }: Paper): string {
  const code = trace.code === null ? [] : [`校验码 ${clean(trace.code)}`];
  return [...(trace.draft === null ? [] : [clean(trace.draft)]), ...code].join(' · ');
}

function blockData(block: Block, pictures: Map<string, Uint8Array>): unknown {
  if (block.kind === 'heading') return { ...block, text: block.text.map(runData) };
  if (block.kind === 'paragraph')
    return {
      kind: block.kind,
      runs: block.runs.map(runData),
      align: block.align ?? null,
      flush: block.flush ?? false,
    };
  if (block.kind === 'table') return tableData(block);
  return figureData(block, pictures);
}

type Figure = Exclude<Block, { kind: 'heading' | 'paragraph' | 'table' }>;

function figureData(block: Figure, pictures: Map<string, Uint8Array>): unknown {
  switch (block.kind) {
    case 'picture': {
      const { kind, width, media, bytes } = block;
      return { kind, path: added(pictures, bytes, media), width, alt: clean(block.alt) };
    }
    case 'qr': {
      const path = added(pictures, qrPicture(block.data), 'image/png');
      return { kind: block.kind, path, caption: clean(block.caption) };
    }
    case 'box':
      return { ...block, label: clean(block.label) };
    case 'fields': {
      const pairs = block.pairs.map(([label, value]) => [clean(label), clean(value)]);
      return { kind: block.kind, pairs, columns: block.columns ?? 1 };
    }
    case 'space':
    case 'page':
      return block;
  }
}

function added(
  pictures: Map<string, Uint8Array>,
  bytes: Uint8Array,
  media: 'image/png' | 'image/jpeg',
): string {
  const path = `/picture-${String(pictures.size)}.${media === 'image/png' ? 'png' : 'jpg'}`;
  pictures.set(path, bytes);
  return path;
}

const runData = (run: Run): object => ({
  text: clean(run.text),
  font: run.font ?? null,
  bold: run.bold ?? false,
  underline: run.underline ?? false,
  revised: run.revised?.how ?? null,
});

function tableData(table: Extract<Block, { kind: 'table' }>): object {
  const cells = (rows: readonly (readonly Cell[])[]): object[][] =>
    rows.map((row, at) => row.map((cell) => cellData(cell, table.widths.length, rows.length - at)));
  return { kind: 'table', widths: table.widths, head: cells(table.head), rows: cells(table.rows) };
}

/** A span that reaches beyond the table is cut to it: a careless form is printed, not refused. */
function cellData(cell: Cell, columns: number, rows: number): object {
  const lines = cell.lines.flatMap((line) => clean(line).split('\n'));
  return {
    lines,
    align: cell.align ?? null,
    columns: Math.min(cell.columns ?? 1, columns),
    rows: Math.min(cell.rows ?? 1, rows),
    bold: cell.bold ?? false,
    long: lines.join('').length > LONG_CELL,
  };
}

const orNull = (text: string | undefined): string | null => (text === undefined ? null : clean(text));

/**
 * Without what is no writing: control characters, marks that turn the direction of reading around (they make a line say
 * on paper what it does not say in the file), halves of characters.
 */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '　')
    .replaceAll(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '');
}

function beijingTime(at: string): readonly number[] {
  const time = new Date(Date.parse(at) + BEIJING);
  return [
    time.getUTCFullYear(),
    time.getUTCMonth() + 1,
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
  ];
}
