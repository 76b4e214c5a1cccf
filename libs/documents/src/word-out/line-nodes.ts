import type { Tree, TreeNode } from '@mouding/text';

/** The node of a line, and whether the line is its first. */
export interface LineNode {
  readonly node: TreeNode;
  readonly isFirst: boolean;
}

/** Which node each line of the plain reading belongs to, counted from 1; blank lines belong to none. */
export function lineNodes({ nodes }: Tree): ReadonlyMap<number, LineNode> {
  const lines = new Map<number, LineNode>();
  let at = 1;
  for (const node of nodes) {
    at += node.before.split('\n').length - 1;
    const count = node.text?.split('\n').length ?? 1;
    for (let n = 0; n < count; n += 1) lines.set(at + n, { node, isFirst: n === 0 });
    at += count;
  }
  return lines;
}
