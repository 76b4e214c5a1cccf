/**
 * The clauses of a plain text: its paragraphs, each a line that says something, in their order. A clause is cited by its
 * number (from 1) in one text, which is cited by its hash: so nothing of its wording stands where it is cited.
 */
export const clausesOf = (content: string): readonly string[] =>
  content.split(/\r?\n/).filter((line) => line.trim() !== '');

/** Numbers that the text has no clause for. */
export const unknownClauses = (cited: readonly number[], content: string): readonly number[] => {
  const count = clausesOf(content).length;
  return cited.filter((no) => no > count);
};

/** Cited numbers in their order, each once. */
export const inOrder = (cited: readonly number[]): readonly number[] =>
  [...new Set(cited)].toSorted((a, b) => a - b);

/**
 * Where cited clauses stand in another text, or null when they do not all stand there unchanged and in the same order.
 * Clauses that followed each other must still do so: what was put between them belongs to what was cited. Of words that
 * stand in a text several times it is the same one of as many; more or fewer of them are not told apart, and count as
 * changed.
 *
 * @param cited numbers in `from`, ascending
 */
export function locate(cited: readonly number[], from: string, to: string): readonly number[] | null {
  const old = clausesOf(from);
  const now = clausesOf(to);
  const found: number[] = [];
  for (const run of runsOf(cited)) {
    const words = run.map((no) => old[no - 1]);
    const [before, after] = [startsOf(words, old), startsOf(words, now)];
    const at = after[before.indexOf((run[0] ?? 0) - 1)];
    if (at === undefined || before.length !== after.length || at < (found.at(-1) ?? 0)) return null;
    found.push(...run.map((_, i) => at + i + 1));
  }
  return found;
}

/** Numbers that follow each other, as groups. */
function runsOf(cited: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const no of inOrder(cited)) {
    const last = runs.at(-1);
    if (last?.at(-1) === no - 1) last.push(no);
    else runs.push([no]);
  }
  return runs;
}

/** Every index at which the words stand one after the other. */
const startsOf = (words: readonly (string | undefined)[], text: readonly string[]): readonly number[] =>
  text.flatMap((_, i) => (words.every((word, k) => word !== undefined && text[i + k] === word) ? [i] : []));
