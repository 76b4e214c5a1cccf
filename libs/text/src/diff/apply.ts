import { newText, oldText, type Diff, type Part } from './part.ts';
import { readSide, writeSide } from './side.ts';

/** The other text, or the first line of the given one that is not what was compared. */
export type Applied =
  | { readonly kind: 'applied'; readonly text: string }
  | { readonly kind: 'not-this-text'; readonly line: number };

/** Makes the new text of the old one. */
export function applyDiff({ parts, writing }: Diff, a: string): Applied {
  const old = readSide(a).lines;
  const wrong = parts.find((part) => !fits(part, old));
  if (wrong) return { kind: 'not-this-text', line: 'a' in wrong ? wrong.a.line : 1 };
  const covered = parts.reduce((sum, part) => sum + ('a' in part ? part.a.last - part.a.line + 1 : 0), 0);
  if (covered !== old.length) return { kind: 'not-this-text', line: Math.min(covered, old.length) + 1 };
  const lines = parts.flatMap((part) => becomes(part, old));
  return { kind: 'applied', text: writeSide({ ...writing.b, lines }) };
}

function fits(part: Part, old: readonly string[]): boolean {
  if (part.kind === 'added') return true;
  if (part.a.last > old.length) return false;
  const text = old.slice(part.a.line - 1, part.a.last).join('\n');
  if (part.kind === 'kept') return true;
  return text === (part.kind === 'removed' ? part.lines.join('\n') : oldText(part.runs));
}

function becomes(part: Part, old: readonly string[]): readonly string[] {
  switch (part.kind) {
    case 'kept':
      return old.slice(part.a.line - 1, part.a.last);
    case 'changed':
    case 'moved':
      return newText(part.runs).split('\n');
    case 'added':
      return part.lines;
    case 'removed':
      return [];
  }
}
