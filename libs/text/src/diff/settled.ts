import type { Hunk } from './readable.ts';

/**
 * Moves insertions and deletions that could stand in several places to where a clause begins: `，{+增加力量，+}` and not
 * `{+，增加力量+}，`. Changes the hunks. @returns what stands behind the last of them
 */
export function settled(hunks: readonly Hunk[], rest: string): string {
  let end = rest;
  hunks.forEach((hunk, at) => {
    const next = hunks[at + 1];
    const after = next ? next.before : end;
    const kind = hunk.in === '' ? 'out' : 'in';
    if (hunk.in !== '' && hunk.out !== '') return;
    const place = best(hunk.before, hunk[kind], after, { left: at > 0 ? 1 : 0, right: next ? 1 : 0 });
    const text = hunk.before + hunk[kind] + after;
    const from = hunk.before.length + place;
    const to = from + hunk[kind].length;
    hunk.before = text.slice(0, from);
    hunk[kind] = text.slice(from, to);
    if (next) next.before = text.slice(to);
    else end = text.slice(to);
  });
  return end;
}

/** No paragraph needs a longer way. */
const FAR = 80;

/** How far a piece is best moved to the right, or with a negative number to the left; so much must stay on each side. */
function best(before: string, piece: string, after: string, stay: { left: number; right: number }): number {
  const text = before + piece + after;
  const [from, to] = [before.length, before.length + piece.length];
  let [place, most] = [0, worth(text, from, to)];
  const offer = (by: number): void => {
    const value = worth(text, from + by, to + by);
    if (value > most) [place, most] = [by, value];
  };
  for (let by = -1; by >= -FAR && from + by >= stay.left && text[from + by] === text[to + by]; by--)
    offer(by);
  for (
    let by = 1;
    by <= FAR && to + by <= text.length - stay.right && text[from + by - 1] === text[to + by - 1];
    by++
  )
    offer(by);
  return place;
}

const worth = (text: string, from: number, to: number): number =>
  (from === 0 ? 3 : strength(text[from - 1])) + strength(text[to - 1]);

function strength(mark: string | undefined): number {
  if (mark === undefined || mark === '\n') return 4;
  if ('。！？'.includes(mark)) return 3;
  return '；：\t'.includes(mark) ? 2 : Number('，、'.includes(mark));
}
