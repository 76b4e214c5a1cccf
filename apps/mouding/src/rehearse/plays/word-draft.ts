import { createHash } from 'node:crypto';
import { codeOf, convertInChild, draftBack, exportDraft, isUnreadable } from '@mouding/documents';
import { applyOperations, isMisfit, mintFrom, type Operation, type Sha256, type Tree } from '@mouding/text';
import type { TextRef } from '@mouding/core';

/** A passage that is changed, with the opinion that it answers. */
export interface WordEdit {
  readonly quote: string;
  readonly replacement: string;
  readonly cites: string;
  readonly reason: string;
}

/** One change as the server takes it: operations, what they answer, and why. */
export interface TreeChange extends Pick<WordEdit, 'cites' | 'reason'> {
  readonly operations: readonly Operation[];
}

/** What came back: changes by their opinion, and edits that two people would make in one paragraph. */
export interface CameBack {
  readonly changes: readonly TreeChange[];
  readonly rest: readonly WordEdit[];
}

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * 导出统稿、Word 修改、读回: the text as Word saves it after somebody changed it there, with the hidden ids of its nodes, comes
 * back as operations, each for one opinion.
 *
 * @param at when it was edited (RFC 3339)
 * @throws Error when what came back is not what was typed
 */
export async function throughWord(
  tree: Tree,
  text: TextRef,
  edits: readonly WordEdit[],
  at: string,
): Promise<CameBack> {
  const { byNode, rest } = byNodes(tree, edits);
  const meta = { trace: { draft: '讨论修改稿', code: codeOf(text.hash) }, file: { author: '规划办', at } };
  const file = await exportDraft(typed(tree, byNode), text.hash, meta);
  const word = await convertInChild(file, '统稿.docx', { revisions: 'accept' });
  if (isUnreadable(word)) throw new Error(`${word.zh} ${word.en}`);
  const { operations, doubtful, baseRoot } = draftBack(word, tree, mintFrom(sha256, text.hash));
  const changes = operations.map((operation): TreeChange => {
    const edit = 'node' in operation ? byNode.get(operation.node ?? '') : undefined;
    if (operation.op !== 'put' || !edit?.cites) throw new Error(`Word brought back ${operation.op}`);
    return { operations: [operation], cites: edit.cites, reason: edit.reason };
  });
  if (baseRoot !== text.hash || doubtful.length > 0 || changes.length !== byNode.size)
    throw new Error(`${changes.length} of ${byNode.size} changes came back, ${doubtful.length} in doubt`);
  return { changes, rest };
}

/** The edits by the paragraph that they change; a second one in the same paragraph waits. */
function byNodes(
  { nodes }: Tree,
  edits: readonly WordEdit[],
): { readonly byNode: ReadonlyMap<string, WordEdit>; readonly rest: readonly WordEdit[] } {
  const byNode = new Map<string, WordEdit>();
  const rest: WordEdit[] = [];
  for (const edit of edits) {
    const node = nodes.find(({ text }) => text?.includes(edit.quote));
    if (node && !byNode.has(node.id)) byNode.set(node.id, edit);
    else rest.push(edit);
  }
  return { byNode, rest };
}

function typed(tree: Tree, byNode: ReadonlyMap<string, WordEdit>): Tree {
  const operations = tree.nodes.flatMap(({ id, text }): readonly Operation[] => {
    const edit = byNode.get(id);
    return edit && text !== null
      ? [{ op: 'put', node: id, text: text.replace(edit.quote, () => edit.replacement) }]
      : [];
  });
  const next = applyOperations(tree, operations);
  if (isMisfit(next)) throw new Error('an edit does not fit the text');
  return next;
}
