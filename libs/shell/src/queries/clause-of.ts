import { pathsOf, type Tree } from '@mouding/text';
import type { Looked } from './place-now.ts';

/** The clause that somebody means, and how it was told. */
export interface ClauseFound {
  readonly clause: string | null;
  readonly found: 'anchor' | 'quote' | 'none';
  readonly path: string | null;
}

const NOT_FOUND: ClauseFound = { clause: null, found: 'none', path: null };

/** Words as they are compared: people copy them with other spaces. */
const bare = (words: string): string => words.normalize('NFKC').replaceAll(/\s+/g, '');

/**
 * By the mark that the paragraph still carries; or by its words, where only one clause has them. Words that several
 * clauses have name none of them.
 */
export function clauseOf(
  { anchor, quote }: { readonly anchor: string | null; readonly quote: string | null },
  sent: Looked | null,
): ClauseFound {
  return sent?.tree ? clauseIn(sent.tree, anchor, quote) : NOT_FOUND;
}

function clauseIn(tree: Tree, anchor: string | null, quote: string | null): ClauseFound {
  const paths = pathsOf(tree);
  const marked = anchor === null ? undefined : paths.get(anchor);
  if (anchor !== null && marked !== undefined) return { clause: anchor, found: 'anchor', path: marked };
  const clause = quote === null ? null : holding(tree, bare(quote));
  return clause === null ? NOT_FOUND : { clause, found: 'quote', path: paths.get(clause) ?? null };
}

/** The only node with these words. */
function holding({ nodes }: Tree, words: string): string | null {
  if (words === '') return null;
  const [only, another] = nodes.filter(({ text }) => bare(text ?? '').includes(words));
  return only && !another ? only.id : null;
}
