import { markerOf, type Style, type TreeKind, type TreeNode } from '@mouding/text';

/** The level of a heading by the style of its number. @source GB/T 9704-2012 §7.3.3 */
export const LEVEL_BY_NUMBER: { readonly [style in Style]?: 1 | 2 | 3 | 4 } = {
  part: 1,
  chapter: 1,
  division: 1,
  han: 1,
  'han-bracketed': 2,
  decimal: 3,
  'decimal-bracketed': 4,
};

const HEADINGS: ReadonlySet<TreeKind> = new Set(['part', 'chapter', 'section']);

/** A heading is one short line: a longer one is set as the paragraph that it looks like. */
const LONGEST = 100;

/**
 * Which of the four levels of a document a heading has: by its number, which is what its type is chosen for; without one,
 * by what it is. Null for what is no heading.
 *
 * @source GB/T 9704-2012 §7.3.3
 */
export function levelOf({ kind, text }: Pick<TreeNode, 'kind' | 'text'>): 1 | 2 | 3 | 4 | null {
  if (!HEADINGS.has(kind) || !isShort(text)) return null;
  const style = markerOf(text)?.style;
  return (style && LEVEL_BY_NUMBER[style]) ?? (kind === 'section' ? 2 : 1);
}

const isShort = (text: string | null): text is string =>
  text !== null && text.length <= LONGEST && !text.includes('\n');
