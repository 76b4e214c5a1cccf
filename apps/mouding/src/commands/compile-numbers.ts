import { sha256 } from '@mouding/ledger';
import { applyOperations, isMisfit, mintFrom, numberingOf, plainOf, renumber, treeOf } from '@mouding/text';
import { compiledText, firstLine, type Part } from './compiled-text.ts';

/** The files of the whole with their numbers put right. */
export interface Renumbered {
  readonly parts: readonly Part[];
  /** What was changed, in the order of the text. */
  readonly changes: readonly { readonly was: string; readonly now: string }[];
}

/**
 * 重新编号: the numbers of headings and clauses over the whole, as a list that runs through several files wants them.
 * Mentions of a number (见第三章), numbers in tables and in quotation marks stay as they are; no line comes or goes.
 */
export function renumbered(parts: readonly Part[]): Renumbered {
  const seed = { salt: '0'.repeat(SALT), mint: mintFrom(sha256, 'compile') };
  const tree = treeOf(compiledText(parts), seed);
  const after = applyOperations(tree, renumber(tree));
  if (isMisfit(after)) return { parts, changes: [] };
  const lines = plainOf(after).split('\n');
  let at = 0;
  return {
    parts: parts.map((part) => {
      const own = lines.slice(at, at + linesIn(part.text));
      at += own.length;
      return withLines(part, own);
    }),
    changes: numberingOf(tree)
      .filter(({ label, wanted }) => label !== wanted)
      .map(({ label: was, wanted: now }) => ({ was, now })),
  };
}

/** Characters of the salt of a tree that nobody keeps. */
const SALT = 32;

const linesIn = (text: string): number => text.replace(/\n$/, '').split('\n').length;

function withLines({ name, text: before, word }: Part, lines: readonly string[]): Part {
  const text = lines.join('\n') + (before.endsWith('\n') ? '\n' : '');
  let at = 0;
  const paragraphs = word?.paragraphs.map((paragraph) => {
    const from = at + paragraph.before.length;
    at = from + paragraph.text.split('\n').length;
    return paragraph.rows ? paragraph : { ...paragraph, text: lines.slice(from, at).join('\n') };
  });
  return { name, title: firstLine(text), text, word: word && { ...word, paragraphs: paragraphs ?? [] } };
}
