import { hunksOf } from '../diff/hunks.ts';
import { runsOf } from '../diff/runs.ts';
import { baseOf, editsOf } from '../merge/base-edit.ts';
import type { Replacement } from './window.ts';

/**
 * What really changes where one passage is replaced by another, in rising order: who quotes a whole clause to mend one
 * figure has not written the rest anew. Places count from the beginning of the passage.
 */
export function replacementsIn(was: string, now: string): readonly Replacement[] {
  if (was === '' || now === '') return [{ from: 0, to: was.length, put: now }];
  const isOfLines = was.includes('\n') && now.includes('\n');
  const found = (isOfLines ? byLines(was, now) : byWords(was, now)).map((each) => wholeSigns(was, each));
  return applied(was, found) === now ? found : [{ from: 0, to: was.length, put: now }];
}

const byWords = (was: string, now: string): readonly Replacement[] =>
  hunksOf(runsOf(was, now)).map(({ a, text }) => ({ from: a.from, to: a.to, put: text }));

function byLines(was: string, now: string): readonly Replacement[] {
  const base = baseOf(was.split('\n'));
  return editsOf(base, was, now, 0).map(({ from, to, text }) =>
    withoutLastFeed(was, { from, to, put: text }),
  );
}

/** Lines are compared with a line end behind the last one, which the passage has not. */
function withoutLastFeed(was: string, { from, to, put }: Replacement): Replacement {
  if (to <= was.length) return { from, to, put };
  if (from > was.length) return { from: was.length, to: was.length, put: `\n${put.slice(0, -1)}` };
  if (put !== '') return { from, to: was.length, put: put.slice(0, -1) };
  return { from: Math.max(0, from - 1), to: was.length, put };
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** No replacement begins or ends within a character. */
function wholeSigns(was: string, { from, to, put }: Replacement): Replacement {
  const [head, tail] = [isLow(was, from) ? 1 : 0, isLow(was, to) ? 1 : 0];
  return {
    from: from - head,
    to: to + tail,
    put: was.slice(from - head, from) + put + was.slice(to, to + tail),
  };
}

function applied(was: string, replacements: readonly Replacement[]): string | null {
  let [text, at] = ['', 0];
  for (const { from, to, put } of replacements) {
    if (from < at) return null;
    text += was.slice(at, from) + put;
    at = to;
  }
  return text + was.slice(at);
}
