import type { Diff, Edit, Part, Span } from './part.ts';
import type { Lines, Match } from './grown.ts';
import { pairLines } from './pairing.ts';
import { readSide, type Side } from './side.ts';
import { editOf } from './edit.ts';
import { fold } from './folded.ts';

/**
 * Compares two plain texts paragraph by paragraph, and inside of edited paragraphs word by word. Line ends and byte
 * order marks are compared apart: a file that was only saved by another program differs in nothing else.
 * `applyDiff` makes `b` of `a` again, byte for byte.
 */
export function diff(a: string, b: string): Diff {
  const [one, other] = [readSide(a), readSide(b)];
  const { inPlace, moved } = pairLines(one.lines, other.lines);
  const parts: Part[] = [];
  const arrivals = new Map(moved.map((match) => [match.b.from, match]));
  const left = new Set(moved.map((match) => match.a.from));
  const gap: Gap = { one, other, arrivals, left, parts };
  let [i, j] = [0, 0];
  for (const match of inPlace) {
    fill(gap, { from: i, to: match.a.from }, { from: j, to: match.b.from });
    push(parts, inItsPlace(match, one, other));
    [i, j] = [match.a.to, match.b.to];
  }
  fill(gap, { from: i, to: one.lines.length }, { from: j, to: other.lines.length });
  return { parts, writing: { a: writingOf(one), b: writingOf(other) } };
}

const writingOf = ({ mark, end, others }: Side): Diff['writing']['a'] => ({ mark, end, others });

interface Gap {
  readonly one: Side;
  readonly other: Side;
  readonly arrivals: ReadonlyMap<number, Match>;
  readonly left: ReadonlySet<number>;
  readonly parts: Part[];
}

const span = ({ from, to }: Lines): Span => ({ line: from + 1, last: to });
const textOf = ({ lines }: Side, { from, to }: Lines): string => lines.slice(from, to).join('\n');

function inItsPlace({ a, b }: Match, one: Side, other: Side): Part {
  const [before, after] = [textOf(one, a), textOf(other, b)];
  if (before === after) return { kind: 'kept', a: span(a), b: span(b) };
  return { kind: 'changed', a: span(a), b: span(b), ...edit(before, after, a, b) };
}

const edit = (before: string, after: string, a: Lines, b: Lines): Edit =>
  editOf(before, after, { a: a.from + 1, b: b.from + 1 });

/** What stands between two lines that go together: blank lines beside blank lines, the rest came, went or moved. */
function fill(gap: Gap, a: Lines, b: Lines): void {
  const [blankA, blankB] = [blanks(gap.one, a), blanks(gap.other, b)];
  let [i, j] = [a.from, b.from];
  blankA.slice(0, blankB.length).forEach((line, at) => {
    const there = blankB[at] ?? 0;
    gone(gap, { from: i, to: line });
    come(gap, { from: j, to: there });
    push(
      gap.parts,
      inItsPlace({ a: { from: line, to: line + 1 }, b: { from: there, to: there + 1 } }, gap.one, gap.other),
    );
    [i, j] = [line + 1, there + 1];
  });
  gone(gap, { from: i, to: a.to });
  come(gap, { from: j, to: b.to });
}

function blanks({ lines }: Side, { from, to }: Lines): readonly number[] {
  const found: number[] = [];
  for (let line = from; line < to; line++) if (fold(lines[line] ?? '') === '') found.push(line);
  return found;
}

function gone({ one, left, parts }: Gap, range: Lines): void {
  for (const { from, to } of without(range, left))
    parts.push({ kind: 'removed', a: span({ from, to }), lines: one.lines.slice(from, to) });
}

function come({ one, other, arrivals, parts }: Gap, range: Lines): void {
  let at = range.from;
  const added = (to: number): void => {
    if (at < to) parts.push({ kind: 'added', b: span({ from: at, to }), lines: other.lines.slice(at, to) });
  };
  for (let line = range.from; line < range.to; line++) {
    const match = arrivals.get(line);
    if (!match) continue;
    added(line);
    const { a, b } = match;
    parts.push({ kind: 'moved', a: span(a), b: span(b), ...edit(textOf(one, a), textOf(other, b), a, b) });
    at = line + 1;
  }
  added(range.to);
}

/** The lines of a range but some. */
function without({ from, to }: Lines, some: ReadonlySet<number>): readonly Lines[] {
  const ranges: Lines[] = [];
  let at = from;
  for (let line = from; line <= to; line++) {
    if (line < to && !some.has(line)) continue;
    if (at < line) ranges.push({ from: at, to: line });
    at = line + 1;
  }
  return ranges;
}

/** Adds what stayed or changed; lines that stayed one after the other are one part. */
function push(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last?.kind === 'kept' && part.kind === 'kept' && last.a.last + 1 === part.a.line)
    parts[parts.length - 1] = {
      kind: 'kept',
      a: { ...last.a, last: part.a.last },
      b: { ...last.b, last: part.b.last },
    };
  else parts.push(part);
}
