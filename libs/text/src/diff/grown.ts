import { contained } from './alike.ts';
import type { Known } from './known.ts';

/** Lines of one side: 0-based, `to` not included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Lines of the one side and what they became on the other. */
export interface Match {
  readonly a: Lines;
  readonly b: Lines;
}

/** Takes in what belongs to a pair where a paragraph was split, joined or wrapped. Marks those lines as taken. */
export function grown(match: Match, a: Known, b: Known): Match {
  const [one, other] = [a.folded[match.a.from]?.body, b.folded[match.b.from]?.body];
  if (one === other) return match;
  const wider = reach(match.b, b, { side: a, line: match.a.from });
  return wider === match.b
    ? { a: reach(match.a, a, { side: b, line: match.b.from }), b: match.b }
    : { a: match.a, b: wider };
}

interface Whole {
  readonly side: Known;
  readonly line: number;
}

function reach(own: Lines, side: Known, whole: Whole): Lines {
  let { from, to } = own;
  const next = (start: number, step: 1 | -1): number | null => {
    const line = following(side, start, step);
    if (line === null || !belongs(line, own.from, side, whole, step)) return null;
    side.taken.add(line);
    return line;
  };
  for (let line = next(to, 1); line !== null; line = next(to, 1)) to = line + 1;
  for (let line = next(from - 1, -1); line !== null; line = next(from - 1, -1)) from = line;
  return from === own.from && to === own.to ? own : { from, to };
}

/** A line goes with its neighbour's paragraph when so much of it stood there. */
const SPLIT = 0.7;

function belongs(line: number, own: number, side: Known, whole: Whole, step: 1 | -1): boolean {
  const [profile, half] = [side.profile(line), side.profile(own)];
  if (contained(profile, whole.side.profile(whole.line)) >= SPLIT) return contained(profile, half) < 0.5;
  // The last signs of a paragraph (等。) have too few neighbours to be recognised by them.
  const rest = textOf(side, line);
  const ends = (each: string): boolean => (step > 0 ? each.endsWith(rest) : each.startsWith(rest));
  return ends(textOf(whole.side, whole.line)) && !ends(textOf(side, own));
}

const textOf = ({ folded }: Known, line: number): string => folded[line]?.text ?? '';

/** The next line that is not blank, if it is left over. */
function following({ folded: lines, taken }: Known, start: number, step: 1 | -1): number | null {
  for (let line = start; line >= 0 && line < lines.length; line += step)
    if (lines[line]?.text !== '') return taken.has(line) ? null : line;
  return null;
}
