import {
  align,
  ERASED,
  type Alignment,
  type Mint,
  type Operation,
  type Returned,
  type Tree,
  type TreeNode,
} from '@mouding/text';
import { readWord } from '../word-in/read-word.ts';
import { isUnreadable, type Unreadable } from '../word-in/unreadable.ts';
import type { WordIn, WordParagraph } from '../word-in/word.ts';
import { DRAFT_PROPERTY } from './draft-out.ts';
import { returnedLevels } from './returned-levels.ts';
import { sameWords, wordsBack } from './returned-words.ts';
import { isSpaced } from './tree-blocks.ts';

/** An exported draft that came back out of Word. */
export interface DraftBack extends Alignment {
  /** Tables that read otherwise than before, by their node. */
  readonly tables: readonly string[];
  /** Nodes that stand elsewhere now. */
  readonly order: readonly string[];
  /** Nodes whose bookmark is not in the file any more; most of them are known by their words all the same. */
  readonly lostIds: readonly string[];
  /** The root of the text that was exported; null where the file is no export of ours. */
  readonly baseRoot: string | null;
  /** 修订 that were in the file; its text is read as if all of them were accepted. */
  readonly revisions: WordIn['revisions'];
  readonly comments: WordIn['comments'];
}

/**
 * Reads an edited draft as operations on the text that it was exported from. Every paragraph is known by its hidden
 * bookmark, or by its words where the bookmark was lost, even in all of them. What Word does not show (blank lines that
 * are a way of writing, spaces in front, how a table is drawn) stays as it was wherever its words stayed.
 *
 * @param mint makes ids for paragraphs that are new
 */
export const readDraft = (bytes: Uint8Array, tree: Tree, mint: Mint): DraftBack | Unreadable => {
  const word = readWord(bytes, { revisions: 'accept' });
  return isUnreadable(word) ? word : draftBack(word, tree, mint);
};

/** As {@link readDraft}, of a file that was read elsewhere with its revisions accepted. */
export function draftBack(word: WordIn, tree: Tree, mint: Mint): DraftBack {
  const known = new Map(tree.nodes.map((node) => [node.id, node]));
  const anchored = new Set(word.paragraphs.flatMap(({ anchor }) => (anchor === null ? [] : [anchor])));
  const nodeOf = finder(tree, anchored);
  const paragraphs = word.paragraphs.filter(({ text }) => text.trim() !== '');
  const found = paragraphs.map((paragraph) => ({ paragraph, node: nodeOf(paragraph) }));
  const levels = returnedLevels(tree, found);
  const spacing = spacingOf(tree);
  const returned = found.map(({ paragraph, node }, at): Returned => ({
    ...(levels[at] ?? { kind: 'clause', depth: 1 }),
    before: node ? beforeOf(node, paragraph, spacing) : spacing.isHabit ? spacing.usual : paragraph.before,
    text: wordsBack(node, paragraph),
    anchor: paragraph.anchor !== null && known.has(paragraph.anchor) ? paragraph.anchor : null,
  }));
  const alignment = align(tree, returned, tree.end, mint);
  return {
    ...alignment,
    ...seen(alignment.operations, known),
    lostIds: tree.nodes.flatMap(({ id }) => (anchored.has(id) ? [] : [id])),
    baseRoot: word.properties[DRAFT_PROPERTY.root] ?? null,
    revisions: word.revisions,
    comments: word.comments,
  };
}

/**
 * Finds the node of a paragraph: by its bookmark, or the next node without one that has the same words; of a table whose
 * words changed too the next one with the same head.
 */
function finder(
  { nodes }: Tree,
  anchored: ReadonlySet<string>,
): (paragraph: WordParagraph) => TreeNode | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const waiting = new Map<string, TreeNode[]>();
  for (const node of nodes) {
    if (anchored.has(node.id)) continue;
    const words = sameWords(node.kind, node.text ?? ERASED);
    waiting.set(words, [...(waiting.get(words) ?? []), node]);
  }
  return ({ anchor, kind, text }) => {
    const own = anchor === null ? undefined : byId.get(anchor);
    const words = sameWords(kind, text);
    return (
      own ?? waiting.get(words)?.shift() ?? (kind === 'table' ? headed(waiting, words)?.shift() : undefined)
    );
  };
}

/** The tables that are still waiting and begin with the same row. */
function headed(waiting: ReadonlyMap<string, TreeNode[]>, words: string): TreeNode[] | undefined {
  const head = words.split('\n')[0];
  for (const [key, nodes] of waiting)
    if (nodes[0]?.kind === 'table' && key.split('\n')[0] === head) return nodes;
  return undefined;
}

interface Spacing {
  /** Blank lines are the way this text is written: the export leaves them out. */
  readonly isHabit: boolean;
  readonly usual: string;
}

function spacingOf(tree: Tree): Spacing {
  const counts = new Map<string, number>();
  for (const { before } of tree.nodes.slice(1)) counts.set(before, (counts.get(before) ?? 0) + 1);
  const usual = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0] as const)[0];
  return { isHabit: isSpaced(tree), usual };
}

/** Blank lines in front of a node that is still there: as they were, unless somebody put in or took out some. */
function beforeOf(node: TreeNode, { before }: WordParagraph, { isHabit }: Spacing): string {
  const lines = (text: string): number => text.split('\n').length;
  return isHabit || lines(before) === lines(node.before) ? node.before : before;
}

/** What of the operations a person wants to see apart. */
function seen(
  operations: readonly Operation[],
  known: ReadonlyMap<string, TreeNode>,
): Pick<DraftBack, 'tables' | 'order'> {
  const nodes = (op: Operation['op']): readonly string[] => [
    ...new Set(
      operations.flatMap((each) => (each.op === op && 'node' in each && each.node ? [each.node] : [])),
    ),
  ];
  return {
    tables: nodes('put').filter((id) => known.get(id)?.kind === 'table'),
    order: nodes('move'),
  };
}
