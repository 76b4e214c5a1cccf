import { overTiles, type NodeAt } from '@mouding/evidence';
import { sha256, type TreeLogs } from '@mouding/ledger';

/** Works something out of the nodes of a tree, wherever they are kept. */
export type OverTree = <T>(work: (nodeAt: NodeAt) => T) => Promise<T>;

/** Over the tiles that were kept when the tree was signed: what a proof needs is read, however long the log is. */
export function overKeptTiles(logs: TreeLogs, institution: string): OverTree {
  const tiles = new Map<string, Promise<Uint8Array | undefined>>();
  const load = (level: number, index: number): Promise<Uint8Array | undefined> => {
    const name = `${level}/${index}`;
    const tile = tiles.get(name) ?? logs.tile(institution, level, index);
    tiles.set(name, tile);
    return tile;
  };
  // Proofs of one tree ask for the same nodes again and again.
  const known = new Map<string, Uint8Array>();
  const remembering =
    (nodeAt: NodeAt): NodeAt =>
    (level, index) => {
      const name = `${level}/${index}`;
      const node = known.get(name) ?? nodeAt(level, index);
      known.set(name, node);
      return node;
    };
  return (work) => overTiles(load, (nodeAt) => work(remembering(nodeAt)), sha256);
}
