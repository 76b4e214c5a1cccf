import { ERASED, type Tree, type TreeNode } from '@mouding/text';
import type { Block, Cell } from '../paper/paper.ts';
import { levelOf } from './levels.ts';
import { cellsOf, filledUp, isSeparator, sharesOf } from './table-lines.ts';

const LEADING = /^[ \t\u3000]+/u;

/** Spaces with which somebody indented a line by hand: in Word the style does it. */
export const indentOf = (text: string): string => LEADING.exec(text)?.[0] ?? '';

/** Whether blank lines part most paragraphs of a text, so that they are its way of writing and not a gap that is meant. */
export const isSpaced = ({ nodes }: Tree): boolean =>
  nodes.filter(({ before }) => before !== '').length * 2 > nodes.length;

/**
 * A text as blocks of a paper. Blank lines stay where they are the exception; an erased node says that it was.
 *
 * @param ids whether each carries the id of its node
 */
export function treeBlocks(tree: Tree, ids: 'with-ids' | 'without-ids'): readonly Block[] {
  const spaced = isSpaced(tree);
  return tree.nodes.flatMap((node): readonly Block[] => {
    const blank = spaced ? 0 : node.before.split('\n').length - 1;
    const block = nodeBlock(node, ids === 'with-ids' ? { anchor: node.id } : {});
    return blank > 0 ? [{ kind: 'space', lines: blank }, block] : [block];
  });
}

function nodeBlock(node: TreeNode, anchor: { readonly anchor?: string }): Block {
  const text = node.text ?? ERASED;
  if (node.kind === 'table' && node.text !== null) return { ...tableBlock(text), ...anchor };
  const words = text.slice(indentOf(text).length);
  const level = levelOf(node);
  if (level) return { kind: 'heading', level, text: [{ text: words }], ...anchor };
  const paragraph = { kind: 'paragraph', runs: [{ text: words }], ...anchor } as const;
  return node.kind === 'figure' ? { ...paragraph, align: 'center' } : paragraph;
}

/** A table of a plain text; its first row is its head where others follow. */
function tableBlock(text: string): Extract<Block, { readonly kind: 'table' }> {
  const rows = text
    .split('\n')
    .filter((line) => !isSeparator(line))
    .map(cellsOf);
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const written = rows.map((cells) => filledUp(cells, columns, '').map((cell): Cell => ({ lines: [cell] })));
  return {
    kind: 'table',
    widths: sharesOf(rows, columns),
    head: written.slice(0, rows.length > 1 ? 1 : 0),
    rows: written.slice(rows.length > 1 ? 1 : 0),
  };
}
