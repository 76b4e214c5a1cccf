import { fromBase64, toBase64 } from './base64.ts';
import type { Head } from './proof.ts';
import { HASH_BYTES } from './tree.ts';

/** What a log states of itself when it signs: its name, how many entries it has, the root over them. */
export interface Checkpoint extends Head {
  /** The log's name, a URL without scheme, e.g. `mouding.example/log/0b54e1a6-…`. */
  readonly origin: string;
}

const FORM = /^([^\n]+)\n(0|[1-9]\d{0,15})\n(\S+)\n(?:[^\n]+\n)*$/;

/** The text of the note that is signed. @source C2SP tlog-checkpoint */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** The checkpoint of a note's text, extension lines left aside; null for what is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [, origin = '', size = '', encoded = ''] = FORM.exec(text) ?? [];
  const root = fromBase64(encoded);
  if (root?.length !== HASH_BYTES || !Number.isSafeInteger(Number(size))) return null;
  return { origin, size: Number(size), root };
}
