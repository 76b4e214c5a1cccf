import { readsEveryText, type Refusal } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { inOwnRight, type Reader } from './reader.ts';

/** An original with its bytes. */
export interface BroughtFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly mediaType: string;
}

/**
 * The bytes of an original that the reader brought, or that an office reads anyway; null for one that is larger than
 * `most` bytes.
 *
 * @throws ProblemError refused for an original that is not there for the reader
 */
export async function broughtFile(reader: Reader, hash: string, most: number): Promise<BroughtFile | null> {
  const { ledger, visitor } = reader;
  const { institution, person } = visitor;
  const facts = await ledger.file(institution, hash);
  const mine =
    inOwnRight(reader).some(readsEveryText) || (await ledger.wasBrought(institution, person, hash));
  if (!facts || !mine) throw new ProblemError('refused', { refusal: unknownFile(hash) });
  if (facts.bytes > most) return null;
  const parts: Uint8Array[] = [];
  for await (const part of ledger.fileParts(institution, hash)) parts.push(part);
  return { bytes: Buffer.concat(parts), name: facts.name ?? '', mediaType: facts.mediaType };
}

/** Said of what is not here and of what somebody else brought: nobody learns which. */
const unknownFile = (hash: string): Refusal => ({
  because: 'state',
  rule: 'file.known',
  said: { zh: '未找到原件，请重新上传', en: 'The original is not known here; upload it first' },
  facts: { hash },
  needs: { zh: '请先上传退回的文件', en: 'Upload the file that came back first' },
});
