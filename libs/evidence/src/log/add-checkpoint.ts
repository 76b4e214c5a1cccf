import { toBase64 } from './base64.ts';
import type { Proof } from './proof.ts';
import { readHashes } from './tlog-proof.ts';

/** What a log sends to a witness: the size that the witness saw last, the proof from there, the signed checkpoint. */
export interface AddCheckpoint {
  readonly old: number;
  readonly proof: Proof;
  readonly checkpoint: string;
}

/** The body of `POST …/add-checkpoint`. @source C2SP tlog-witness */
export const writeAddCheckpoint = ({ old, proof, checkpoint }: AddCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${checkpoint}`;

/** What such a body says; null for what is none. */
export function readAddCheckpoint(body: string): AddCheckpoint | null {
  const [, old, hashes = '', checkpoint = ''] =
    /^old (0|[1-9]\d{0,15})\n((?:\S+\n)*)\n([^]+)$/.exec(body) ?? [];
  const proof = old === undefined ? null : readHashes(hashes);
  return proof && { old: Number(old), proof, checkpoint };
}
