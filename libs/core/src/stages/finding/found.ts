import { checkup, pathsOf, type Finding, type Severity, type Tree } from '@mouding/text';
import type { Given } from '../../decider.ts';
import { isTree, keyOfText, type TextRef } from '../../text-ref.ts';
import type { WaivedFinding } from './facts.ts';

/** What 文稿校核 found, and where in the text it stands. */
export interface FoundHere extends Finding {
  /** The node that it stands in; null in a text that is no tree. */
  readonly node: string | null;
  /** Where that is, as a person would cite it: `第三章 › 二、`; otherwise the line. */
  readonly place: string;
}

/** A text as the checkup takes it. */
export interface Checked {
  readonly ref: TextRef;
  readonly plain: string;
  readonly tree: Tree | null;
}

/** How many texts are remembered: the versions that are decided on at one time. */
const REMEMBERED = 32;

const known = new Map<string, readonly FoundHere[]>();

/** The findings of a text. What a hash names never changes, so a text is checked once. */
export function foundIn({ ref, plain, tree }: Checked): readonly FoundHere[] {
  const key = keyOfText(ref);
  const before = known.get(key);
  if (before) return before;
  const found = placed(plain, tree);
  const [oldest] = known.keys();
  if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(key, found);
  return found;
}

/** The findings of a text that a decision looks at. */
export const foundOf = (given: Given, ref: TextRef): readonly FoundHere[] =>
  foundIn({ ref, plain: given.text(ref), tree: isTree(ref) ? given.tree(ref) : null });

function placed(plain: string, tree: Tree | null): readonly FoundHere[] {
  const spots = tree ? spotsOf(tree) : [];
  const paths = tree ? pathsOf(tree) : new Map<string, string>();
  return checkup(plain).map((finding) => {
    const node = spots.findLast(({ line }) => line <= finding.line)?.node ?? null;
    const path = node === null ? undefined : paths.get(node);
    return { ...finding, node, place: path ?? `第${finding.line}行` };
  });
}

/** The line, from 1, at which each node begins in the plain reading; blank lines before a node are its own. */
function spotsOf({ nodes }: Tree): readonly { readonly node: string; readonly line: number }[] {
  let line = 1;
  return nodes.map(({ id, before, text }) => {
    const spot = { node: id, line };
    line += linesEnded(before) + linesEnded(text ?? '') + 1;
    return spot;
  });
}

const linesEnded = (text: string): number => text.split('\n').length - 1;

/** What a waiver of this finding is told by. */
export const digestOf = (refOf: Given['refOf'], { rule, quote }: Pick<Finding, 'rule' | 'quote'>): string =>
  refOf(`${rule}\n${quote}`).hash;

/** Whether a finding is let stand. A waiver of a time before the text was a tree knows no node. */
export function isWaived(
  refOf: Given['refOf'],
  waived: readonly WaivedFinding[],
  finding: Pick<FoundHere, 'rule' | 'quote' | 'node'>,
): boolean {
  const alike = waived.filter(
    ({ rule, node }) => rule === finding.rule && (node === null || node === finding.node),
  );
  return alike.some(({ digest }) => digest === digestOf(refOf, finding));
}

/** Findings of one severity that are neither mended nor let stand. */
export const openFindings = (
  refOf: Given['refOf'],
  found: readonly FoundHere[],
  waived: readonly WaivedFinding[],
  severity: Severity,
): readonly FoundHere[] =>
  found.filter((finding) => finding.severity === severity && !isWaived(refOf, waived, finding));
