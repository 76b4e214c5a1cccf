import type { Origin, TreeChanges } from '@mouding/contract';
import { lineageOf, streamName, type Kind, type Lineage, type Provenance } from '@mouding/core';
import { changedNodes } from '@mouding/text';
import { nodesOf } from '../drafts/touched-nodes.ts';
import { citedTree } from './cited-texts.ts';
import { originsOf } from './clause-origins.ts';
import { stepsOf } from './clauses.ts';
import { entriesOf } from './entries.ts';
import type { Reader } from './reader.ts';

interface Two {
  readonly root: string;
  readonly since: string;
}

/**
 * 两稿之间有变化的条目, of two trees that the stream cites; of a manuscript with every change in between that touched them.
 *
 * @throws ProblemError not-found
 */
export async function treeChanges(reader: Reader, kind: Kind, id: string, two: Two): Promise<TreeChanges> {
  const { root, since } = two;
  const now = await citedTree(reader, kind, id, root);
  const was = await citedTree(reader, kind, id, since);
  const because: Because = kind === 'manuscript' ? await changesBetween(reader, id, two) : new Map();
  const changed = changedNodes(was, now).map(({ node, changes, was: before, now: after }) => ({
    node,
    changes: [...changes],
    was: before && { ...before },
    now: after && { ...after },
    because: [...(because.get(node) ?? [])],
  }));
  return { since, root, changed };
}

/** By node, the newest change first. */
type Because = ReadonlyMap<string, readonly Origin[]>;

async function changesBetween(reader: Reader, id: string, { root, since }: Two): Promise<Because> {
  const entries = await entriesOf(reader, streamName('manuscript', id));
  const lineage = (hash: string) => lineageOf(stepsOf(entries), { scheme: 'tree@1', hash });
  const after = lastIn(lineage(since));
  const made = (lineage(root)?.changes ?? []).filter(({ by }) => by.version > after).toReversed();
  const told = await originsOf(
    reader,
    entries,
    made.map(({ by }) => by),
  );
  const found = new Map<string, readonly Provenance[]>();
  for (const { change, by } of made)
    for (const node of new Set(change.operations.flatMap(nodesOf)))
      found.set(node, [...(found.get(node) ?? []), by]);
  return new Map([...found].map(([node, all]) => [node, all.flatMap((by) => told.get(by) ?? [])]));
}

/** The entry of the manuscript that a text came to be with. */
const lastIn = (lineage: Lineage | null): number =>
  lineage?.changes.at(-1)?.by.version ?? lineage?.from.version ?? 0;
