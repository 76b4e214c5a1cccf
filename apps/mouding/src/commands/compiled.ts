import { createHash } from 'node:crypto';
import {
  codeOf,
  textBlocks,
  type Block,
  type Paper,
  type WordIn,
  type WordParagraph,
} from '@mouding/documents';
import { isHeading, readPlan } from '@mouding/text';
import { compiledText, type Part } from './compiled-text.ts';

/** What the whole is called, and when the latest of its files was saved (RFC 3339). */
export interface Whole {
  readonly title: string | null;
  readonly folder: string;
  readonly at: string;
}

/** The whole as a paper without head and number; its 校验码 is that of its text. The title of the first file is its own. */
export function compiledPaper(parts: readonly Part[], { title, folder, at }: Whole): Paper {
  const opening = parts[0] ? readPlan(parts[0].text).title : null;
  const lines = title === null ? new Set(opening?.lines.map(({ text }) => text.trim())) : new Set<string>();
  const hash = createHash('sha256').update(compiledText(parts), 'utf8').digest('hex');
  return {
    form: 'document',
    head: null,
    title: title ?? opening?.text ?? folder,
    body: parts.flatMap((part, i) => blocksOf(part, i === 0 ? lines : new Set())),
    trace: { draft: null, code: codeOf(hash) },
    file: { author: '', at },
  };
}

function blocksOf({ text, word }: Part, inTitle: ReadonlySet<string>): readonly Block[] {
  if (!word) return textBlocks(withoutTitle(text, inTitle)).body;
  const pictures = new Map(word.pictures.map((picture) => [`〔图：${picture.name}〕`, picture]));
  let left = inTitle.size;
  return word.paragraphs.flatMap((paragraph): readonly Block[] => {
    if (left > 0 && inTitle.has(paragraph.text.trim())) {
      left -= 1;
      return [];
    }
    const picture = pictures.get(paragraph.text.trim());
    return [(picture && pictureBlock(picture)) ?? blockOf(paragraph)];
  });
}

/** The title stands above the whole already. */
function withoutTitle(text: string, inTitle: ReadonlySet<string>): string {
  let left = inTitle.size;
  const kept = text.split('\n').filter((line) => {
    const goes = left > 0 && inTitle.has(line.trim());
    if (goes) left -= 1;
    return !goes;
  });
  return kept.join('\n');
}

/** Millimetres: the type area is 156 wide. */
const WIDTH = 120;

function pictureBlock({ bytes, media, name }: WordIn['pictures'][number]): Block | undefined {
  if (media !== 'image/png' && media !== 'image/jpeg') return undefined;
  return { kind: 'picture', bytes, media, width: WIDTH, alt: name };
}

function blockOf({ kind, depth, text, rows }: WordParagraph): Block {
  if (rows) return tableBlock(rows);
  const runs = [{ text: text.trim() }];
  if (!isHeading(kind)) return { kind: 'paragraph', runs };
  return { kind: 'heading', level: levelOf(depth), text: runs };
}

const levelOf = (depth: number): 1 | 2 | 3 | 4 => ([1, 2, 3] as const).find((level) => level === depth) ?? 4;

/** Shares of a column by its longest cell, within sensible limits. */
const [NARROWEST, WIDEST] = [4, 24];

function tableBlock(rows: readonly (readonly string[])[]): Block {
  const cells = rows.map((row) => row.map((cell) => ({ lines: [cell] })));
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => row[at]?.length ?? 0))),
  );
  return { kind: 'table', widths, head: cells.slice(0, 1), rows: cells.slice(1) };
}
