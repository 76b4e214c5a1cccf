import type { PlaceNow } from '@mouding/contract';
import { isTree, keyOfText, type TextRef } from '@mouding/core';
import { anchorTo, find, plainOf, readTreeDocument, type Tree } from '@mouding/text';
import type { Reader } from './reader.ts';

/** A text as it is looked into: its nodes where it has any, and how it reads. */
export interface Looked {
  readonly tree: Tree | null;
  readonly plain: string;
}

/** A text of the institution; whoever calls answers for who may see it. */
export async function lookInto(
  { ledger, visitor }: Pick<Reader, 'ledger' | 'visitor'>,
  ref: TextRef | null,
): Promise<Looked | null> {
  const content = ref && (await ledger.text(visitor.institution, keyOfText(ref)));
  if (!ref || content == null) return null;
  if (!isTree(ref)) return { tree: null, plain: content };
  const tree = readTreeDocument(content);
  return { tree, plain: plainOf(tree) };
}

/** What an opinion is about: a clause, words of the text, or both. */
interface About {
  readonly clause: string | null;
  readonly quote: string | null;
}

const NOWHERE: PlaceNow = { kind: 'none', was: null, now: null };

/**
 * Where the words that an opinion is about are in the text of now. It never takes other words for them: where that cannot
 * be told they are lost.
 */
export function placeNow(about: About, then: Looked | null, now: Looked | null): PlaceNow {
  if (!then || !now) return NOWHERE;
  const { quote } = about;
  if (then.tree && now.tree) {
    const node = about.clause ?? holding(then.tree, quote);
    if (node !== null) return inClause(node, quote, { then: then.tree, now: now.tree });
  }
  return quote === null ? NOWHERE : inPlain(quote, then.plain, now.plain);
}

interface Trees {
  readonly then: Tree;
  readonly now: Tree;
}

function inClause(node: string, quote: string | null, { then, now }: Trees): PlaceNow {
  if (quote === null) return wholeClause(node, then, now);
  const anchor = anchorTo(then, node, quote);
  if (!anchor) return unquoted(node, quote, { then, now });
  const found = find(anchor, now);
  if (found.kind === 'here') return { kind: 'here', was: found.quote, now: found.quote };
  return { kind: found.kind, was: found.was, now: found.kind === 'changed' ? found.now : null };
}

const textIn = (tree: Tree, id: string): string | null =>
  tree.nodes.find((node) => node.id === id)?.text ?? null;

/** The only node with these words. */
function holding(tree: Tree, quote: string | null): string | null {
  if (quote === null) return null;
  const all = tree.nodes.filter(({ text }) => text?.includes(quote));
  return all.length === 1 ? (all[0]?.id ?? null) : null;
}

function wholeClause(node: string, then: Tree, now: Tree): PlaceNow {
  const [was, is] = [textIn(then, node), textIn(now, node)];
  if (is === null) return { kind: 'lost', was, now: null };
  return { kind: was === is ? 'here' : 'changed', was, now: is };
}

/** Words that were copied with other spaces stand for their clause; words that it never had are lost from the first. */
function unquoted(node: string, quote: string, { then, now }: Trees): PlaceNow {
  const isCopied = squeezed(textIn(then, node) ?? '').includes(squeezed(quote));
  return isCopied ? wholeClause(node, then, now) : lost(quote);
}

const squeezed = (text: string): string => text.replaceAll(/[\s\u3000]+/gu, '');

const lost = (quote: string): PlaceNow => ({ kind: 'lost', was: quote, now: null });

/** Characters on either side by which words are told from the same words elsewhere. */
const AROUND = 8;

/** Words of a text without clauses: here where every place of theirs still has what stood before it, or behind it. */
function inPlain(quote: string, then: string, now: string): PlaceNow {
  const places: number[] = [];
  for (let at = then.indexOf(quote); at >= 0; at = then.indexOf(quote, at + 1)) places.push(at);
  const isHere = places.every((at) => {
    const end = at + quote.length;
    return (
      now.includes(then.slice(Math.max(0, at - AROUND), end)) || now.includes(then.slice(at, end + AROUND))
    );
  });
  return places.length > 0 && isHere ? { kind: 'here', was: quote, now: quote } : lost(quote);
}
