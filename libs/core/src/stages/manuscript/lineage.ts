import { blame, plainOf, type Blame, type Tree } from '@mouding/text';
import type { StreamName } from '../../stream.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import type { GroundFact } from './bare.ts';
import type { Ground } from './ground.ts';
import type { ManuscriptFact, Part } from './manuscript.ts';
import { assemble, type TreeChange } from './text-changes.ts';

/** One fact of a manuscript, with its place in the stream. */
export interface ManuscriptStep {
  readonly version: number;
  readonly fact: ManuscriptFact;
}

/** What put words where they are: the entry of the manuscript, and what of it. */
export interface Provenance {
  readonly version: number;
  /** 稿次 that it led to; null for a conversion. */
  readonly draft: string | null;
  readonly how: 'compiled' | 'changed' | 'taken-over' | 'converted';
  /** The chapter that it came from, as it went in. */
  readonly part: Part | null;
  /** The place of the change in its fact, from 0; null where nothing was changed. */
  readonly change: number | null;
  readonly cites: StreamName | null;
  readonly ground: Ground | null;
  /** The entry that gave the ground afterwards (补充修改依据). */
  readonly groundedIn: number | null;
}

/** Where a text comes from: the tree that its line begins with, and every change since. */
export interface Lineage {
  readonly base: TextRef;
  readonly basis: Extract<
    ManuscriptFact,
    { type: 'ManuscriptCompiled' | 'ManuscriptTakenOver' | 'TextConverted' }
  >;
  readonly from: Provenance;
  readonly changes: readonly { readonly change: TreeChange; readonly by: Provenance }[];
}

type Changing = Extract<ManuscriptFact, { data: { changes: readonly object[]; to: TextRef } }>;

const isChanging = (fact: ManuscriptFact): fact is Changing =>
  fact.type === 'ManuscriptRevised' ||
  fact.type === 'ManuscriptAmended' ||
  fact.type === 'ManuscriptMandated';

const isBasis = (fact: ManuscriptFact): fact is Lineage['basis'] =>
  fact.type === 'ManuscriptCompiled' || fact.type === 'ManuscriptTakenOver' || fact.type === 'TextConverted';

const textOf = (fact: ManuscriptFact): TextRef | null => {
  if (fact.type === 'ManuscriptCompiled' || fact.type === 'ManuscriptTakenOver') return fact.data.text;
  return isChanging(fact) || fact.type === 'TextConverted' ? fact.data.to : null;
};

/**
 * The line of facts that ends in a text: from the last draft, take-over or conversion before it. Null for a text that
 * the manuscript never had.
 *
 * @param told all facts of the manuscript in their order
 */
export function lineageOf(told: readonly ManuscriptStep[], text: TextRef): Lineage | null {
  const end = told.findLastIndex(({ fact }) => sameText(textOf(fact), text));
  const until = told.slice(0, end + 1);
  const start = until.findLastIndex(({ fact }) => isBasis(fact));
  const first = until[start];
  if (!first || !isBasis(first.fact)) return null;
  const base = textOf(first.fact);
  if (!base) return null;
  const grounds = givenLater(told);
  const before = told.slice(0, start).filter(({ fact }) => isChanging(fact)).length;
  return {
    base,
    basis: first.fact,
    from: origin(first),
    changes: until
      .slice(start)
      .filter(({ fact }) => isChanging(fact))
      .flatMap((step, i) => changesOf(step, before + i + 1, grounds)),
  };
}

const HOW = {
  ManuscriptCompiled: 'compiled',
  ManuscriptTakenOver: 'taken-over',
  TextConverted: 'converted',
} as const;
const NOTHING = { part: null, change: null, cites: null, ground: null, groundedIn: null };

const origin = ({ version, fact }: ManuscriptStep): Provenance => ({
  version,
  draft: 'label' in fact.data ? fact.data.label : null,
  how: isBasis(fact) ? HOW[fact.type] : 'changed',
  ...NOTHING,
});

type Later = Pick<GroundFact['data'], 'cites' | 'ground'> & { readonly version: number };

/** What was said of changes afterwards, by the number of their fact and of the change in it. */
function givenLater(told: readonly ManuscriptStep[]): ReadonlyMap<string, Later> {
  const later = new Map<string, Later>();
  for (const { version, fact } of told) {
    if (fact.type !== 'ChangesGrounded') continue;
    const { changes, cites, ground } = fact.data;
    const said = { cites, version, ...(ground ? { ground } : {}) };
    for (const { step, change } of changes) later.set(`${step} ${change}`, said);
  }
  return later;
}

function changesOf(
  { version, fact }: ManuscriptStep,
  step: number,
  grounds: ReadonlyMap<string, Later>,
): Lineage['changes'] {
  if (!isChanging(fact)) return [];
  const mandate = fact.type === 'ManuscriptMandated' ? fact.data.mandate : null;
  return fact.data.changes.flatMap((change, i) => {
    if (!('operations' in change)) return [];
    const later = grounds.get(`${step} ${i + 1}`) ?? { cites: mandate, version: null };
    const by: Provenance = {
      version,
      draft: fact.data.label,
      how: 'changed',
      part: null,
      change: i,
      ...authority(change, later),
    };
    return [{ change, by }];
  });
}

/** What a change rests on: what it said itself, otherwise what was said of it afterwards. */
const authority = (
  { cites, ground }: TreeChange,
  later: Pick<Later, 'cites' | 'ground'> & { readonly version: number | null },
): Pick<Provenance, 'cites' | 'ground' | 'groundedIn'> => ({
  cites: cites ?? later.cites,
  ground: ground ?? later.ground ?? null,
  groundedIn: later.version,
});

/**
 * Where every node of the text that a line ends in comes from, to the character.
 *
 * @param tree the tree that the line begins with
 * @param contents the chapters as they went into it, in their order, as people read them; none where it was not compiled
 * @throws RangeError when the changes do not fit the tree
 */
export function blameOf(
  { basis, from, changes }: Lineage,
  tree: Tree,
  contents: readonly string[],
): ReadonlyMap<string, Blame<Provenance>> {
  const parts = basis.type === 'ManuscriptCompiled' ? basis.data.parts : [];
  const byPart = parts.map((part): Provenance => ({ ...from, part }));
  const partOf = partsOfNodes(tree, contents);
  const origins = (node: string): Provenance => byPart[partOf.get(node) ?? -1] ?? from;
  return blame(
    tree,
    origins,
    changes.map(({ change, by }) => ({ operations: change.operations, by: () => by })),
  );
}

/** The number of the chapter, from 0, in which each node begins. */
function partsOfNodes(tree: Tree, contents: readonly string[]): ReadonlyMap<string, number> {
  const ends = contents.map((_, i) => {
    const read = assemble(contents.slice(0, i + 1));
    return read.length + (read.endsWith('\n') ? 0 : 1);
  });
  const found = new Map<string, number>();
  let at = 0;
  for (const node of tree.nodes) {
    const begins = at + node.before.length;
    const part = ends.findIndex((end) => begins < end);
    if (part >= 0) found.set(node.id, part);
    at += plainOf({ ...tree, nodes: [node], end: '' }).length + 1;
  }
  return found;
}
