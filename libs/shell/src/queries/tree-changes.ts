import type { TreeChanges } from '@mouding/contract';
import type { Kind } from '@mouding/core';
import { changedNodes } from '@mouding/text';
import { citedTree } from './cited-texts.ts';
import type { Reader } from './reader.ts';

/** 两稿之间有变化的条目, of two trees that the stream cites. @throws ProblemError not-found */
export async function treeChanges(
  reader: Reader,
  kind: Kind,
  id: string,
  { root, since }: { readonly root: string; readonly since: string },
): Promise<TreeChanges> {
  const now = await citedTree(reader, kind, id, root);
  const was = await citedTree(reader, kind, id, since);
  const changed = changedNodes(was, now).map(({ node, changes, was: before, now: after }) => ({
    node,
    changes: [...changes],
    was: before && { ...before },
    now: after && { ...after },
  }));
  return { since, root, changed };
}
