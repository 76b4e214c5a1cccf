import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageBreak,
  Paragraph,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import { holdsNext } from '../paper/held.ts';
import type { Block } from '../paper/paper.ts';
import { sayable } from '../xml.ts';
import { qrPicture } from '../qr/qr-picture.ts';
import { mm, SIZE } from './measures.ts';
import { pictureSize } from './picture-size.ts';
import { childrenOf, words, type Look } from './runs.ts';
import { STYLE } from './styles.ts';
import { ALIGN, anchored, boxOf, fieldsOf, markRevision, tableOf, type Place } from './tables.ts';

type Line = Extract<Block, { readonly kind: 'heading' | 'paragraph' }>;

const HEADING = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** What follows another in a paper. Word wants a paragraph behind every table, and two tables parted. */
export function blocksOf(blocks: readonly Block[], place: Place): FileChild[] {
  return blocks.flatMap((block, at): readonly FileChild[] => {
    const held = holdsNext(blocks, at, place.holdsNext === true);
    const written = blockOf(block, { ...place, holdsNext: held });
    const follower = blocks[at + 1];
    return isFramed(block) && (!follower || isFramed(follower)) ? [...written, gap()] : written;
  });
}

const isFramed = ({ kind }: Block): boolean => kind === 'table' || kind === 'box' || kind === 'fields';

function blockOf(block: Block, place: Place): readonly FileChild[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [lineOf(block, place)];
  switch (block.kind) {
    case 'picture':
      return [picture(block, place.holdsNext)];
    case 'qr':
      return qr(block);
    case 'space':
      return Array.from(
        { length: block.lines },
        () => new Paragraph({ style: STYLE.plain, ...keepOf(block, place) }),
      );
    case 'page':
      return [new Paragraph({ style: STYLE.plain, children: [new PageBreak()] })];
    default:
      return [framed(block, place)];
  }
}

function framed(
  block: Extract<Block, { readonly kind: 'table' | 'box' | 'fields' }>,
  place: Place,
): FileChild {
  if (block.kind === 'table') return tableOf(block, place);
  return block.kind === 'box' ? boxOf(block, place) : fieldsOf(block, place);
}

/** The body of a form is set in 小四, that of a document as its styles say. */
const bodyLook = (place: Place): Look => (place.isSheet ? { size: SIZE.smallFour, characterSpacing: 0 } : {});

const SHEET_LINE = 440;

function lineOf(block: Line, place: Place): Paragraph {
  const { marks, isSheet } = place;
  const runs = block.kind === 'heading' ? block.text : block.runs;
  const children = childrenOf(runs, bodyLook(place), marks, block.remarks);
  return new Paragraph({
    ...styleOf(block, isSheet),
    ...keepOf(block, place),
    ...(isSheet ? { spacing: { line: SHEET_LINE, lineRule: LineRuleType.EXACT } } : {}),
    ...(block.revised ? { run: markRevision(block.revised, marks) } : {}),
    children: block.anchor === undefined ? children : anchored(children, block.anchor),
  });
}

/** Kept together with what follows, or in itself, where a page ends. */
const keepOf = (block: Block, { holdsNext: keepNext }: Place): IParagraphOptions => ({
  ...(keepNext ? { keepNext } : {}),
  ...(block.kind === 'paragraph' && block.held ? { keepLines: true } : {}),
});

function styleOf(block: Line, isSheet: boolean): IParagraphOptions {
  const indent = isSheet ? { indent: { firstLine: 2 * SIZE.smallFour * 10 } } : {};
  if (block.kind === 'heading') return { heading: HEADING[block.level], ...indent };
  if (block.align && block.align !== 'left') return { style: STYLE.plain, alignment: ALIGN[block.align] };
  return block.flush || block.align ? { style: STYLE.plain } : { style: STYLE.body, ...indent };
}

/** A thin line without words between two frames. */
const gap = (): Paragraph =>
  new Paragraph({ style: STYLE.table, spacing: { line: 120, lineRule: LineRuleType.EXACT } });

const PIXELS_TO_MM = 96 / 25.4;
const pixels = (millimetres: number): number => Math.round(millimetres * PIXELS_TO_MM);

/** The room of a picture grows with it: an exact line would cut it off. */
const free = { line: 240, lineRule: LineRuleType.AUTO, before: mm(1), after: mm(1) } as const;

function picture(block: Extract<Block, { readonly kind: 'picture' }>, keepNext = false): Paragraph {
  const size = pictureSize(block.bytes) ?? { width: 4, height: 3 };
  const width = pixels(block.width);
  const alt = sayable(block.alt);
  const image = new ImageRun({
    type: block.media === 'image/png' ? 'png' : 'jpg',
    data: block.bytes,
    transformation: { width, height: Math.max(1, Math.round((width * size.height) / size.width)) },
    altText: { name: alt, description: alt, title: alt },
  });
  return new Paragraph({
    style: STYLE.plain,
    keepNext,
    alignment: AlignmentType.CENTER,
    spacing: free,
    children: block.anchor === undefined ? [image] : anchored([image], block.anchor),
  });
}

const QR_MM = 26;

function qr({ data, caption }: Extract<Block, { readonly kind: 'qr' }>): readonly Paragraph[] {
  const code = picture(
    { kind: 'picture', bytes: qrPicture(data), media: 'image/png', width: QR_MM, alt: caption },
    true,
  );
  const below = new Paragraph({
    style: STYLE.table,
    alignment: AlignmentType.CENTER,
    children: [words(caption, { size: SIZE.five })],
  });
  return [code, below];
}
