import { plainOf, readPlan, type Tree } from '@mouding/text';
import type { Paper } from '../paper/paper.ts';
import { lineNodes } from './line-nodes.ts';
import { treeBlocks } from './tree-blocks.ts';
import { writeWord } from './write-word.ts';

/** What an exported draft says of itself. */
export type DraftMeta = Pick<Paper, 'trace' | 'file' | 'watermark'>;

/** Names of the properties of the file by which a draft is known again. */
export const DRAFT_PROPERTY = { root: '谋定稿件', draft: '谋定稿次' } as const;

/**
 * 导出统稿: a text to be edited in Word or WPS. Every paragraph and table carries the id of its node in a hidden bookmark,
 * numbers stand as text, the root and 稿次 stand in the properties of the file, so that it comes back as operations
 * (`readDraft`).
 *
 * @param root of the tree, hex
 * @throws RangeError for a moment that is none
 */
export const exportDraft = (tree: Tree, root: string, meta: DraftMeta): Promise<Uint8Array> =>
  writeWord(
    { form: 'document', head: null, title: '', body: treeBlocks(tree, 'with-ids'), ...meta },
    { properties: { [DRAFT_PROPERTY.root]: root, [DRAFT_PROPERTY.draft]: meta.trace.draft ?? '' } },
  );

/** 清洁稿: a text as it stands now, with its title as a title and without any mark of ours. */
export function cleanPaper(tree: Tree, meta: DraftMeta): Paper {
  const title = readPlan(plainOf(tree)).title;
  const inTitle = new Set(title?.lines.map(({ number }) => number));
  const nodesOfTitle = new Set(
    [...lineNodes(tree)].flatMap(([line, { node }]) => (inTitle.has(line) ? [node.id] : [])),
  );
  const rest = { ...tree, nodes: tree.nodes.filter(({ id }) => !nodesOfTitle.has(id)) };
  return {
    form: 'document',
    head: null,
    title: title?.text ?? '',
    body: treeBlocks(rest, 'without-ids'),
    ...meta,
  };
}
