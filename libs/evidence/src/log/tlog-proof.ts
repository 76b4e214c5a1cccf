import { fromBase64, toBase64 } from './base64.ts';
import type { Proof } from './proof.ts';
import { HASH_BYTES } from './tree.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^63 leaves needs no more. */
const MOST_HASHES = 63;

/** That an entry is in a log: its index, the hashes up to the root, and the signed checkpoint as it was written. */
export interface LogProof {
  readonly index: number;
  readonly proof: Proof;
  readonly checkpoint: string;
}

/** The proof as a file `*.tlog-proof`. @source C2SP tlog-proof */
export const writeLogProof = (proof: LogProof): string => `${HEADER}\n${writeSpicy(proof)}`;

/** The same without its first line, as the tool `spicy` reads it (`*.spicy`). */
export const writeSpicy = ({ index, proof, checkpoint }: LogProof): string =>
  `index ${index}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;

/** What either file says; null for what is neither. */
export function readLogProof(written: string): LogProof | null {
  const body = written.startsWith(`${HEADER}\n`) ? written.slice(HEADER.length + 1) : written;
  const [, number, hashes = '', checkpoint = ''] =
    /^(?:extra \S+\n)?index (0|[1-9]\d{0,15})\n((?:\S+\n)*)\n([^]+)$/.exec(body) ?? [];
  if (number === undefined) return null;
  const proof = readHashes(hashes);
  return proof && { index: Number(number), proof, checkpoint };
}

/** Hashes a line each; null where one is none, or there are more than any tree needs. */
export function readHashes(lines: string): Proof | null {
  const read = lines.split('\n').slice(0, -1).map(fromBase64);
  const hashes = read.filter((hash) => hash?.length === HASH_BYTES);
  return read.length <= MOST_HASHES && hashes.length === read.length ? (hashes as Uint8Array[]) : null;
}
