import { handWord, p } from './hand-word.ts';
import type { RawPart } from './raw-zip.ts';
import type { Trouble } from '../unreadable.ts';

/** A file that must not be read: why, and its bytes. */
export interface Hostile {
  readonly name: string;
  readonly trouble: Trouble;
  readonly bytes: () => Buffer;
}

/** A text of one word, around which the rest is built. */
export const BODY = p('正文。');

/** The word with parts beside it, or in the place of its own. */
export const withParts = (...parts: readonly RawPart[]): Buffer => handWord({ body: BODY, parts });
