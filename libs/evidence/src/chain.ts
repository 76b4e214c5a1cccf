import { decodeEntry, MalformedEntry, type Entry } from './entry.ts';
import { hex, leafHash, type Sha256 } from './leaf.ts';

/** What is wrong at one place of a stream, in the words that `verify` prints. */
export interface ChainFault {
  readonly stream: string;
  readonly version: number;
  readonly fault: 'malformed' | 'leaf-hash' | 'prev' | 'version' | 'stream' | 'institution';
  readonly detail: string;
}

/** An entry as a store holds it, beside the hash that the store claims for it (hex). */
export interface StoredEntry {
  readonly entry: string;
  readonly leafHash: string;
}

/** Where a check of one stream stands: the last good version and its hash. */
export interface ChainHead {
  readonly institution: string;
  readonly stream: string;
  readonly version: number;
  readonly hash: string | null;
}

/**
 * Checks the next stored entry of a stream: canonical bytes, leaf hash, unbroken `prev`, dense versions.
 * Goes on after a fault with the stored values, so that one break is reported once.
 */
export function checkNext(
  head: ChainHead,
  stored: StoredEntry,
  sha256: Sha256,
): { readonly head: ChainHead; readonly faults: readonly ChainFault[]; readonly entry?: Entry } {
  const version = head.version + 1;
  const fault = (kind: ChainFault['fault'], detail: string): ChainFault => ({
    stream: head.stream,
    version,
    fault: kind,
    detail,
  });
  const computed = hex(leafHash(stored.entry, sha256));
  const next = { ...head, version, hash: stored.leafHash };
  const faults: ChainFault[] = [];
  if (computed !== stored.leafHash)
    faults.push(fault('leaf-hash', `stored ${stored.leafHash}, computed ${computed}`));
  let entry: Entry;
  try {
    entry = decodeEntry(stored.entry);
  } catch (error) {
    const why = error instanceof MalformedEntry ? error.message : 'unreadable';
    return { head: next, faults: [...faults, fault('malformed', why)] };
  }
  if (entry.institution !== head.institution) faults.push(fault('institution', entry.institution));
  if (entry.stream !== head.stream) faults.push(fault('stream', entry.stream));
  if (entry.version !== version) faults.push(fault('version', `found ${entry.version}`));
  if (entry.prev !== head.hash) faults.push(fault('prev', `found ${entry.prev}, expected ${head.hash}`));
  return { head: { ...next, version: entry.version }, faults, entry };
}

/** The head of a stream that has no entry yet. */
export const emptyChain = (institution: string, stream: string): ChainHead => ({
  institution,
  stream,
  version: 0,
  hash: null,
});
