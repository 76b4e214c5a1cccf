import { align } from '../diff/align.ts';
import { likeness, profileOf } from '../diff/alike.ts';
import { fold } from '../diff/folded.ts';
import type { Lines } from '../diff/grown.ts';
import { pairLines } from '../diff/pairing.ts';
import { ERASED, type TreeNode } from './tree.ts';

/** A paragraph that may have been one of the nodes. */
export interface Candidate {
  readonly text: string;
  readonly anchor: string | null;
}

/** Nodes (by their places) and what they became. One to many was split, many to one joined. */
export interface NodePair {
  readonly a: Lines;
  readonly b: Lines;
  /** From 0 to 1; 1 where an anchor or the same words leave no doubt. */
  readonly score: number;
}

type Texts = readonly string[];

/** Pairs the nodes of a tree with what came back, each at most once. */
export function pairNodes(nodes: readonly TreeNode[], returned: readonly Candidate[]): readonly NodePair[] {
  const was = nodes.map(({ text }) => text ?? ERASED);
  const now = returned.map(({ text }) => text);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const take = (i: number, j: number): void => {
    if (found.has(i) || taken.has(j)) return;
    found.set(i, j);
    taken.add(j);
  };
  const anchored = anchoredOf(nodes, returned);
  for (const { i, j } of anchored) if (isTrusted(was[i] ?? '', now[j] ?? '')) take(i, j);
  for (const { i, j } of equalOf(was, now, found, taken)) take(i, j);
  for (const { i, j } of anchored) take(i, j);
  const sure = [...found].map(([i, j]) => single(i, j, scoreOf(was[i] ?? '', now[j] ?? '')));
  const likely = likelyOf(was, now, found);
  return [
    ...sure.map((pair) => (isAnchored(nodes, returned, pair) ? trusted(pair) : pair)),
    ...likely.filter(({ a }) => isFree(nodes, a)),
  ];
}

const single = (i: number, j: number, score: number): NodePair => ({
  a: { from: i, to: i + 1 },
  b: { from: j, to: j + 1 },
  score,
});

interface Place {
  readonly i: number;
  readonly j: number;
}

/** Of two paragraphs with one anchor (one was copied) the more alike one is meant. */
function anchoredOf(nodes: readonly TreeNode[], returned: readonly Candidate[]): readonly Place[] {
  const places = new Map(nodes.map(({ id }, i) => [id, i]));
  const pairs = returned.flatMap(({ anchor, text }, j) => {
    const i = places.get(anchor ?? '');
    return i === undefined ? [] : [{ i, j, score: scoreOf(nodes[i]?.text ?? ERASED, text) }];
  });
  return pairs.toSorted((x, y) => y.score - x.score || x.j - y.j);
}

/** Below this an anchor may have stayed behind when its paragraph was cut out and another written in its place. */
const STRANGE = 0.25;

const isTrusted = (was: string, now: string): boolean => scoreOf(was, now) >= STRANGE;

function scoreOf(was: string, now: string): number {
  if (was === now) return 1;
  const [one, other] = [fold(was), fold(now)];
  return one === other ? 1 : likeness(profileOf(one), profileOf(other));
}

/** An anchor and words that are not all strange leave no doubt. */
const trusted = (pair: NodePair): NodePair => (pair.score >= STRANGE ? { ...pair, score: 1 } : pair);

const isAnchored = (
  nodes: readonly TreeNode[],
  returned: readonly Candidate[],
  { a, b }: NodePair,
): boolean => returned[b.from]?.anchor === nodes[a.from]?.id;

const isFree = (nodes: readonly TreeNode[], { from, to }: Lines): boolean =>
  nodes.slice(from, to).every(({ text }) => text !== null);

/** The same words: in the same order first, then elsewhere. */
function equalOf(
  was: Texts,
  now: Texts,
  found: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): readonly Place[] {
  const [inA, inB] = [
    was.flatMap((_, i) => (found.has(i) ? [] : [i])),
    now.flatMap((_, j) => (taken.has(j) ? [] : [j])),
  ];
  const ids = keysOf(
    inA.map((i) => was[i] ?? ''),
    inB.map((j) => now[j] ?? ''),
  );
  const stayed = align({ ...ids, weightOf: (id) => ids.weights[id] ?? 1 });
  const [doneA, doneB] = [new Set(stayed.map(({ i }) => i)), new Set(stayed.map(({ j }) => j))];
  const left = new Map<number, number[]>();
  ids.b.forEach((id, j) => {
    if (!doneB.has(j)) left.set(id, [...(left.get(id) ?? []), j]);
  });
  const moved = ids.a.flatMap((id, i) => {
    const j = doneA.has(i) ? undefined : left.get(id)?.shift();
    return j === undefined ? [] : [{ i, j }];
  });
  return [...stayed, ...moved].map(({ i, j }) => ({ i: inA[i] ?? 0, j: inB[j] ?? 0 }));
}

function keysOf(
  was: Texts,
  now: Texts,
): { readonly a: number[]; readonly b: number[]; readonly weights: number[] } {
  const ids = new Map<string, number>();
  const weights: number[] = [];
  const idOf = (text: string): number => {
    const known = ids.get(text) ?? ids.size;
    ids.set(text, known);
    weights[known] = text.length + 1;
    return known;
  };
  return { a: was.map(idOf), b: now.map(idOf), weights };
}

/**
 * What is left over, by its words. What is known already stands in as a word of its own, so that everything else is
 * looked for between the right neighbours.
 */
function likelyOf(was: Texts, now: Texts, found: ReadonlyMap<number, number>): readonly NodePair[] {
  const known = new Set(found.values());
  if (found.size === was.length || known.size === now.length) return [];
  const sign = (i: number): string => `known ${String(i).padStart(8, '0')}`;
  const placeOf = new Map([...found].map(([i, j]) => [j, i]));
  const lines = {
    a: was.map((text, i) => (found.has(i) ? sign(i) : text)),
    b: now.map((text, j) => (known.has(j) ? sign(placeOf.get(j) ?? 0) : text)),
  };
  const { inPlace, moved } = pairLines(lines.a, lines.b);
  return [...inPlace, ...moved]
    .filter(({ a, b }) => !holds(a, (i) => found.has(i)) && !holds(b, (j) => known.has(j)))
    .map(({ a, b }) => ({ a, b, score: scoreOf(textOf(was, a), textOf(now, b)) }));
}

function holds({ from, to }: Lines, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(at)) return true;
  return false;
}

const textOf = (texts: Texts, { from, to }: Lines): string => texts.slice(from, to).join('\n');
