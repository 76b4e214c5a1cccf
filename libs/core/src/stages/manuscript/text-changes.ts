import { utf8Length } from '@mouding/evidence';
import type { Operation } from '@mouding/text';
import type { StreamName } from '../../stream.ts';
import type { Ground } from './ground.ts';

/** The rule by which chapters become one text. It stands in the fact, so that anyone can join them again. */
export const JOIN = 'join@1';

/** The same where the text is a tree: what {@link JOIN} reads, as nodes. */
export const TREE_JOIN = 'tree-join@1';

/**
 * Joins contents in the order given: each follows the one before without a gap, and a content that does not end with
 * a line feed gets one when another follows. Nothing else is added, removed or normalised.
 */
export const assemble = (contents: readonly string[]): string =>
  contents
    .map((content, i) => (i < contents.length - 1 && !content.endsWith('\n') ? `${content}\n` : content))
    .join('');

/** What a person asks for: a passage of the text reached so far, and what stands there instead. */
export interface Edit {
  readonly quote: string;
  readonly replacement: string;
  readonly cites: StreamName | null;
}

/**
 * One replacement: at byte `at` of the text reached so far, `cut` bytes go and `put` comes. Offsets count UTF-8 bytes
 * from 0, because that is what the hash of a text counts.
 */
export type ByteChange = {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
  /** What the change answers, e.g. an opinion. */
  readonly cites: StreamName | null;
  /** What it rests on, where it answers nothing; absent where nobody has said. */
  readonly ground?: Ground;
};

/** The same of a text that is a tree: operations on its nodes, each on the tree that the one before left. */
export type TreeChange = {
  readonly operations: readonly Operation[];
  readonly cites: StreamName | null;
  readonly ground?: Ground;
};

/** A change as a fact keeps it: anyone can apply it again. */
export type Change = ByteChange | TreeChange;

/** Why an edit names no place: the quote does not occur (`0`), or occurs more than once (`2`, overlaps count). */
export interface Unplaced {
  readonly found: 0 | 2;
}

/** Turns an edit by quote into a change by offset. The quote must be well-formed Unicode and not empty. */
export function editToChange(text: string, { quote, replacement, cites }: Edit): ByteChange | Unplaced {
  const index = text.indexOf(quote);
  if (index < 0) return { found: 0 };
  if (text.indexOf(quote, index + 1) >= 0) return { found: 2 };
  return { at: utf8Length(text.slice(0, index)), cut: utf8Length(quote), put: replacement, cites };
}

/**
 * Applies changes in their order, each to the text that the one before left.
 *
 * @throws RangeError when a change starts or ends outside the text or within a character
 */
export const applyChanges = (text: string, changes: readonly ByteChange[]): string =>
  changes.reduce((reached, { at, cut, put }) => {
    const start = indexAt(reached, at, 0);
    return reached.slice(0, start) + put + reached.slice(indexAt(reached, cut, start));
  }, text);

/**
 * The index in UTF-16 units that lies `bytes` UTF-8 bytes after the index `from`.
 *
 * @throws RangeError when no character begins there
 */
export function indexAt(text: string, bytes: number, from: number): number {
  let index = from;
  let left = bytes;
  while (left > 0 && index < text.length) {
    const point = text.codePointAt(index) ?? 0;
    left -= bytesOf(point);
    index += point > 0xffff ? 2 : 1;
  }
  if (left !== 0) throw new RangeError(`no character begins ${bytes} bytes after index ${from}`);
  return index;
}

function bytesOf(point: number): number {
  if (point > 0xffff) return 4;
  if (point > 0x7ff) return 3;
  return point > 0x7f ? 2 : 1;
}
