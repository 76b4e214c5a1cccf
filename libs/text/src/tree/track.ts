import { hunksOf, type Hunk } from '../diff/hunks.ts';
import { runsOf } from '../diff/runs.ts';
import { halvesOf } from './apply.ts';
import type { Operation } from './tree.ts';

/** A stretch of the text of one node, in UTF-16 units, followed through operations. */
export interface Stretch {
  readonly node: string;
  readonly from: number;
  readonly to: number;
  /** Whether other words than the stretch had may stand there now without showing it. */
  readonly isDoubtful: boolean;
}

/** A stretch after one operation; null when its node is gone. `textOf` gives the texts from before the operation. */
export function tracked(
  stretch: Stretch,
  operation: Operation,
  textOf: (node: string) => string,
): Stretch | null {
  if (operation.op === 'join') return joined(stretch, operation, textOf);
  if (operation.node !== stretch.node) return stretch;
  switch (operation.op) {
    case 'remove':
      return null;
    case 'put':
      return rewritten(stretch, textOf(stretch.node), operation.text);
    case 'split':
      return split(stretch, operation, textOf(stretch.node));
    default:
      return stretch;
  }
}

type Of<Op extends Operation['op']> = Extract<Operation, { op: Op }>;

function joined(stretch: Stretch, { node, next }: Of<'join'>, textOf: (node: string) => string): Stretch {
  if (stretch.node !== next) return stretch;
  const by = textOf(node).length;
  return { ...stretch, node, from: stretch.from + by, to: stretch.to + by };
}

/** A stretch that is split goes with its longer piece. */
function split(stretch: Stretch, { at, into }: Of<'split'>, text: string): Stretch {
  const halves = halvesOf(text, at);
  if (typeof halves === 'string' || stretch.to <= at) return stretch;
  const start = text.length - halves.rest.text.length;
  const second = { ...stretch, node: into, from: Math.max(0, stretch.from - start), to: stretch.to - start };
  if (stretch.from >= at) return second.to > second.from ? second : { ...second, to: second.from };
  return at - stretch.from >= stretch.to - start ? { ...stretch, to: at } : second;
}

/** Where a stretch of the old words stands in the new ones. */
export function rewritten(stretch: Stretch, was: string, now: string): Stretch {
  const { from, to } = stretch;
  const { head, tail } = sharedEnds(was, now);
  if (to <= head)
    return from >= head - slideOf(was, now, head, tail) ? { ...stretch, isDoubtful: true } : stretch;
  const by = now.length - was.length;
  if (from >= was.length - tail) return { ...stretch, from: from + by, to: to + by };
  const middle = { was: was.slice(head, was.length - tail), now: now.slice(head, now.length - tail) };
  const inside = mapped(
    middle.was,
    middle.now,
    Math.max(0, from - head),
    Math.min(to, was.length - tail) - head,
  );
  const moved = {
    ...stretch,
    from: from < head ? from : head + inside.from,
    to: to > was.length - tail ? to + by : head + inside.to,
  };
  return isSure(was, now, was.slice(from, to), inside.isWhole) ? moved : { ...moved, isDoubtful: true };
}

/**
 * How far to the left the place of an insertion or deletion could lie as well: of 甲乙甲乙, where one 甲乙 was put in or
 * taken out, nobody can tell which it was.
 */
function slideOf(was: string, now: string, head: number, tail: number): number {
  const [out, put] = [was.slice(head, was.length - tail), now.slice(head, now.length - tail)];
  if (out !== '' && put !== '') return 0;
  const piece = out + put;
  let by = 0;
  const row = was.slice(0, head) + piece;
  while (by < head && row[head - 1 - by] === row[row.length - 1 - by]) by++;
  return by;
}

/**
 * Words that stayed in a passage that was rewritten around them are the same words only where nothing else in the
 * clause could be taken for them.
 */
function isSure(was: string, now: string, words: string, isWhole: boolean): boolean {
  return !isWhole || (occurrences(was, words) === 1 && occurrences(now, words) === 1);
}

/** How often a quote occurs, overlaps included. */
export function occurrences(text: string, quote: string): number {
  let count = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) count++;
  return count;
}

/** How much two texts have in common at their head and, without that, at their tail. */
export function sharedEnds(was: string, now: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(was.length, now.length);
  let head = 0;
  while (head < most && was.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    was.charCodeAt(was.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  )
    tail++;
  return { head, tail };
}

interface Mapped {
  readonly from: number;
  readonly to: number;
  /** Whether every character of the stretch stayed, with nothing in between. */
  readonly isWhole: boolean;
}

/** Where a stretch stands after a rewriting; its edges go outward over what was put in its place. */
function mapped(was: string, now: string, from: number, to: number): Mapped {
  const hunks = hunksOf(runsOf(was, now));
  const hits = hunks.filter(({ a }) => a.from < to && a.to > from);
  const [first, last] = [hits[0], hits.at(-1)];
  return {
    from:
      first && first.a.from <= from ? first.b.from : from + grownBy(hunks.filter(({ a }) => a.to <= from)),
    to: last && last.a.to >= to ? last.b.to : to + grownBy(hunks.filter(({ a }) => a.from < to)),
    isWhole: hits.length === 0,
  };
}

const grownBy = (hunks: readonly Hunk[]): number =>
  hunks.reduce((sum, { a, b }) => sum + (b.to - b.from) - (a.to - a.from), 0);
