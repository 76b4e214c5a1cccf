import { applyOperations, isMisfit, plainOf, type Operation, type Tree } from '@mouding/text';

/**
 * A change as the record has it: at byte `at` of the text reached so far, `cut` bytes go and `put` comes; or operations
 * on the nodes of the tree reached so far.
 */
export type RecordedChange =
  | { readonly at: number; readonly cut: number; readonly put: string }
  | { readonly operations: readonly Operation[] };

type ByteChange = Exclude<RecordedChange, { readonly operations: unknown }>;

/** What comparing found. `at` is the first byte that differs. */
export type Verdict =
  | { readonly same: true; readonly bytes: number }
  | { readonly same: false; readonly at: number; readonly expected: string; readonly issued: string }
  | { readonly same: false; readonly change: number };

/**
 * Whether the issued bytes are the source with the recorded changes and nothing else. It knows nothing of how the
 * server works with texts: bytes in, changes applied here, bytes compared.
 *
 * @param tree the first tree that the record has, where it has one: it must read as the source does
 */
export function checkIssued(
  source: Uint8Array,
  changes: readonly RecordedChange[],
  issued: Uint8Array,
  tree: Tree | null = null,
): Verdict {
  let at: Reached = { bytes: Buffer.from(source), tree };
  if (tree && !bytesIn(tree).equals(source)) return compared(bytesIn(tree), source);
  for (const [i, change] of changes.entries()) {
    const next = 'operations' in change ? grown(at, change.operations) : cutAt(at, change);
    if (!next) return { same: false, change: i };
    at = next;
  }
  return compared(at.bytes, issued);
}

interface Reached {
  readonly bytes: Buffer;
  readonly tree: Tree | null;
}

const bytesIn = (tree: Tree): Buffer => Buffer.from(plainOf(tree), 'utf8');

function cutAt({ bytes }: Reached, { at, cut, put }: ByteChange): Reached | null {
  const isInside =
    Number.isSafeInteger(at) && Number.isSafeInteger(cut) && at >= 0 && cut >= 0 && at + cut <= bytes.length;
  if (!isInside) return null;
  const parts = [bytes.subarray(0, at), Buffer.from(put, 'utf8'), bytes.subarray(at + cut)];
  return { bytes: Buffer.concat(parts), tree: null };
}

function grown({ tree }: Reached, operations: readonly Operation[]): Reached | null {
  const next = tree && applyOperations(tree, operations);
  return next && !isMisfit(next) ? { bytes: bytesIn(next), tree: next } : null;
}

function compared(reached: Buffer, issued: Uint8Array): Verdict {
  if (reached.equals(issued)) return { same: true, bytes: issued.length };
  const at = firstDifference(reached, issued);
  return { same: false, at, expected: around(reached, at), issued: around(issued, at) };
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at++) if (one[at] !== other[at]) return at;
  return shorter;
}

/** Some characters around a byte, for people; a character that was cut in two shows as a replacement sign. */
function around(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(Math.max(0, at - 12), at + 18))
    .toString('utf8')
    .replaceAll(/\s/gu, ' ');
}
