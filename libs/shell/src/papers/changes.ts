import { diff, shownChange, summary, tallyOf, type Diff, type Part } from '@mouding/text';
import type { ComparisonRow } from '@mouding/documents';
import { placesIn } from './places.ts';

/** A change as a fact has it: what was put there, and in words what it rests on. */
export interface GroundedChange {
  readonly put: string;
  readonly ground: string | null;
}

/** Two drafts beside each other. */
export interface Compared {
  readonly summary: string;
  readonly rows: readonly ComparisonRow[];
  readonly numbers: readonly { readonly name: string; readonly from: string; readonly to: string }[];
}

/** What changed between two readings, paragraph by paragraph, with what each rests on as far as anybody has said. */
export function compared(before: string, after: string, grounds: readonly GroundedChange[]): Compared {
  const difference = diff(before, after);
  const was = placesIn(before);
  const now = placesIn(after);
  const rows = difference.parts.flatMap((part): readonly ComparisonRow[] => {
    const row = rowOf(part);
    if (!row) return [];
    const place = part.kind === 'removed' ? was(part.a.line) : now('b' in part ? part.b.line : 1);
    return [{ ...row, place, ground: groundOf(row.after, grounds) }];
  });
  return { summary: summary(difference).zh, rows, numbers: numbersOf(difference) };
}

const numbersOf = (difference: Diff): Compared['numbers'] =>
  tallyOf(difference).numbers.map(({ name, from, to }) => ({ name, from, to }));

type Bare = Omit<ComparisonRow, 'place' | 'ground'>;

/** Nothing of a passage that stayed, or of which only spaces or its number changed. */
function rowOf(part: Part): Bare | null {
  if (part.kind === 'kept') return null;
  if (part.kind === 'added') return written('新增', '', part.lines);
  if (part.kind === 'removed') return written('删去', part.lines, '');
  if (part.kind === 'changed' && part.nature !== 'content') return null;
  const side = (gone: 'in' | 'out'): string =>
    part.runs.map(({ kind, text }) => (kind === gone ? '' : text)).join('');
  return {
    how: part.kind === 'moved' ? '移动' : '修改',
    before: side('in'),
    after: side('out'),
    numbers: part.numbers.map(shownChange),
  };
}

type Lines = readonly string[] | '';

function written(how: ComparisonRow['how'], before: Lines, after: Lines): Bare | null {
  const words = (lines: Lines): string =>
    lines === '' ? '' : lines.filter((line) => line.trim() !== '').join('\n');
  const row = { how, before: words(before), after: words(after), numbers: [] };
  return row.before === '' && row.after === '' ? null : row;
}

const bare = (words: string): string => words.replaceAll(/\s/g, '');
/** Fewer characters are found anywhere. */
const TELLING = 4;

/** What the change rests on that put these words there; where all of them rest on the same, that. */
function groundOf(after: string, grounds: readonly GroundedChange[]): string | null {
  const words = bare(after);
  const found = grounds.filter(({ put }) => {
    const own = bare(put);
    return own.length >= TELLING && words !== '' && (words.includes(own) || own.includes(words));
  });
  const named = new Set((found.length > 0 ? found : grounds).map(({ ground }) => ground));
  const [only] = named;
  if (found.length === 0 && named.size > 1) return null;
  return named.size === 1 ? (only ?? null) : [...named].filter((ground) => ground !== null).join('；');
}
