import { hrefOf, TreeView } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import type { Tree } from '@mouding/text';
import type { Session } from '../client/session.ts';

/** A text as nodes, as the server has it; null for one that is none. */
export async function treeOf(session: Session, stream: string, text: TextRef): Promise<Tree | null> {
  if (text.scheme !== 'tree@1') return null;
  const tree = await session.read(`${hrefOf(stream) ?? ''}/trees/${text.hash}`, TreeView);
  return {
    ...tree,
    nodes: tree.nodes.map(({ erased, ...node }) => (erased === undefined ? node : { ...node, erased })),
  };
}
