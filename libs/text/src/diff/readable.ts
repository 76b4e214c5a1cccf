import type { Run } from './part.ts';
import { settled } from './settled.ts';

/** What was taken out and put in at one place, and what stands unchanged before it. */
export interface Hunk {
  before: string;
  out: string;
  in: string;
}

/**
 * Brings runs to the form that is read: no empty ones, out before in, changes that only a word or two separate as one
 * change, and insertions that begin where a clause begins.
 */
export function readable(runs: readonly Run[]): readonly Run[] {
  const { hunks, rest } = hunksOf(runs);
  const merged = merge(hunks);
  const end = settled(merged, rest);
  return merged
    .flatMap((hunk): readonly Run[] => [
      { kind: 'same', text: hunk.before },
      { kind: 'out', text: hunk.out },
      { kind: 'in', text: hunk.in },
    ])
    .concat({ kind: 'same', text: end })
    .filter(({ text }) => text !== '');
}

function hunksOf(runs: readonly Run[]): { readonly hunks: readonly Hunk[]; readonly rest: string } {
  const hunks: Hunk[] = [];
  let same = '';
  for (const { kind, text } of runs) {
    if (text === '') continue;
    const last = hunks.at(-1);
    if (kind === 'same') same += text;
    else if (last && same === '') last[kind] += text;
    else {
      hunks.push({ before: same, out: '', in: '', [kind]: text });
      same = '';
    }
  }
  return { hunks, rest: same };
}

const FIGURES = /^\d[\d.,%％‰—–~～-]*$/;
const isNumber = ({ out, in: put }: Hunk): boolean => FIGURES.test(out) && FIGURES.test(put);
const size = ({ out, in: put }: Hunk): number => Math.max(out.length, put.length);

function merge(hunks: readonly Hunk[]): Hunk[] {
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged.at(-1);
    if (last && isSlight(hunk.before, last, hunk)) {
      last.out += hunk.before + hunk.out;
      last.in += hunk.before + hunk.in;
    } else merged.push({ ...hunk });
  }
  return merged;
}

const isOneWay = (one: string, other: string): boolean => one === '' && other === '';

/** Whether what is kept between two changes is not worth an interruption. Numbers are always
 * shown each by itself, and so is what was only put in or only taken out twice. */
function isSlight(between: string, one: Hunk, other: Hunk): boolean {
  if (isOneWay(one.in, other.in) || isOneWay(one.out, other.out)) return false;
  if (isNumber(one) || isNumber(other) || /[。；！？\n\t\d]/.test(between)) return false;
  return between.length <= 3 && between.length <= Math.min(size(one), size(other));
}
