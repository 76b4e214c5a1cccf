import type { ClauseHistory, ClauseList, Origin } from '@mouding/contract';
import {
  blameOf,
  lineageOf,
  streamName,
  type Lineage,
  type ManuscriptFact,
  type ManuscriptStep,
  type Provenance,
  type TextRef,
} from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { pathsOf, type Blame, type Tree } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { citedTree } from './cited-texts.ts';
import { originsOf } from './clause-origins.ts';
import { entriesOf } from './entries.ts';
import { lookInto } from './place-now.ts';
import { asked, sees, type Reader } from './reader.ts';

/** A version of a manuscript that the reader may see, as nodes. */
interface Version {
  readonly ref: TextRef;
  readonly tree: Tree;
  readonly entries: readonly Entry[];
}

/** @throws ProblemError not-found, also for a text that has no nodes */
async function versionOf(reader: Reader, id: string, hash: string | undefined): Promise<Version> {
  const state = await asked(reader, (known) => known.state('manuscript', id));
  if (!state || !(await sees(reader, 'manuscript', id))) throw new ProblemError('not-found');
  const root = hash ?? state.context.text?.hash;
  if (root === undefined) throw new ProblemError('not-found');
  const tree = await citedTree(reader, 'manuscript', id, root);
  return {
    ref: { scheme: 'tree@1', hash: root },
    tree,
    entries: await entriesOf(reader, streamName('manuscript', id)),
  };
}

/** The nodes of a text with where they stand. @throws ProblemError not-found */
export async function clauses(reader: Reader, id: string, hash: string | undefined): Promise<ClauseList> {
  const { ref, tree, entries } = await versionOf(reader, id, hash);
  const paths = pathsOf(tree);
  return {
    text: ref,
    label: labelOf(entries, ref),
    items: tree.nodes.map(({ id: node, kind, depth, text }) => ({
      node,
      kind,
      depth,
      path: paths.get(node) ?? '',
      text,
    })),
  };
}

/** 稿次 of a version. */
function labelOf(entries: readonly Entry[], ref: TextRef): string | null {
  const lineage = lineageOf(stepsOf(entries), ref);
  return lineage?.changes.at(-1)?.by.draft ?? lineage?.from.draft ?? null;
}

/** The facts of a manuscript, as core tells the line of a text from them. */
export const stepsOf = (entries: readonly Entry[]): readonly ManuscriptStep[] =>
  entries.map(({ version, type, data }) => ({
    version,
    // The log holds what the machine of manuscripts took, and nothing else.
    fact: { type, data } as ManuscriptFact,
  }));

/**
 * 条文的来历: each run of the words of a clause with who put it there, when, and on what authority, the newest first.
 *
 * @throws ProblemError not-found; refused for a clause that the text does not have
 */
export async function clauseHistory(
  reader: Reader,
  id: string,
  node: string,
  hash: string | undefined,
): Promise<ClauseHistory> {
  const version = await versionOf(reader, id, hash);
  const { ref, tree, entries } = version;
  if (!tree.nodes.some((each) => each.id === node)) throw unknownNode(node);
  const found = await blamed(reader, version, node);
  const all = newestFirst([...found.history, ...found.runs].map(({ by }) => by));
  const told = await originsOf(reader, entries, all);
  const of = (by: Provenance): readonly Origin[] => {
    const origin = told.get(by);
    return origin ? [origin] : [];
  };
  return {
    text: ref,
    node,
    path: pathsOf(tree).get(node) ?? '',
    runs: found.runs.flatMap(({ text, by }) => of(by).map((origin) => ({ text, origin }))),
    origins: all.flatMap(of),
  };
}

const newestFirst = (all: readonly Provenance[]): readonly Provenance[] =>
  [...new Set(all)].toSorted((a, b) => b.version - a.version || (b.change ?? -1) - (a.change ?? -1));

/** @throws ProblemError not-found for a text whose line does not begin with nodes */
async function blamed(reader: Reader, { ref, entries }: Version, node: string): Promise<Blame<Provenance>> {
  const lineage = lineageOf(stepsOf(entries), ref);
  const base = lineage && (await lookInto(reader, lineage.base));
  if (!lineage || !base?.tree) throw new ProblemError('not-found');
  const found = blameOf(lineage, base.tree, await contentsOf(reader, lineage)).get(node);
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** The chapters as they went into the text that the line begins with. */
async function contentsOf(reader: Reader, { basis }: Lineage): Promise<readonly string[]> {
  const parts = basis.type === 'ManuscriptCompiled' ? basis.data.parts : [];
  const contents: string[] = [];
  for (const { text } of parts) contents.push((await lookInto(reader, text))?.plain ?? '');
  return contents;
}

const unknownNode = (node: string): ProblemError =>
  new ProblemError('refused', {
    refusal: {
      because: 'state',
      rule: 'manuscript.node',
      said: { zh: '该稿没有这一条文', en: 'This text has no such clause' },
      facts: { node },
      needs: { zh: '请从该稿的条文清单中选择', en: 'Choose one of the clauses of this text' },
    },
  });
