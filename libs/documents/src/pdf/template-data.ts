import { holdsNext } from '../paper/held.ts';
import type { Block, Paper, Remark, Revision, Run } from '../paper/paper.ts';
import { qrPicture } from '../qr/qr-picture.ts';
import { labelLines } from './label-lines.ts';
import { clean, runData } from './run-data.ts';
import { tableData, type TableRoom } from './table-data.ts';
import { titleLines } from './title-lines.ts';

/** A paper as the template reads it, and the pictures that it names. */
export interface TemplateData {
  readonly json: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Type area of a paper that has a red head, in points. */
const AREA = 442;
const LARGEST_MARK = 58;
const BEIJING = 8 * 60 * 60_000;

/** @param fonts the families of each hand, in the order in which they are asked for a character */
export function templateData(paper: Paper, fonts: Readonly<Record<string, unknown>>): TemplateData {
  const pictures = new Map<string, Uint8Array>();
  const perLine = paper.form === 'sheet' ? (paper.landscape === true ? 40 : 26) : 19;
  const place: Place = { pictures, room: roomOf(paper) };
  const body = (blocks: readonly Block[], isSigned = false): object[] =>
    blocks.map((block, at) => ({ ...blockData(block, place), sticky: holdsNext(blocks, at, isSigned) }));
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
    body: body(paper.body, paper.signature !== undefined),
    attachments: (paper.attachments ?? []).map(clean),
    ...tailData(paper),
    annexes: (paper.annexes ?? []).map((annex, at, all) => ({
      label: clean(annex.label ?? (all.length > 1 ? `附件${at + 1}` : '附件')),
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

interface Place {
  readonly pictures: Map<string, Uint8Array>;
  readonly room: TableRoom;
}

const MILLIMETRE = 72 / 25.4;

/** As the template sets its pages and tables. */
function roomOf({ form, landscape }: Paper): TableRoom {
  const [width, letter] = form === 'sheet' ? [landscape ? 257 : 170, 10.5] : [landscape ? 225 : 156, 12];
  return { area: width * MILLIMETRE, letter };
}

function blockData(block: Block, place: Place): object {
  if (block.kind === 'heading')
    return { kind: block.kind, level: block.level, ...lineData(block.text, block.revised, block.remarks) };
  if (block.kind === 'paragraph')
    return {
      kind: block.kind,
      ...lineData(block.runs, block.revised, block.remarks),
      align: block.align ?? null,
      flush: block.flush ?? false,
    };
  if (block.kind === 'table') return tableData(block, place.room);
  return figureData(block, place);
}

/** A line that came or went as a whole is marked through all of its pieces. */
const lineData = (
  runs: readonly Run[],
  revised: Revision | undefined,
  remarks: readonly Remark[] = [],
): object => ({
  runs: runs.map((run) => runData(run.revised || !revised ? run : { ...run, revised })),
  remarks: remarks.map(({ by, quote, text }) =>
    clean(quote === '' ? `［批注］${by}：${text}` : `［批注］${by}（“${quote}”）：${text}`),
  ),
});

type Figure = Exclude<Block, { kind: 'heading' | 'paragraph' | 'table' }>;

/** The label column has this share of the width of a form, as in the template. */
const LABEL_SHARE = 0.18;

function figureData(block: Figure, { pictures, room }: Place): object {
  const perLine = Math.floor((room.area * LABEL_SHARE - 8) / room.letter);
  const labelled = (label: string): readonly string[] => labelLines(clean(label), perLine);
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
      return { ...block, label: labelled(block.label) };
    case 'fields': {
      const pairs = block.pairs.map(([label, value]) => [labelled(label), clean(value)]);
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

const orNull = (text: string | undefined): string | null => (text === undefined ? null : clean(text));

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
