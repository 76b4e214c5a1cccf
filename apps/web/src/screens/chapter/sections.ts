import type { Diff, Part, Run } from '@mouding/text';
import { isHeading, isSection } from '../../text/lines.ts';

/** One paragraph as it is read: as it stands, with its changes, or new, or gone. */
export type Passage =
  | { readonly kind: 'line'; readonly text: string; readonly isHeading: boolean }
  | { readonly kind: 'runs'; readonly runs: readonly Run[] }
  | { readonly kind: 'in' | 'out'; readonly text: string };

/** A part of the text under its heading. */
export interface Section {
  /** Null for what stands before the first heading. */
  readonly title: string | null;
  readonly passages: readonly Passage[];
  readonly changes: number;
}

/** The text by its sections, with what changed since the older version; null marks nothing. */
export function sectionsOf(lines: readonly string[], diff: Diff | null): readonly Section[] {
  const passages = diff ? diff.parts.flatMap((part) => passagesOf(part, lines)) : lines.map(asLine);
  const said = passages.filter((one) => wordsOf(one).trim() !== '');
  const heads = said.flatMap((one, at) => (isHead(one) ? [at] : []));
  const starts = heads[0] === 0 || said.length === 0 ? heads : [0, ...heads];
  return starts.map((start, i) => sectionIn(said.slice(start, starts[i + 1])));
}

const isHead = (passage: Passage): boolean => passage.kind !== 'out' && isSection(wordsOf(passage).trim());

function sectionIn(passages: readonly Passage[]): Section {
  const changes = passages.filter(({ kind }) => kind !== 'line').length;
  const [first, ...rest] = passages;
  return first && isHead(first)
    ? { title: wordsOf(first).trim(), passages: rest, changes }
    : { title: null, passages, changes };
}

const asLine = (text: string): Passage => ({ kind: 'line', text: text.trim(), isHeading: isHeading(text) });

function passagesOf(part: Part, lines: readonly string[]): readonly Passage[] {
  if (part.kind === 'kept') return lines.slice(part.b.line - 1, part.b.last).map(asLine);
  if ('runs' in part) return [{ kind: 'runs', runs: part.runs }];
  const kind = part.kind === 'added' ? 'in' : 'out';
  return part.lines.map((text) => ({ kind, text: text.trim() }));
}

/** What it says now; of what is gone, what it said. */
function wordsOf(passage: Passage): string {
  if (passage.kind !== 'runs') return passage.text;
  return passage.runs.map(({ kind, text }) => (kind === 'out' ? '' : text)).join('');
}
