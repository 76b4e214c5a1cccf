import { align, numbered } from './align.ts';
import type { Run } from './part.ts';
import { readable } from './readable.ts';
import { spacesAlone } from './spaces.ts';
import { clausesOf, wordsOf } from './words.ts';

/** What changed inside a passage, in words as a reader would mark them. */
export function runsOf(a: string, b: string): readonly Run[] {
  if (a === b) return a === '' ? [] : [{ kind: 'same', text: a }];
  return readable(between(clausesOf(a), clausesOf(b), worthOfClause, inWords));
}

/** Pairs pieces, and leaves what is between two pairs to a closer look. */
function between(
  a: readonly string[],
  b: readonly string[],
  worthOf: (piece: string) => number,
  closer: (a: string, b: string) => readonly Run[],
): readonly Run[] {
  const ids = numbered(a, b);
  const worth: number[] = [];
  ids.a.forEach((id, at) => (worth[id] ??= worthOf(a[at] ?? '')));
  const pairs = align({ ...ids, weightOf: (id) => worth[id] ?? 0 }).filter(({ weight }) => weight > 0);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const pair of [...pairs, { i: a.length, j: b.length }]) {
    for (const run of closer(a.slice(i, pair.i).join(''), b.slice(j, pair.j).join(''))) runs.push(run);
    runs.push({ kind: 'same', text: a[pair.i] ?? '' });
    [i, j] = [pair.i + 1, pair.j + 1];
  }
  return runs;
}

/** A clause of two or three signs (同时，) occurs anywhere and holds nothing together. */
const worthOfClause = (clause: string): number => (clause.length < 4 ? 0 : clause.length);

const inWords = (a: string, b: string): readonly Run[] =>
  a === '' || b === '' ? spacesAlone(a, b) : between(wordsOf(a), wordsOf(b), worthOfWord, spacesAlone);

/** Long words are kept before short ones, and both before punctuation. */
const worthOfWord = (word: string): number => (/[\p{L}\p{N}]/u.test(word) ? 2 * word.length : 1);
