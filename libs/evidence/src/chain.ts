import { decodeEntry, MalformedEntry, type Entry } from './entry.ts';
import type { LeafHex } from './leaf.ts';

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
  leafHex: LeafHex,
): { readonly head: ChainHead; readonly faults: readonly ChainFault[]; readonly entry?: Entry } {
  const { institution, stream } = head;
  const computed = leafHex(stored.entry);
  const faults = computed === stored.leafHash ? [] : [leafFault(head, stored.leafHash, computed)];
  let entry: Entry;
  try {
    entry = decodeEntry(stored.entry);
  } catch (error) {
    const why = error instanceof MalformedEntry ? error.message : 'unreadable';
    faults.push(faultAfter(head, 'malformed', why));
    return { head: { institution, stream, version: head.version + 1, hash: stored.leafHash }, faults };
  }
  if (!isNext(head, entry)) faults.push(...placeFaults(head, entry));
  return { head: { institution, stream, version: entry.version, hash: stored.leafHash }, faults, entry };
}

const faultAfter = (
  { stream, version }: ChainHead,
  fault: ChainFault['fault'],
  detail: string,
): ChainFault => ({ stream, version: version + 1, fault, detail });

const leafFault = (head: ChainHead, claimed: string, computed: string): ChainFault =>
  faultAfter(head, 'leaf-hash', `stored ${claimed}, computed ${computed}`);

const isNext = (head: ChainHead, entry: Entry): boolean =>
  entry.stream === head.stream &&
  entry.version === head.version + 1 &&
  entry.prev === head.hash &&
  entry.institution === head.institution;

function placeFaults(head: ChainHead, { institution, stream, version, prev }: Entry): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  if (institution !== head.institution) faults.push(faultAfter(head, 'institution', institution));
  if (stream !== head.stream) faults.push(faultAfter(head, 'stream', stream));
  if (version !== head.version + 1) faults.push(faultAfter(head, 'version', `found ${version}`));
  if (prev !== head.hash) faults.push(faultAfter(head, 'prev', `found ${prev}, expected ${head.hash}`));
  return faults;
}

/** The head of a stream that has no entry yet. */
export const emptyChain = (institution: string, stream: string): ChainHead => ({
  institution,
  stream,
  version: 0,
  hash: null,
});
