import { fold, SPACES } from './folded.ts';
import type { Run } from './part.ts';

/** Shows a passage of which only spaces or line breaks changed character by character: `落{+⏎+}实`. Others stay. */
export function spacesAlone(out: string, put: string): readonly Run[] {
  if (out !== '' && put !== '' && bare(out) === bare(put) && fold(out) === fold(put)) return signs(out, put);
  return [
    { kind: 'out', text: out },
    { kind: 'in', text: put },
  ];
}

const isSpace = (sign: string): boolean => sign.replace(SPACES, '') === '';
const bare = (text: string): string => text.replace(SPACES, '');

/** Two texts that differ in spaces only, sign by sign. */
function signs(out: string, put: string): readonly Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < out.length || j < put.length) {
    const run = next(out.charAt(i), put.charAt(j));
    runs.push(run);
    i += Number(run.kind !== 'in');
    j += Number(run.kind !== 'out');
  }
  return runs;
}

function next(one: string, other: string): Run {
  if (one === other) return { kind: 'same', text: one };
  return one !== '' && isSpace(one) ? { kind: 'out', text: one } : { kind: 'in', text: other };
}
