/** What a node of a text is; a heading is a part, a chapter or a section, everything else stands under one. */
export type TreeKind = 'part' | 'chapter' | 'section' | 'clause' | 'table' | 'figure';

/**
 * One paragraph, heading, table or figure. Its id is its own for the life of the text: no edit gives it to another, and
 * none takes it away but the removal of the node.
 */
export interface TreeNode {
  /** `n` and ten characters of 0-9 and a-z. */
  readonly id: string;
  readonly kind: TreeKind;
  /** From 1. A node lies under the nearest node before it whose depth is smaller. */
  readonly depth: number;
  /** Blank lines in front of it, each with its line end, as they stand; usually nothing. */
  readonly before: string;
  /** Its lines with their number, as they stand, joined by line feeds; null once it was erased. */
  readonly text: string | null;
  /** The hash that it had, in hex, where the text was erased (已按规定清除). */
  readonly erased?: string;
}

/** `tree@1`: a text as nodes in their order. Its plain reading is lossless: {@link plainOf} gives every byte back. */
export interface Tree {
  readonly v: 'tree@1';
  /** Hex. One per case: hashes of clauses in two cases tell nothing of each other. */
  readonly salt: string;
  readonly nodes: readonly TreeNode[];
  /** What stands behind the last node: its line end, blank lines. */
  readonly end: string;
}

/** What an erased node reads as. */
export const ERASED = '（已按规定清除）';

/** The text as people read it and as diff, checkup and papers take it. Line ends are line feeds. */
export const plainOf = ({ nodes, end }: Tree): string =>
  nodes.map(({ before, text }) => before + (text ?? ERASED)).join('\n') + end;

/** A change of one node or of where it stands. New ids come with the operation, so that a replay needs no chance. */
export type Operation =
  /** Its lines become these. */
  | { readonly op: 'put'; readonly node: string; readonly text: string }
  /** A new node behind `after` (null: in front of all). */
  | {
      readonly op: 'insert';
      readonly node: string;
      readonly after: string | null;
      readonly kind: TreeKind;
      readonly depth: number;
      readonly before: string;
      readonly text: string;
    }
  | { readonly op: 'remove'; readonly node: string }
  /** The node with all that lies under it goes behind `after`, to this depth. */
  | { readonly op: 'move'; readonly node: string; readonly after: string | null; readonly depth: number }
  /** At character `at` (UTF-16) of its text the node ends and `into` begins. */
  | { readonly op: 'split'; readonly node: string; readonly at: number; readonly into: string }
  /** The text of the node behind it follows its own, and that node goes. */
  | { readonly op: 'join'; readonly node: string; readonly next: string }
  /** 升级、降级、改判: another kind or depth; the text stays. */
  | { readonly op: 'level'; readonly node: string; readonly kind: TreeKind; readonly depth: number }
  /** Blank lines in front of the node, or with null behind the whole. */
  | { readonly op: 'space'; readonly node: string | null; readonly blank: string };

/** SHA-256 of all parts one after the other; handed in, because this library runs in the page too. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;
