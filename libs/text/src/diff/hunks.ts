import type { Run } from './part.ts';

/** Characters of a passage, `to` not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A place at which the old passage became the new one; one of the two may be empty. */
export interface Hunk {
  readonly a: Range;
  readonly b: Range;
  /** What stood there, and what stands there now. */
  readonly was: string;
  readonly text: string;
}

/** The places of change in a passage. */
export function hunksOf(runs: readonly Run[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  let open: Hunk | null = null;
  for (const { kind, text } of runs) {
    if (kind === 'same') {
      if (open) hunks.push(open);
      open = null;
    } else
      open = grown(open ?? { a: { from: i, to: i }, b: { from: j, to: j }, was: '', text: '' }, kind, text);
    if (kind !== 'in') i += text.length;
    if (kind !== 'out') j += text.length;
  }
  return open ? [...hunks, open] : hunks;
}

const grown = ({ a, b, was, text }: Hunk, kind: 'out' | 'in', piece: string): Hunk =>
  kind === 'out'
    ? { a: { ...a, to: a.to + piece.length }, b, was: was + piece, text }
    : { a, b: { ...b, to: b.to + piece.length }, was, text: text + piece };
