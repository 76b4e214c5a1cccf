import type { Entry } from '@mouding/evidence';
import type { Rows } from '@mouding/core';
import type { DeadlineRow } from './batch.ts';

/** Whether the rules could take an entry, and why not. */
export type Applied = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** One stream on its way through its machine. */
export interface FoldingStream {
  /** Takes the next entry. It may have to look something up first (a procedure by its hash). */
  apply(entry: Entry): Applied | Promise<Applied>;
  /** The read-model rows of the state reached. */
  rows(): Rows;
  /** The deadlines that the facts have set and not settled, whether or not the clock has answered them since. */
  deadlines(): readonly Omit<DeadlineRow, 'stream'>[];
}

/** How verify and rebuild fold without knowing the rules. */
export interface Folder {
  start(stream: string): FoldingStream;
}

/** Makes a folder for one institution; `text` finds what facts cite by hash, e.g. definitions of procedures. */
export type FolderFactory = (text: (hash: string) => Promise<string | undefined>) => Folder | Promise<Folder>;
