import type { Diff, Part, Run as TextRun, Span } from '@mouding/text';

type Kind = TextRun['kind'];

/** A line of both texts at once: its pieces, what became of its end, and where it stands (from 1; null: not there). */
export interface MergedLine {
  readonly pieces: readonly TextRun[];
  readonly end: Kind;
  readonly a: number | null;
  readonly b: number | null;
}

/**
 * Two texts as one sequence of lines. Read without what is `in` it is the old text, without what is `out` the new one;
 * what moved goes out where it stood and comes in where it stands.
 */
export function mergedLines(
  difference: Diff,
  old: readonly string[],
  now: readonly string[],
): readonly MergedLine[] {
  const moved = difference.parts
    .flatMap((part) => (part.kind === 'moved' ? [part.a] : []))
    .sort((one, other) => one.line - other.line);
  const lines: MergedLine[] = [];
  const leave = (until: number): void => {
    for (let gone = moved[0]; gone && gone.line < until; gone = moved[0]) {
      lines.push(...whole(old, gone, 'out'));
      moved.shift();
    }
  };
  for (const part of difference.parts) {
    if ('a' in part && part.kind !== 'moved') leave(part.a.line);
    lines.push(...linesOf(part, old, now));
  }
  leave(Infinity);
  return lines;
}

function linesOf(part: Part, old: readonly string[], now: readonly string[]): readonly MergedLine[] {
  switch (part.kind) {
    case 'kept':
      return whole(now, part.b, 'same').map((line, at) => ({ ...line, a: part.a.line + at }));
    case 'changed':
      return changed(part.runs, part.a, part.b);
    case 'added':
    case 'moved':
      return whole(now, part.b, 'in');
    case 'removed':
      return whole(old, part.a, 'out');
  }
}

const whole = (text: readonly string[], { line, last }: Span, kind: Kind): readonly MergedLine[] =>
  text.slice(line - 1, last).map((words, at) => ({
    pieces: words === '' ? [] : [{ kind, text: words }],
    end: kind,
    a: kind === 'in' ? null : line + at,
    b: kind === 'out' ? null : line + at,
  }));

/** A passage that was reworded: its line ends came, went or stayed as its words did; the last one stayed. */
function changed(runs: readonly TextRun[], a: Span, b: Span): readonly MergedLine[] {
  const lines: MergedLine[] = [];
  let pieces: TextRun[] = [];
  let [i, j] = [a.line, b.line];
  const close = (end: Kind): void => {
    lines.push({ pieces, end, a: i, b: j });
    pieces = [];
    if (end !== 'in') i += 1;
    if (end !== 'out') j += 1;
  };
  for (const { kind, text } of runs)
    text.split('\n').forEach((words, at) => {
      if (at > 0) close(kind);
      if (words !== '') pieces.push({ kind, text: words });
    });
  close('same');
  return lines;
}
