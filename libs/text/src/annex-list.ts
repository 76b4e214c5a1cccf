import type { Shaped } from './shape.ts';

const OPENING = /^[\s\u3000]*附件[\s\u3000]*[：:][\s\u3000]*1[\s\u3000]*[.．、]/u;

/**
 * 附件说明: the list of annexes below a notice is no part of its numbering, and nothing stands below its items.
 *
 * @source GB/T 9704-2012 7.3.4
 */
export function withoutAnnexList(lines: readonly Shaped[]): readonly Shaped[] {
  const start = lines.findIndex(({ text }) => OPENING.test(text));
  if (start < 0) return lines;
  const rest = lines.slice(start + 1).findIndex((line, i) => !isItem(line, i + 2));
  const end = rest < 0 ? lines.length : start + 1 + rest;
  return lines.map((line, i) =>
    i >= start && i < end ? { ...line, shape: 'caption' as const, marker: null } : line,
  );
}

const isItem = ({ marker, text }: Shaped, ordinal: number): boolean =>
  marker?.ordinal === ordinal && marker.style === 'decimal' && text.length <= 60 && !text.includes('。');
