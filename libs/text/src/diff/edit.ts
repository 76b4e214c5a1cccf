import { rawRange, readLines } from '../lines.ts';
import { markerOf } from '../marker.ts';
import { fold } from './folded.ts';
import { numberChanges } from './numbers.ts';
import type { Edit } from './part.ts';
import { runsOf } from './runs.ts';

/** What happened between two wordings of one passage; `line` says where both begin. */
export function editOf(a: string, b: string, line: { readonly a: number; readonly b: number }): Edit {
  const runs = runsOf(a, b);
  const [before, after] = [headOf(a), headOf(b)];
  const nature = natureOf(a, b, before.to, after.to);
  const numbers =
    nature === 'content'
      ? numberChanges(runs, { start: before.to, line: line.a }, { start: after.to, line: line.b })
      : [];
  const isAlike = fold(before.label) === fold(after.label);
  return { runs, nature, renumbered: isAlike ? null : { from: before.label, to: after.label }, numbers };
}

interface Head {
  /** The number at the head of the passage; empty where it has none. */
  readonly label: string;
  /** Where the words behind it begin. */
  readonly to: number;
}

function headOf(text: string): Head {
  const [line] = readLines(text.slice(0, 200));
  const marker = line && markerOf(line.text);
  return marker
    ? { label: marker.label, to: rawRange(line, marker.from, marker.to)[1] }
    : { label: '', to: 0 };
}

function natureOf(a: string, b: string, fromA: number, fromB: number): Edit['nature'] {
  if (a === b) return 'same';
  if (fold(a) === fold(b)) return 'format';
  return fold(a.slice(fromA)) === fold(b.slice(fromB)) ? 'numbering' : 'content';
}
