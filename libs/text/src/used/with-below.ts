import type { Tree } from '../tree/tree.ts';

/** The node and all that lies under it, by their ids; nothing where it is not there. */
export function withBelow({ nodes }: Pick<Tree, 'nodes'>, id: string): readonly string[] {
  const at = nodes.findIndex((node) => node.id === id);
  const top = nodes[at];
  if (!top) return [];
  const after = nodes.slice(at + 1);
  const end = after.findIndex(({ depth }) => depth <= top.depth);
  return [id, ...(end < 0 ? after : after.slice(0, end)).map((node) => node.id)];
}
