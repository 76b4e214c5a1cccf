import type { Random } from '../random.ts';

/** One character of a text changed in secret. */
export interface Tampered {
  readonly bytes: Uint8Array;
  /** Which character, from 1. */
  readonly place: number;
  readonly was: string;
  readonly is: string;
}

const OTHERS = ['一', '二', '三', '万', '亿', '不', '可', '应', '0', '9'] as const;

/** Changes one character of a text that is not empty. */
export function tamper(bytes: Uint8Array, random: Random): Tampered {
  const characters = [...Buffer.from(bytes).toString('utf8')];
  const place = random.below(characters.length);
  const was = characters[place] ?? '';
  const drawn = random.pick(OTHERS);
  const is = drawn === was ? '〇' : drawn;
  characters[place] = is;
  return { bytes: Buffer.from(characters.join(''), 'utf8'), place: place + 1, was, is };
}
