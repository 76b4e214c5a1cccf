import { diff } from '../diff/diff.ts';
import { hunksOf } from '../diff/hunks.ts';
import { newText, type Part } from '../diff/part.ts';

/** The base as merging sees it: every line with a line end, the last one too. */
export interface Base {
  readonly lines: readonly string[];
  readonly text: string;
  /** Where each line begins in `text`; one more for the end. */
  readonly starts: readonly number[];
}

/** One change of one contributor: what he put in place of a piece of the base. */
export interface BaseEdit {
  readonly side: number;
  /** Characters of the base. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The lines of the base that it is about, 0-based, `to` not included; none where lines are put in between. */
  readonly lines: { readonly from: number; readonly to: number };
}

/** Reads the base once for all sides. */
export function baseOf(lines: readonly string[]): Base {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return { lines, text: lines.map((line) => `${line}\n`).join(''), starts };
}

/** What one side did to the base, in the order of the base. A paragraph that moved was taken out and put in. */
export function editsOf(base: Base, from: string, mine: string, side: number): readonly BaseEdit[] {
  const edits: BaseEdit[] = [];
  let at = 0;
  for (const part of diff(from, mine).parts) {
    for (const edit of partEdits(part, at, base, side)) edits.push(edit);
    if (part.kind !== 'added' && part.kind !== 'moved') at = part.a.last;
  }
  const ordered = edits.toSorted((x, y) => x.from - y.from || x.to - y.to);
  return fused(ordered, base);
}

/** What one part did; `at` is the line of the base before which its new lines stand. */
function partEdits(part: Part, at: number, base: Base, side: number): readonly BaseEdit[] {
  const lineEdit = (first: number, last: number, lines: readonly string[]): BaseEdit => ({
    side,
    from: base.starts[first] ?? 0,
    to: base.starts[last] ?? 0,
    text: lines.map((line) => `${line}\n`).join(''),
    lines: { from: first, to: last },
  });
  switch (part.kind) {
    case 'kept':
      return [];
    case 'changed':
      return inside(part, base, side);
    case 'added':
      return [lineEdit(at, at, part.lines)];
    case 'removed':
      return [lineEdit(part.a.line - 1, part.a.last, [])];
    case 'moved':
      return [lineEdit(part.a.line - 1, part.a.last, []), lineEdit(at, at, newText(part.runs).split('\n'))];
  }
}

type Changed = Extract<Part, { kind: 'changed' }>;

function inside({ runs, a }: Changed, { starts, text }: Base, side: number): readonly BaseEdit[] {
  const lines = { from: a.line - 1, to: a.last };
  const start = starts[lines.from] ?? 0;
  const hunks = hunksOf(runs);
  return hunks.map((hunk, i) => {
    const [before, { from, to }] = [hunks[i - 1], hunk.a];
    const edit: BaseEdit = { side, from: start + from, to: start + to, text: hunk.text, lines };
    return leftmost(edit, text, before ? start + before.a.to + 1 : start);
  });
}

/** Two people who put the same words in should be seen to have done so, wherever the words could stand. */
function leftmost(edit: BaseEdit, base: string, bound: number): BaseEdit {
  const { from, to, text } = edit;
  if (from !== to && text !== '') return edit;
  let [by, piece] = [0, text === '' ? base.slice(from, to) : text];
  while (from - by > bound && base[from - by - 1] === piece.at(-1)) {
    piece = (piece.at(-1) ?? '') + piece.slice(0, -1);
    by++;
  }
  return { ...edit, from: from - by, to: to - by, text: text === '' ? '' : piece };
}

/** Lines taken out and lines put in at the same place are one replacement. */
function fused(edits: readonly BaseEdit[], { starts }: Base): readonly BaseEdit[] {
  const whole: BaseEdit[] = [];
  const isOfLines = ({ from, to, lines }: BaseEdit): boolean =>
    from === starts[lines.from] && to === starts[lines.to];
  for (const edit of edits) {
    const last = whole.at(-1);
    if (last?.to === edit.from && isOfLines(last) && isOfLines(edit))
      whole[whole.length - 1] = {
        ...last,
        to: edit.to,
        text: last.text + edit.text,
        lines: { from: last.lines.from, to: edit.lines.to },
      };
    else whole.push(edit);
  }
  return whole;
}
