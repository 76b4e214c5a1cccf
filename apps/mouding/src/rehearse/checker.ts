/** A change as the record has it: at byte `at` of the text reached so far, `cut` bytes go and `put` comes. */
export interface RecordedChange {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

/** What comparing found. `at` is the first byte that differs. */
export type Verdict =
  | { readonly same: true; readonly bytes: number }
  | { readonly same: false; readonly at: number; readonly expected: string; readonly issued: string }
  | { readonly same: false; readonly change: number };

/**
 * Whether the issued bytes are the source with the recorded changes and nothing else. It knows nothing of how the
 * server works with texts: bytes in, changes applied here, bytes compared.
 */
export function checkIssued(
  source: Uint8Array,
  changes: readonly RecordedChange[],
  issued: Uint8Array,
): Verdict {
  let reached = Buffer.from(source);
  for (const [i, { at, cut, put }] of changes.entries()) {
    const isInside =
      Number.isSafeInteger(at) &&
      Number.isSafeInteger(cut) &&
      at >= 0 &&
      cut >= 0 &&
      at + cut <= reached.length;
    if (!isInside) return { same: false, change: i };
    reached = Buffer.concat([reached.subarray(0, at), Buffer.from(put, 'utf8'), reached.subarray(at + cut)]);
  }
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
